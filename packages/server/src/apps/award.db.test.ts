import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../kernel/db.ts';
import { newId } from '../kernel/ids.ts';
import { postConscripts } from '../modules/benefits/index.ts';
import {
  type AwardsAsked,
  cancelBatch,
  decideAwards,
  listAwards,
  listLines,
  type NewAward,
  openBatch,
  type Revoking,
  revokeAward,
} from '../modules/disbursement/index.ts';
import { importWorkbook } from '../modules/imports/index.ts';
import { decidePackage, enterPackage, readPackage } from '../modules/standards/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { KINDS } from './kinds.ts';
import { PROJECT_FOLDER } from './runtime.ts';
import { runChecks } from './verify/check.ts';
import { LEDGER_CHECKS } from './verify/money.ts';

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
  expect(await decide({ kind: '慰问金', awards: [greeting(first, 49_000)] })).toMatchObject({ lines: 1 });
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

test('the same sum for the same reason in the same month is the same step once more', async () => {
  const [first = '', second = ''] = await peopleOnRoll(2);
  const aid = (more: Partial<NewAward> = {}) => ({ ...greeting(first, 7_700), reason: '住院', ...more });
  const give = (...awards: readonly NewAward[]) => decide({ kind: '困难救助', awards });
  expect(await give(aid())).toMatchObject({ lines: 1 });
  const twice = { code: 'award_twice', message: expect.stringContaining('（住院）已经定过了，没有再定') };
  await expect(give(aid())).rejects.toMatchObject(twice);
  await expect(give(aid({ personId: second }), aid({ personId: second }))).rejects.toMatchObject(twice);
  expect(await give(aid({ reason: '住院，第二次' }), aid({ personId: second }))).toMatchObject({ lines: 2 });
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
  // An older list that comes in later makes another entry the first of a soldier: his year was paid all the same.
  await sql`insert into conscript_allowance (county_id, id, division_id, soldier_name, soldier_identity_hash, enlisted_on,
      payee_name, payee_identity_hash, payee_identity_sealed, amount_fen, paid_on, benefit_year, row_key, origin,
      recorded_at, recorded_by)
    select county_id, gen_random_uuid(), division_id, soldier_name, soldier_identity_hash, enlisted_on, payee_name,
      payee_identity_hash, payee_identity_sealed, 500, date '2012-08-01', 2012, sha256(id::text::bytea), 'import', now(),
      '王某' from conscript_allowance`.execute(db);
  expect((await post(asked())).run).toBeNull();
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);
});

const revoke = (asked: Omit<Revoking, 'commandKey' | 'reason'> & Partial<Revoking>) =>
  db
    .transaction()
    .execute((tx) => revokeAward(tx, ctx, place, { commandKey: randomUUID(), reason: '名单写错', ...asked }));

const listed = async (personId: string) => {
  const scope = { countyId: place.countyId, divisionIds: [place.divisionId] };
  const all = await db.transaction().execute((tx) => listAwards(tx, ctx, scope, { year: 2018 }));
  return all.filter(({ person }) => person.id === personId);
};

const batchPlace = () => ({
  ...{ ...place, code: '341524199000', level: 'township', divisionIds: [place.divisionId] },
});
const openGreetings = (kind: '困难救助' | '立功奖励') =>
  db
    .transaction()
    .execute((tx) =>
      openBatch(tx, ctx, batchPlace(), { commandKey: randomUUID(), kind, month: monthOf(2018, 2) }),
    );

async function fresh(at: number): Promise<string> {
  const ids = await peopleOnRoll(40);
  return ids[at] ?? '';
}

test('an award taken back leaves nothing to pay, once, and the books prove themselves', async () => {
  const person = await fresh(20);
  await decide({ kind: '困难救助', awards: [{ ...greeting(person, 70_000), reason: '大病' }] });
  const [award] = await listed(person);
  expect(award).toMatchObject({ state: 'free', batch: null, revoked: null, fen: 70_000 });
  const key = randomUUID();
  const run = await revoke({ awardId: award?.id ?? '', commandKey: key });
  expect(run).toMatchObject({ lines: 1, totalFen: -70_000 });
  expect(await revoke({ awardId: award?.id ?? '', commandKey: key })).toEqual(run);
  await expect(revoke({ awardId: award?.id ?? '' })).rejects.toMatchObject({ code: 'award_revoked' });
  expect((await listed(person))[0]).toMatchObject({
    state: 'revoked',
    revoked: { on: '2018-02-05', by: '王某', reason: '名单写错' },
  });
  const batch = await openGreetings('困难救助');
  const { lines } = await db
    .transaction()
    .execute((tx) => listLines(tx, ctx, batchPlace(), batch.batch, { filter: 'all', offset: 0, limit: 500 }));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.map((line) => line.person.id)).not.toContain(person);
  expect(lines.every(({ fen }) => fen > 0)).toBe(true);
  await db.transaction().execute((tx) => cancelBatch(tx, ctx, batchPlace(), batch.batch, '重开'));
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);
});

