// The second month of the ledger for 100,000 people in ten counties, one command a county: facts in the database to
// accruals in the database; against COPY of the same rows into a table with the same keys. And a township of 360.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Month, monthOf } from '@shuangyong/values';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openKysely } from '../packages/server/src/kernel/db.ts';
import { accrue } from '../packages/server/src/modules/benefits/index.ts';
import { createTestDatabase, startTestServer, testContext } from '../packages/server/src/testing/index.ts';
import { fillLedger, type LedgerSize, type LedgerTownship } from './ledger.ts';
import { peakMb, seconds, tell } from './measure.ts';

const SIZE: LedgerSize = { counties: 10, peopleEach: 10_000 };
const TOWN: LedgerSize = { counties: 1, peopleEach: 360 };
const MONTH = monthOf(2018, 3);

type Database = Awaited<ReturnType<typeof createTestDatabase>>;

async function run(database: Database, towns: readonly LedgerTownship[], through: Month): Promise<number> {
  const db = openKysely(database.pool);
  const ctx = testContext(database.keys, '练习', '2018-03-05');
  let lines = 0;
  for (const place of towns) {
    const asked = { commandKey: randomUUID(), through, cause: 'monthly' } as const;
    lines += (await db.transaction().execute((tx) => accrue(tx, ctx, place, asked))).lines;
  }
  return lines;
}

async function copyOut(client: pg.PoolClient, query: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of client.query(copyTo(`copy (${query}) to stdout`))) parts.push(part);
  return Buffer.concat(parts);
}

async function copyIn(client: pg.PoolClient, rows: Buffer): Promise<void> {
  await pipeline(Readable.from([rows]), client.query(copyFrom('copy accrual_copy from stdin')));
}

/** A table like the ledger's, with its indexes and foreign keys, holding what was posted before the month. */
async function copyTarget(client: pg.PoolClient): Promise<void> {
  await client.query(`create table accrual_copy (like accrual including all,
    foreign key (county_id, run_id) references ledger_run (county_id, id),
    foreign key (county_id, trace_hash) references trace (county_id, hash),
    foreign key (county_id, person_id) references person (county_id, id))`);
  await client.query(`insert into accrual_copy select * from accrual where month < ${MONTH}`);
}

async function copied(database: Database, towns: readonly LedgerTownship[]): Promise<number> {
  const client = await database.ownerPool.connect();
  try {
    await copyTarget(client);
    const month = (countyId: number) =>
      copyOut(client, `select * from accrual where county_id = ${countyId} and month = ${MONTH} order by id`);
    const rows: Buffer[] = [];
    for (const { countyId } of towns) rows.push(await month(countyId));
    return await seconds(async () => {
      for (const one of rows) {
        await client.query('begin');
        await copyIn(client, one);
        await client.query('commit');
      }
    });
  } finally {
    client.release();
  }
}

async function prepared(database: Database, size: LedgerSize): Promise<readonly LedgerTownship[]> {
  const towns = await fillLedger(openKysely(database.pool), size);
  await database.ownerPool.query('analyze');
  await run(database, towns, monthOf(2018, 2));
  await database.ownerPool.query('vacuum analyze');
  return towns;
}

async function inDatabase(work: (database: Database) => Promise<void>): Promise<void> {
  const { close, ...server } = await startTestServer();
  try {
    const database = await createTestDatabase(server);
    await work(database).finally(() => database.drop());
  } finally {
    await close();
  }
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
