import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accrue } from '../modules/benefits/index.ts';
import { importWorkbook } from '../modules/imports/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { KINDS } from './kinds.ts';
import { PROJECT_FOLDER } from './runtime.ts';
import { testApp, testRuntime } from './testing.ts';

const database = await testDatabase();
const runtime = testRuntime(database);
const { oneTime, browser } = testApp(runtime);
const clerk = browser();
let place: { countyId: number; divisionId: string };

beforeAll(async () => {
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  await clerk.send('POST', '/start', {
    ...{ townCode: '341524199000', townName: '映山镇（练习）', year: 2017 },
    ...{ userName: '王练习', passCode: 'lianxi-2017' },
  });
  const name = '双拥台账-2017.xlsx';
  const file = join(PROJECT_FOLDER, 'examples/sample', name);
  const ctx = testContext(database.keys, '王某', '2018-01-05');
  await runtime.db
    .transaction()
    .execute((tx) => importWorkbook(tx, ctx, { file, fileName: name, kinds: KINDS, dataDir: '' }));
  const town = await runtime.db
    .selectFrom('division')
    .select(['id', 'county_id'])
    .where('level', '=', 'township')
    .executeTakeFirstOrThrow();
  place = { countyId: town.county_id, divisionId: town.id };
  const asked = { commandKey: randomUUID(), through: monthOf(2018, 1), cause: 'monthly' } as const;
  await runtime.db.transaction().execute((tx) => accrue(tx, ctx, place, asked));
}, 60_000);
afterAll(() => runtime.remove());

async function combatant(): Promise<string> {
  const { rows } = await sql<{ id: string }>`select person_id as id from accrual where kind = '参战退役人员'
    order by person_id limit 1`.execute(runtime.db);
  return rows[0]?.id ?? '';
}

test('before a death is reported its page says what it does to money; nothing is posted', async () => {
  const before = await runtime.db.selectFrom('accrual').select('id').execute();
  const path = `/people/${await combatant()}/events/effects`;
  const { status, body } = await clerk.send('POST', path, { type: 'death', day: '2017-12-20' });
  expect(status).toBe(200);
  const { money } = body as { money: { months: { month: string; fen: number }[] } };
  expect(money).toMatchObject({ through: '2018-01', moreFen: 0, claimFen: 0, continued: [] });
  expect(money.months.map(({ month }) => month)).toEqual(['2018-01']);
  expect(money.months[0]?.fen).toBeLessThan(-50_000);
  expect(await runtime.db.selectFrom('accrual').select('id').execute()).toEqual(before);
});

