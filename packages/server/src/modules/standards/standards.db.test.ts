import { monthOf } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import {
  DERIVED,
  DERIVED_PACKAGE,
  decidePackage,
  enterPackage,
  hasAdoptedDerived,
  type LocalPackage,
  lawOf,
  listPackages,
  readPackage,
} from './index.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const clerk = testContext(keys, '王某');
const reviewer = testContext(keys, '赵某');
let town: TestTown;
let other: TestTown;

beforeAll(async () => {
  town = await testTown(db, '341524101000');
  other = await testTown(db, '341524102000');
});

const AUGUST = (name: string, fenAMonth: number, from = '2026-08') => `
package: ${name}
title: 练习用的八月标准
sources:
  - { id: ${name}-notice, title: 练习通知, number: 练民〔2026〕1号, issued: 2026-08-20 }
tables:
  - code: martyrChild.base
    unit: fen_per_month
    axes: []
    combine: replace
    values:
      - { region: "341524", from: ${from}, to: 2027-07, knownOn: 2026-08-25, source: ${name}-notice, article: 第一条,
          status: published, confidence: high, cells: { "-": ${fenAMonth} } }
`;

const enter = (name: string, amount: number) =>
  enterPackage(db, clerk, town, { body: readPackage(AUGUST(name, amount)), origin: 'typed' });

async function rateIn(place: TestTown): Promise<number | undefined> {
  const answer = (await lawOf(db, place)).at(341524, monthOf(2026, 8)).cell('martyrChild.base', '-');
  return answer.kind === 'cell' ? answer.cell.amount : undefined;
}

test('a package counts once a second person has adopted it, only where it was entered', async () => {
  expect(await rateIn(town)).toBeUndefined();
  const { id, state } = await enter('first', 80_000);
  expect(state).toBe('entered');
  expect(await rateIn(town)).toBeUndefined();
  await expect(decidePackage(db, clerk, town, id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'same_person',
  });
  await expect(decidePackage(db, reviewer, other, id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await decidePackage(db, reviewer, town, id, { state: 'adopted' });
  expect(await rateIn(town)).toBe(80_000);
  expect(await rateIn(other)).toBeUndefined();
  await expect(decidePackage(db, reviewer, town, id, { state: 'adopted' })).rejects.toMatchObject({
    code: 'package_state',
  });
});

test('the same code again, a month that is already told, and a table that is not whole are refused', async () => {
  await expect(enter('first', 1)).rejects.toMatchObject({ code: 'package_exists' });
  const also = [readPackage(AUGUST('second', 90_000, '2026-10'))];
  await expect(lawOf(db, town, { also })).rejects.toMatchObject({ code: 'package_refused' });
  const broken = readPackage(AUGUST('third', 1).replace('"-": 1', '"9/duty": 1'));
  await expect(lawOf(db, other, { also: [broken] })).rejects.toThrow(/没有这一档|缺一档/);
  expect(() => readPackage('package: x\ntables: 3')).toThrow(/格式不对/);
  expect(() => readPackage('a: [')).toThrow(/读不出/);
});

test('taken away again it counts no more, with a reason, and its history stays', async () => {
  const [entered] = (await listPackages(db, town)).filter(({ code }) => code === 'first');
  const id = entered?.id ?? '';
  await expect(decidePackage(db, clerk, town, id, { state: 'withdrawn' })).rejects.toMatchObject({
    code: 'reason_missing',
  });
  const after = await decidePackage(db, clerk, town, id, { state: 'withdrawn', reason: '录错了月份' });
  expect(after.history.map(({ state, actorName }) => `${state} ${actorName}`)).toEqual([
    'entered 王某',
    'adopted 赵某',
    'withdrawn 王某',
  ]);
  expect(await rateIn(town)).toBeUndefined();
});

test('of two who adopt at once, one is told it has been done', async () => {
  const { id } = await enter('fourth', 70_000);
  const both = await Promise.allSettled(
    ['赵某', '刘某'].map((name) =>
      db
        .transaction()
        .execute((tx) => decidePackage(tx, testContext(keys, name), town, id, { state: 'adopted' })),
    ),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rateIn(town)).toBe(70_000);
});

test('derived rates are taken over by two people; the law itself stays the same', async () => {
  const before = (await lawOf(db, other)).hash;
  const body: LocalPackage = DERIVED_PACKAGE;
  const { id, code } = await enterPackage(db, clerk, other, { body, origin: 'derived' });
  expect(code).toBe(DERIVED);
  expect(await hasAdoptedDerived(db, other)).toBe(false);
  await decidePackage(db, reviewer, other, id, { state: 'adopted' });
  expect(await hasAdoptedDerived(db, other)).toBe(true);
  expect((await lawOf(db, other)).hash).toBe(before);
});
