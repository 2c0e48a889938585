// A raise announced in November for the months since January: everybody's ten months posted as differences, against one
// month's run for the same people in the same database. A million: --counties=100.
import { randomUUID } from 'node:crypto';
import { type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { type Db, openKysely } from '../packages/server/src/kernel/db.ts';
import { accrue } from '../packages/server/src/modules/benefits/index.ts';
import { decidePackage, enterPackage, readPackage } from '../packages/server/src/modules/standards/index.ts';
import { testContext } from '../packages/server/src/testing/index.ts';
import { type BenchDatabase, copyIn, copyOut, inDatabase, twinOf } from './copies.ts';
import { fillLedger, type LedgerSize, type LedgerTownship } from './ledger.ts';
import { peakMb, seconds, sizeOf, tell } from './measure.ts';

const SIZE: LedgerSize = { counties: sizeOf('counties', 4), peopleEach: sizeOf('people', 5_000) };
const [SETTLED, OCTOBER] = [monthOf(2018, 9), monthOf(2018, 10)];

const raiseOf = (
  countyId: number,
) => `{ package: raise, title: 虚构的提标, sources: [{ id: raise, title: 虚构的通知 }],
  tables: [{ code: martyrChild.base, unit: fen_per_month, axes: [], combine: replace, values: [{ region: "${countyId}",
  from: 2018-01, to: 2018-12, knownOn: 2018-11-01, source: raise, status: published, fund: central, cells: { "-": 60000 } }] }] }`;

async function adopt(db: Db, { keys }: BenchDatabase, town: LedgerTownship): Promise<void> {
  const place = { ...town, code: `${town.countyId}100000` };
  await db.transaction().execute(async (tx) => {
    const body = readPackage(raiseOf(town.countyId));
    const entered = await enterPackage(tx, testContext(keys, '甲', '2018-11-01'), place, {
      body,
      origin: 'typed',
    });
    await decidePackage(tx, testContext(keys, '乙', '2018-11-01'), place, entered.id, { state: 'adopted' });
  });
}

/** COPY of what the raise posted into a table with the same keys: below this no arrears can be. */
async function copied({ ownerPool }: BenchDatabase): Promise<number> {
  const client = await ownerPool.connect();
  try {
    const raised = `run_id in (select id from ledger_run where cause = 'raise')`;
    const rows = await copyOut(client, `select * from accrual where ${raised} order by id`);
    const twin = await twinOf(client, 'accrual');
    await client.query(`insert into ${twin} select * from accrual where not ${raised}`);
    return await seconds(() => copyIn(client, twin, rows));
  } finally {
    client.release();
  }
}

await inDatabase(async (database) => {
  const db = openKysely(database.pool);
  const towns = await fillLedger(db, SIZE);
  await sql`update spell set category = '烈士子女'`.execute(db);
  await database.ownerPool.query('vacuum analyze');
  const ctx = testContext(database.keys, '甲', '2018-11-05');
  const run = async (through: Month, cause: 'monthly' | 'raise') => {
    let lines = 0;
    for (const town of towns) {
      const asked = { commandKey: randomUUID(), through, cause } as const;
      lines += (await db.transaction().execute((tx) => accrue(tx, ctx, town, asked))).lines;
    }
    return lines;
  };
  await run(SETTLED, 'monthly');
  await database.ownerPool.query('vacuum analyze');
  let monthly = 0;
  const baseline = await seconds(async () => {
    monthly = await run(OCTOBER, 'monthly');
  });
  await database.ownerPool.query('vacuum analyze');
  for (const town of towns) await adopt(db, database, town);
  let [lines, ours] = [0, 0];
  const memoryMb = await peakMb(async () => {
    ours = await seconds(async () => {
      lines = await run(OCTOBER, 'raise');
    });
  });
  const people = SIZE.counties * SIZE.peopleEach;
  tell({
    ...{ name: 'arrears', unit: 's', ours, baseline, people, lines, linesOfAMonth: monthly, memoryMb },
    copyOfTheSameRows: await copied(database),
    baselineName: 'the run of one month for the same people',
  });
});
