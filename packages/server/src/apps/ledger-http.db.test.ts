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
    claims: [],
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
  expect(listed.body).toMatchObject({ awards: [{ kind: '慰问金', month: '2018-02', fen: 50_000 }] });
  const periods = await clerk.send('GET', '/pay/periods');
  expect(periods.body).toMatchObject({ closed: [], month: '2018-01' });
  const families = await clerk.send('POST', '/pay/awards/conscripts', {
    ...{ commandKey: randomUUID(), year: 2018 },
  });
  expect(families.body).toMatchObject({ run: null });
});
