import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { acceptSlip, addSlip } from '../modules/disbursement/index.ts';
import { confirmPeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { homeProblems, homeTasks } from '../modules/reporting/home.ts';
import { keptTasks } from '../modules/reporting/kept-tasks.ts';
import { testContext, testTown } from '../testing/index.ts';

const { db, keys, clerk, town, scope, enrol } = await testRoll();
const at = { ...scope, divisionId: town.divisionId };
const texts = async (today: string) => (await keptTasks(db, at, day(today))).map(({ text }) => text);

test('open confirmations are a task near their day; afterwards only where the year was kept', async () => {
  const { personId } = await enrol('甲某');
  await enrol('乙某');
  expect(await texts('2017-10-31')).toEqual([]);
  expect(await texts('2017-11-24')).toEqual(['2017 年度确认 还差 2 人']);
  expect(await texts('2018-01-05')).toEqual([]);
  await confirmPeople(db, clerk, town, {
    year: 2017,
    way: 'met',
    onDay: '2017-11-20',
    personIds: [personId],
  });
  expect(await texts('2018-01-05')).toEqual(['2017 年度确认 还差 1 人']);
  expect(await texts('2018-04-30')).toEqual([]);
});

test('somebody who cannot be reached is to be looked for, and past the term it is red', async () => {
  const { personId } = await enrol('找不着');
  await confirmPeople(db, clerk, town, {
    year: 2017,
    way: 'unreachable',
    onDay: '2017-11-20',
    personIds: [personId],
  });
  const home = { ...scope, year: 2017 };
  const [task] = await homeTasks(db, { ...home, today: day('2017-11-24') });
  expect(task).toMatchObject({
    ...{ text: '找不着 年度确认联系不上', action: '再联系', href: `/people/confirm?who=${personId}` },
    dueOn: '2017-12-24',
  });
  const red = async (today: string) =>
    (await homeProblems(db, { ...home, today: day(today) }, [])).map(({ code, count }) => [code, count]);
  expect(await red('2017-12-24')).toEqual([]);
  expect(await red('2017-12-25')).toEqual([['hold_overdue', 1]]);
});

test('a slip is a task of whoever has to write down its receipt, and of the township that must accept it', async () => {
  const other = await testTown(db, '341524198000');
  const reviewer = testContext(keys, '赵某');
  const slip = (personId: string, office: string, otherDivisionId?: string) =>
    addSlip(db, clerk, town, {
      ...{ direction: 'out', personId, otherOffice: office, otherDivisionId, slipOn: '2017-11-01' },
      paidThrough: '2017-12',
    });
  const away = await slip((await enrol('去外县')).personId, '邻县局');
  await slip((await enrol('去邻镇')).personId, '练习二镇', other.divisionId);
  const sent = (await keptTasks(db, at, day('2018-07-01'))).map(({ text, due }) => [text, due]);
  expect(sent).toEqual([
    ['去邻镇的迁移单，等练习二镇接收', '2017-12-01'],
    ['去外县的迁移单，等邻县局接收', '2017-12-01'],
  ]);
  const there = { countyId: town.countyId, divisionId: other.divisionId, divisionIds: [other.divisionId] };
  expect((await keptTasks(db, there, day('2018-07-01'))).map(({ text }) => text)).toEqual([
    '练习镇转来去邻镇，等接收',
  ]);
  await acceptSlip(db, reviewer, town, away, { by: '钱某' });
  expect((await texts('2018-07-01')).length).toBe(1);
});