test('an award is put right in one command: the first amount back, the second in its place', async () => {
  const person = await fresh(21);
  const source = { kind: 'benefitRecord', id: newId() };
  const merit = { ...greeting(person, 300_000), source, reason: '立二等功' };
  await decide({ kind: '立功奖励', awards: [merit] });
  const [wrong] = await listed(person);
  const instead = { month: monthOf(2018, 2), fen: 100_000, fund: 'county', reason: '立三等功' } as const;
  const run = await revoke({ awardId: wrong?.id ?? '', reason: '功等看错', instead });
  expect(run).toMatchObject({ lines: 2, totalFen: -200_000 });
  const after = await listed(person);
  expect(after.map(({ state, fen, fund, isAnew }) => [state, fen, fund, isAnew])).toEqual([
    ['free', 100_000, 'county', true],
    ['revoked', 300_000, 'township', false],
  ]);
  // The record still gives one amount only.
  await expect(decide({ kind: '立功奖励', awards: [merit] })).rejects.toMatchObject({ code: 'award_twice' });
  await revoke({ awardId: after[0]?.id ?? '' });
  expect(await decide({ kind: '立功奖励', awards: [merit] })).toMatchObject({ lines: 1 });
  expect((await listed(person))[0]).toMatchObject({ state: 'free', fen: 300_000, isAnew: true });
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);
});

test('what a batch has taken is not taken back; a batch cancelled gives it free again', async () => {
  const person = await fresh(22);
  await decide({ kind: '立功奖励', awards: [{ ...greeting(person, 80_000), reason: '嘉奖' }] });
  const awardId = (await listed(person))[0]?.id ?? '';
  const batch = await openGreetings('立功奖励');
  expect((await listed(person))[0]).toMatchObject({ state: 'in_batch', batch: { number: batch.number } });
  await expect(revoke({ awardId })).rejects.toMatchObject({
    code: 'award_in_batch',
    message: expect.stringContaining(batch.number),
  });
  await db.transaction().execute((tx) => cancelBatch(tx, ctx, batchPlace(), batch.batch, '名单要改'));
  expect(await revoke({ awardId })).toMatchObject({ totalFen: -80_000 });
});

test('a revoked amount is not spent: the budget has it again', async () => {
  const person = await fresh(23);
  await budget('困难救助', 2_000_000);
  const big = (fen: number) =>
    decide({ kind: '困难救助', awards: [{ ...greeting(person, fen), reason: '大病' }] });
  await big(1_000_000);
  await expect(big(200_000)).rejects.toMatchObject({ code: 'over_budget' });
  await revoke({ awardId: (await listed(person))[0]?.id ?? '' });
  expect(await big(200_000)).toMatchObject({ lines: 1 });
});

test('a batch and a revocation at once: one wins, and nothing is paid that was taken back', async () => {
  const person = await fresh(24);
  await decide({ kind: '立功奖励', awards: [{ ...greeting(person, 90_000), reason: '嘉奖' }] });
  const awardId = (await listed(person))[0]?.id ?? '';
  const [taken, opened] = await Promise.allSettled([revoke({ awardId }), openGreetings('立功奖励')]);
  const state = (await listed(person))[0]?.state;
  expect(state).toBe(taken.status === 'fulfilled' ? 'revoked' : 'in_batch');
  if (taken.status === 'rejected') expect(taken.reason).toMatchObject({ code: 'award_in_batch' });
  expect(opened.status).toBe('fulfilled');
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);
});

test('an award of another township is not found', async () => {
  await expect(revoke({ awardId: newId() })).rejects.toMatchObject({ code: 'not_found' });
});
