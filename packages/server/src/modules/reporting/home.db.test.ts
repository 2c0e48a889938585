import { day } from '@shuangyong/values';
import { beforeAll, describe, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import type { Cells, KindDef } from '../../platform/contract/kind.ts';
import { changeRecord, insertRecord } from '../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import { visitKind } from '../care/index.ts';
import { meetingKind } from '../records/index.ts';
import { decidePackage, enterPackage } from '../standards/index.ts';
import { delayTask, type HomeScope, homeProblems, homeTasks } from './home.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const clerk = testContext(keys, '王某', '2017-11-24');
let town: TestTown;

beforeAll(async () => {
  town = await testTown(db);
});

const scope = (today = '2017-11-24'): HomeScope => ({
  ...{ countyId: town.countyId, divisionIds: [town.divisionId], year: 2017, today: day(today) },
});
const enter = (kind: KindDef, cells: Cells) => insertRecord(db, clerk, kind, town, cells);
const meeting = (topic: string, dueOn: string) =>
  enter(meetingKind, {
    held_on: '2017-07-20',
    meeting_type: '领导小组',
    topic,
    resolution: `${topic}的事`,
    due_on: dueOn,
  });

describe('tasks', () => {
  test('an open resolution is a task by its day, overdue first, and goes when it is done', async () => {
    const late = await meeting('修烈士墓', '2017-11-12');
    await meeting('订慰问信', '2017-12-01');
    const before = await homeTasks(db, scope());
    expect(before.map((task) => [task.text, task.daysLeft])).toEqual([
      ['修烈士墓的事', -12],
      ['订慰问信的事', 7],
    ]);
    await changeRecord(
      db,
      clerk,
      meetingKind,
      { countyId: town.countyId, id: late },
      1,
      { done_on: '2017-11-20' },
      { reason: '修好了' },
    );
    expect((await homeTasks(db, scope())).map((task) => task.text)).toEqual(['订慰问信的事']);
  });

  test('a standard that waits is a task of one who may adopt it, never of who entered it, and goes when decided', async () => {
    const body = { package: 'waiting', title: '练习标准', tables: [] };
    const { id } = await enterPackage(db, clerk, town, { body, origin: 'typed' });
    const seenBy = async (adopter?: HomeScope['adopter']) =>
      (await homeTasks(db, { ...scope(), adopter })).filter(({ key }) => key === `standard:${id}`);
    const reviewer = testContext(keys, '赵某', '2017-11-25');
    const mine = (ctx: typeof clerk) => ({ id: ctx.actor.id, divisionId: town.divisionId });
    expect(await seenBy()).toEqual([]);
    expect(await seenBy(mine(clerk))).toEqual([]);
    expect(await seenBy(mine(reviewer))).toMatchObject([
      {
        dueOn: '2017-11-24',
        text: '标准待采用：练习标准',
        note: '王某 录入',
        href: `/pay/standards/p/${id}`,
      },
    ]);
    await decidePackage(db, reviewer, town, id, { state: 'adopted' });
    expect(await seenBy(mine(reviewer))).toEqual([]);
  });

  test('a task put off stands at its new day with the reason', async () => {
    const id = await meeting('换标牌', '2017-11-30');
    const put = { key: `meeting:${id}`, untilOn: day('2017-12-20'), reason: '厂家停工' };
    await delayTask(db, clerk, town, put);
    const task = (await homeTasks(db, scope())).find((one) => one.key === put.key);
    expect([task?.dueOn, task?.delayedBecause]).toEqual(['2017-12-20', '厂家停工']);
  });

  test('a task is not put off into the past', async () => {
    const put = delayTask(db, clerk, town, { key: 'x', untilOn: day('2017-11-24'), reason: '再说' });
    await expect(put).rejects.toMatchObject({ code: 'date_order' });
  });
});

describe('what looks wrong', () => {
  test('greeting money nobody signed for, or given to nobody on the roll, is named with its sum', async () => {
    const gift = { visited_on: '2017-07-28', mode: '上门', festival: '八一', gift_fen: 50000 };
    await enter(visitKind, { ...gift, name: '史某', signed: true });
    await enter(visitKind, { ...gift, name: '李某', signed: null });
    await enter(visitKind, { ...gift, name: '电话里的', gift_fen: null, mode: '电话' });
    const problems = await homeProblems(db, scope());
    const of = (code: string) => problems.find((problem) => problem.code === code);
    expect([of('gift_unsigned')?.count, of('gift_unsigned')?.amountFen]).toEqual([1, 50000]);
    expect(of('gift_not_on_roll')?.count).toBe(2);
  });

  test('what is not found is not listed', async () => {
    const other = await testTown(db, '341524198000');
    const problems = await homeProblems(db, { ...scope(), divisionIds: [other.divisionId] });
    expect(problems).toEqual([]);
  });
});
