import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../kernel/db.ts';
import { newId } from '../kernel/ids.ts';
import { postConscripts } from '../modules/benefits/index.ts';
import { type AwardsAsked, decideAwards, type NewAward } from '../modules/disbursement/index.ts';
import { importWorkbook } from '../modules/imports/index.ts';
import { decidePackage, enterPackage, readPackage } from '../modules/standards/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { KINDS } from './kinds.ts';
import { PROJECT_FOLDER } from './runtime.ts';
import { LEDGER_CHECKS, runChecks } from './verify/money.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys, '王某', '2018-02-05');
let place: { countyId: number; divisionId: string };

beforeAll(async () => {
  const name = '双拥台账-2017.xlsx';
  const file = join(PROJECT_FOLDER, 'examples/sample', name);
  await db
    .transaction()
    .execute((tx) => importWorkbook(tx, ctx, { file, fileName: name, kinds: KINDS, dataDir: '' }));
  const town = await db
    .selectFrom('division')
    .select(['id', 'county_id'])
    .where('level', '=', 'township')
    .executeTakeFirstOrThrow();
  place = { countyId: town.county_id, divisionId: town.id };
}, 60_000);

const decide = (asked: Omit<AwardsAsked, 'commandKey'>, commandKey: string = randomUUID()) =>
  db.transaction().execute((tx) => decideAwards(tx, ctx, place, { commandKey, ...asked }));

const greeting = (personId: string, fen: number): NewAward => ({
  ...{ personId, fen, month: monthOf(2018, 2), fund: 'township', reason: '春节慰问' },
});

async function peopleOnRoll(count: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select distinct s.person_id as id from spell s
    join person p on p.id = s.person_id where s.stop_month is null and p.died_on is null and s.voided_at is null
    order by 1 limit ${count}`.execute(db);
  return rows.map(({ id }) => id);
}

async function budget(purpose: string, fen: number): Promise<void> {
  const id = newId();
  await db
    .insertInto('fund_entry')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, entered_on: '2018-01-03' },
      ...{ entry_type: '预算', purpose, amount_fen: fen, row_key: Buffer.from(id), origin: 'screen' },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
}

test('greeting money is posted once, under its own reference, and the books prove themselves', async () => {
  const [first = '', second = ''] = await peopleOnRoll(2);
  const key = randomUUID();
  const asked = { kind: '慰问金', awards: [greeting(first, 50_000), greeting(second, 50_000)] } as const;
  const run = await decide(asked, key);
  expect(run).toMatchObject({ people: 2, lines: 2, totalFen: 100_000 });
  expect(await decide(asked, key)).toEqual(run);
  const { rows } = await sql<{
    ok: boolean;
  }>`select a.ref = w.id::text and a.fen = w.fen and a.component = '慰问金'
      and a.cause = 'regular' as ok from award w join accrual a on a.ref = w.id::text`.execute(db);
  expect(rows).toEqual([{ ok: true }, { ok: true }]);
});

test('somebody who is not on the roll is named, and nobody is paid', async () => {
  const [known = ''] = await peopleOnRoll(1);
  const id = newId();
  await db
    .insertInto('person')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, name: '王某' },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
  const asked = { kind: '慰问金', awards: [greeting(known, 10_000), greeting(id, 10_000)] } as const;
  await expect(decide(asked)).rejects.toMatchObject({
    code: 'not_on_roll',
    message: expect.stringContaining('慰问名单里王某不在册，不能列支'),
    details: { people: [id] },
  });
  // Assistance does not ask for a right.
  expect(await decide({ kind: '困难救助', awards: [greeting(id, 10_000)] })).toMatchObject({ lines: 1 });
});

test('where the year has a budget for it, no more than the budget', async () => {
  const [first = ''] = await peopleOnRoll(1);
  await budget('春节、八一慰问', 250_000);
  expect(await decide({ kind: '慰问金', awards: [greeting(first, 100_000)] })).toMatchObject({ lines: 1 });
  await expect(decide({ kind: '慰问金', awards: [greeting(first, 60_000)] })).rejects.toMatchObject({
    code: 'over_budget',
    details: { year: 2018, budgetFen: 250_000, spentFen: 200_000, askedFen: 60_000 },
  });
  expect(await decide({ kind: '慰问金', awards: [greeting(first, 50_000)] })).toMatchObject({ lines: 1 });
  expect(await decide({ kind: '困难救助', awards: [greeting(first, 900_000)] })).toMatchObject({ lines: 1 });
});

test('two lists at once do not both spend the last of the budget', async () => {
  const [first = ''] = await peopleOnRoll(1);
  await budget('慰问（追加）', 60_000);
  const both = await Promise.allSettled(
    [1, 2].map(() => decide({ kind: '慰问金', awards: [greeting(first, 60_000)] })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('one record gives one amount', async () => {
  const [first = ''] = await peopleOnRoll(1);
  const source = { kind: 'meritNews', id: newId() };
  const award = { ...greeting(first, 100_000), source, reason: '立三等功' };
  expect(await decide({ kind: '立功奖励', awards: [award] })).toMatchObject({ lines: 1 });
  await expect(decide({ kind: '立功奖励', awards: [award] })).rejects.toMatchObject({ code: 'award_twice' });
});

async function adopt(text: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const entered = await enterPackage(tx, ctx, place, { body: readPackage(text), origin: 'typed' });
    const other = testContext(keys, '李某', '2018-02-05');
    await decidePackage(tx, other, place, entered.id, { state: 'adopted' });
  });
}

test('families of conscripts: the year’s rate, once, those already paid left out', async () => {
  const asked = () => ({ commandKey: randomUUID(), year: 2018 });
  const post = (of: { commandKey: string; year: number }) =>
    db.transaction().execute((tx) => postConscripts(tx, ctx, place, of));
  const without = await post(asked());
  expect(without.run).toBeNull();
  expect(without.left.length).toBeGreaterThan(5);
  expect(new Set(without.left.flatMap(({ missing }) => missing))).toEqual(new Set(['table:conscript.rate']));
  const table = `{ package: local, title: 练习, sources: [{ id: local, title: 练习 }], tables: [{ code: conscript.rate,
    unit: fen_per_year, axes: [], combine: replace, values: [{ region: "341524", from: 2018-01, to: 2018-12,
    knownOn: 2018-01-01, source: local, status: published, cells: { "-": 800000 } }] }] }`;
  await adopt(table);
  const key = asked();
  const { run, left } = await post(key);
  expect(run?.lines).toBe(without.left.length - left.length);
  expect(run?.totalFen).toBe((run?.lines ?? 0) * 800_000);
  expect((await post(key)).run).toEqual(run);
  expect((await post(asked())).run).toBeNull();
  expect((await post({ commandKey: randomUUID(), year: 2017 })).run).toBeNull();
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);
});
