import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../kernel/db.ts';
import { accrue } from '../modules/benefits/index.ts';
import { runHash } from '../modules/disbursement/index.ts';
import { importWorkbook } from '../modules/imports/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { KINDS } from './kinds.ts';
import { PROJECT_FOLDER } from './runtime.ts';
import { runChecks } from './verify/check.ts';
import { LEDGER_CHECKS } from './verify/money.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const ctx = testContext(keys, '王某', '2018-01-10');
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

const run = (month: number, key: string = randomUUID(), all = false) =>
  db.transaction().execute((tx) =>
    accrue(tx, ctx, place, {
      ...{ commandKey: key, through: monthOf(2018, month), cause: 'monthly', all },
    }),
  );

test('the first month of the ledger follows the last one paid; again nothing, and one key is one run', async () => {
  const key = randomUUID();
  const first = await run(1, key);
  expect(first.lines).toBeGreaterThan(100);
  const { rows } = await sql<{ month: number; n: number }>`select month, count(*)::int as n from accrual
    group by month order by month`.execute(db);
  expect(rows.map(({ month }) => month)).toEqual([monthOf(2018, 1)]);
  expect(await run(1, key)).toEqual(first);
  expect(await run(1)).toMatchObject({ people: 0, lines: 0, totalFen: 0 });
  expect(await run(1, randomUUID(), true)).toMatchObject({ lines: 0, totalFen: 0, people: first.people });
});

test('the next month posts that month only, and the books prove themselves', async () => {
  const next = await run(2);
  expect(next.lines).toBeGreaterThan(100);
  const { rows } = await sql<{
    set: boolean;
  }>`select set_hash = ${runHash(sql`r.county_id`, sql`r.id`)} as set
    from ledger_run r`.execute(db);
  expect(rows.map(({ set }) => set)).toEqual([true, true, true, true]);
  expect(await db.transaction().execute((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);
});
