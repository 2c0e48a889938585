import { day, monthOf } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { answerFigures, placedScope, traceFigure } from '../modules/indicators/index.ts';
import { addNotice, confirmPeople, rejectChange, reportEvent } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { INDICATORS } from './figures.ts';

const { db, clerk, reviewer, town, enrol } = await testRoll();
const CODES = ['E14.due', 'E14.done', 'E14.rate', 'E15', 'F08.notices', 'F08.rate'];
const DEFS = INDICATORS.filter(({ code }) => CODES.includes(code));

async function figures(year: number, asOf?: string) {
  const scope = await placedScope(
    db,
    { countyId: town.countyId, code: '341524199000' },
    year,
    asOf === undefined ? undefined : day(asOf),
  );
  const found = await db.transaction().execute((tx) => answerFigures(tx, scope, DEFS));
  return Object.fromEntries(found.map(({ code, value }) => [code, value]));
}

const NOTHING = Object.fromEntries(CODES.map((code) => [code, null]));

beforeAll(async () => {
  const ids = [];
  for (const name of ['甲某', '乙某', '丙某', '丁某']) ids.push((await enrol(name)).personId);
  const [met = '', video = '', unreachable = '', dead = ''] = ids;
  const { personId: ended } = await enrol('早停', { stop_month: monthOf(2017, 5) });
  expect(await figures(2017)).toEqual(NOTHING);
  const confirm = (
    personIds: readonly string[],
    way: 'met' | 'video' | 'unreachable' | 'withdrawn',
    onDay: string,
  ) => confirmPeople(db, clerk, town, { year: 2017, way, onDay, personIds });
  await confirm([met, video], 'met', '2017-09-20');
  await confirm([video], 'withdrawn', '2017-09-21');
  await confirm([video], 'video', '2017-10-21');
  await confirm([unreachable], 'unreachable', '2017-10-21');
  await reportEvent(db, clerk, town, dead, { type: 'death', day: '2017-11-20', source: '村报' });
  const mistake = await reportEvent(db, clerk, town, unreachable, {
    type: 'death',
    day: '2017-01-01',
    source: '村报',
  });
  await rejectChange(db, reviewer, town.countyId, mistake.changeId, '本人在世');
  const { personId: long } = await enrol('报晚了');
  await reportEvent(db, clerk, town, long, { type: 'death', day: '2017-10-31', source: '家属' });
  const hang = (fromDay: string, toDay: string) =>
    addNotice(db, clerk, town, {
      ...{ title: '公示', fromDay, toDay },
      people: [{ personId: ended, category: '参战退役人员' }],
    });
  await hang('2017-03-01', '2017-03-07');
  await hang('2017-04-01', '2017-04-06');
});

test('confirmations, days to the report of a death and notices come from what the office wrote down', async () => {
  expect(await figures(2017)).toEqual({
    ...{ 'E14.due': 5, 'E14.done': 2, 'E14.rate': { num: 2, den: 5 } },
    ...{ E15: '14.0', 'F08.notices': 2, 'F08.rate': { num: 1, den: 2 } },
  });
});

test('they stand as they were known on a day', async () => {
  expect(await figures(2017, '2017-09-30')).toEqual({
    ...{ 'E14.due': 5, 'E14.done': 1, 'E14.rate': { num: 1, den: 5 }, E15: null },
    ...{ 'F08.notices': 2, 'F08.rate': { num: 1, den: 2 } },
  });
});

test('of a year without such records they are null, never 0', async () => {
  expect(await figures(2016)).toEqual(NOTHING);
});

test.each(CODES)('the records of %s add up to it', async (code) => {
  const scope = await placedScope(db, { countyId: town.countyId, code: '341524199000' }, 2017);
  const { value, records } = await traceFigure(db, scope, INDICATORS, code);
  const parts = records.reduce((whole, { contribution }) => whole + contribution, 0);
  const over = records.reduce((whole, { denominator }) => whole + (denominator ?? 0), 0);
  if (typeof value === 'object') expect({ num: parts, den: over }).toEqual(value);
  else expect(code === 'E15' ? (parts / over).toFixed(1) : parts).toEqual(value);
});
