// The second month of the ledger for 100,000 people in ten counties, one command a county: facts in the database to
// accruals in the database; against COPY of the same rows into a table with the same keys. And a township of 360.
// A million: --counties=100. Everybody in one township: --counties=1 --people=100000.
import { randomUUID } from 'node:crypto';
import { type Month, monthOf } from '@shuangyong/values';
import { openKysely } from '../packages/server/src/kernel/db.ts';
import { accrue } from '../packages/server/src/modules/benefits/index.ts';
import { testContext } from '../packages/server/src/testing/index.ts';
import { type BenchDatabase, copyIn, copyOut, inDatabase, twinOf } from './copies.ts';
import { fillLedger, type LedgerSize, type LedgerTownship } from './ledger.ts';
import { peakMb, seconds, sizeOf, tell } from './measure.ts';

const SIZE: LedgerSize = { counties: sizeOf('counties', 10), peopleEach: sizeOf('people', 10_000) };
const TOWN: LedgerSize = { counties: 1, peopleEach: 360 };
const MONTH = monthOf(2018, 3);

async function run(
  database: BenchDatabase,
  towns: readonly LedgerTownship[],
  through: Month,
): Promise<number> {
  const db = openKysely(database.pool);
  const ctx = testContext(database.keys, '练习', '2018-03-05');
  let lines = 0;
  for (const place of towns) {
    const asked = { commandKey: randomUUID(), through, cause: 'monthly' } as const;
    lines += (await db.transaction().execute((tx) => accrue(tx, ctx, place, asked))).lines;
  }
  return lines;
}

async function copied(database: BenchDatabase, towns: readonly LedgerTownship[]): Promise<number> {
  const client = await database.ownerPool.connect();
  try {
    const twin = await twinOf(client, 'accrual');
    await client.query(`insert into ${twin} select * from accrual where month < ${MONTH}`);
    const month = (countyId: number) =>
      copyOut(client, `select * from accrual where county_id = ${countyId} and month = ${MONTH} order by id`);
    const rows: Buffer[] = [];
    for (const { countyId } of towns) rows.push(await month(countyId));
    return await seconds(async () => {
      for (const one of rows) {
        await client.query('begin');
        await copyIn(client, twin, one);
        await client.query('commit');
      }
    });
  } finally {
    client.release();
  }
}

async function prepared(database: BenchDatabase, size: LedgerSize): Promise<readonly LedgerTownship[]> {
  const towns = await fillLedger(openKysely(database.pool), size);
  await database.ownerPool.query('analyze');
  await run(database, towns, monthOf(2018, 2));
  await database.ownerPool.query('vacuum analyze');
  return towns;
}

await inDatabase(async (database) => {
  const towns = await prepared(database, SIZE);
  let [lines, own] = [0, 0];
  const memoryMb = await peakMb(async () => {
    own = await seconds(async () => {
      lines = await run(database, towns, MONTH);
    });
  });
  const people = SIZE.counties * SIZE.peopleEach;
  tell({
    ...{
      name: 'run',
      unit: 's',
      ours: own,
      baseline: await copied(database, towns),
      lines,
      people,
      memoryMb,
    },
    baselineName: 'COPY of the same rows into a table with the same keys',
    minutesFor8600000: (own / people) * 8_600_000 * (1 / 60),
  });
});

await inDatabase(async (database) => {
  const towns = await prepared(database, TOWN);
  let lines = 0;
  const own = await seconds(async () => {
    lines = await run(database, towns, MONTH);
  });
  tell({
    ...{ name: 'run-town', unit: 's', ours: own, baseline: 0.5, lines, people: TOWN.peopleEach },
    baselineName: 'what feels instant',
  });
});