test('claims, one-off money, periods and the start of the ledger answer over http', async () => {
  expect((await clerk.send('GET', '/pay/claims')).body).toMatchObject({
    debts: [],
    rollForward: { openingFen: 0, closingFen: 0 },
  });
  const start = await clerk.send('POST', '/pay/start', { month: '2018-01', reason: '从一月起' });
  expect([start.status, start.body]).toMatchObject([400, { refusals: [{ code: 'already_posted' }] }]);
  const award = { personId: await combatant(), month: '2018-02', fen: 50_000, fund: 'township' };
  const decided = await clerk.send('POST', '/pay/awards', {
    ...{ commandKey: randomUUID(), kind: '慰问金', awards: [{ ...award, reason: '春节慰问' }] },
  });
  expect([decided.status, decided.body]).toMatchObject([201, { lines: 1, totalFen: 50_000 }]);
  const listed = await clerk.send('GET', '/pay/awards?year=2018');
  expect(listed.body).toMatchObject({
    awards: [{ kind: '慰问金', month: '2018-02', fen: 50_000, state: 'free' }],
  });
  const { awards } = listed.body as { awards: { id: string }[] };
  const path = `/pay/awards/${awards[0]?.id}/revoke`;
  const revoked = await clerk.send('POST', path, { commandKey: randomUUID(), reason: '名单写错' });
  expect([revoked.status, revoked.body]).toMatchObject([200, { lines: 1, totalFen: -50_000 }]);
  const again = await clerk.send('POST', path, { commandKey: randomUUID(), reason: '名单写错' });
  expect([again.status, again.body]).toMatchObject([400, { refusals: [{ code: 'award_revoked' }] }]);
  const periods = await clerk.send('GET', '/pay/periods');
  expect(periods.body).toMatchObject({
    ...{ closed: [], next: '2018-01', month: '2018-01', blockers: [], held: { lines: 0, fen: 0 } },
    start: { named: null, importedThrough: '2017-12', isPosted: true, openings: [] },
  });
  const { moves, standing } = periods.body as {
    moves: { debit: string; credit: string; fen: number }[];
    standing: { payableFen: number };
  };
  const moved = new Map(moves.map(({ debit, credit, fen }) => [`${debit} ${credit}`, fen]));
  expect([...moved.keys()]).toEqual(['expense payable', 'payable expense']);
  const owed = (moved.get('expense payable') ?? 0) - (moved.get('payable expense') ?? 0);
  expect(standing).toEqual({ payableFen: owed, transitFen: 0, claimFen: 0 });
  const ahead = await clerk.send('GET', '/pay/periods?month=2018-03');
  expect(ahead.body).toMatchObject({ month: '2018-03', balance: [], moves: [], next: '2018-01' });
  const families = await clerk.send('POST', '/pay/awards/conscripts', {
    ...{ commandKey: randomUUID(), year: 2018 },
  });
  expect(families.body).toMatchObject({ run: null });
});

test('a roll names whom it may be for: everybody in force, open cases, people a 喜报 was brought to', async () => {
  const roll = async (kind: string) =>
    (await clerk.send('GET', `/pay/awards/roll?year=2018&kind=${encodeURIComponent(kind)}`)).body as {
      candidates: {
        person: { id: string };
        source: { kind: string; id: string } | null;
        decidedFen: number;
        recordedFen: number | null;
      }[];
      unlinked: number;
      budgetFen: number | null;
      spentFen: number;
    };
  const greetings = await roll('慰问金');
  const { rows } = await sql<{
    people: number;
  }>`select count(distinct s.person_id)::int as people from spell s
    where s.voided_at is null and s.from_month <= ${monthOf(2018, 1)}
      and (s.stop_month is null or s.stop_month > ${monthOf(2018, 1)})
      and (s.died_on is null or s.died_on >= date '2018-01-01')`.execute(runtime.db);
  expect(greetings.candidates).toHaveLength(rows[0]?.people ?? 0);
  expect(greetings.candidates.every(({ source, decidedFen }) => source === null && decidedFen === 0)).toBe(
    true,
  );
  expect(greetings).toMatchObject({ budgetFen: null, spentFen: 0 });
  const person = greetings.candidates[0]?.person.id ?? '';
  const entered = await clerk.send('POST', '/records/aidCase', {
    cells: { opened_on: '2018-01-03', name: '不在册的人', appeal: '大病', amount_fen: 30_000 },
  });
  expect(entered.status).toBe(201);
  await sql`update aid_case set person_id = ${person} where id = (select id from aid_case
    where closed_on is null and person_id is null limit 1)`.execute(runtime.db);
  const before = await roll('困难救助');
  const own = before.candidates.find((one) => one.person.id === person);
  expect(own).toMatchObject({ source: { kind: 'aidCase' }, decidedFen: 0 });
  const award = { personId: person, month: '2018-01', fen: 30_000, fund: 'township', reason: '大病' };
  const decided = await clerk.send('POST', '/pay/awards', {
    ...{ commandKey: randomUUID(), kind: '困难救助', awards: [{ ...award, source: own?.source }] },
  });
  expect(decided.status).toBe(201);
  const after = await roll('困难救助');
  expect(after.candidates.length).toBe(before.candidates.length - 1);
  expect(after.spentFen).toBe(30_000);
});
