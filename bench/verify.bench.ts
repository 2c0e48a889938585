// Proving the books of ten months paid, against COPY of every table out, read by nobody; and the papers, against sha256sum
// of the same files. The full size, a million lines due and a million paid: --people=100000.
import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Month, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { checkFiles } from '../packages/server/src/apps/verify/files.ts';
import { verifyAll } from '../packages/server/src/apps/verify/index.ts';
import { type Db, openKysely } from '../packages/server/src/kernel/db.ts';
import { sealEvents } from '../packages/server/src/modules/audit/index.ts';
import { accrue } from '../packages/server/src/modules/benefits/index.ts';
import { storeFile } from '../packages/server/src/platform/files/store.ts';
import { testContext } from '../packages/server/src/testing/index.ts';
import { batchSteps } from './batch-steps.ts';
import { type BenchDatabase, copyAway, inDatabase } from './copies.ts';
import { fillLedger, type LedgerTownship } from './ledger.ts';
import { fillAccounts } from './ledger-accounts.ts';
import { inFolder, peakMb, seconds, sizeOf, tell } from './measure.ts';

const PEOPLE = sizeOf('people', 3_000);
const PAPERS = sizeOf('papers', 300);
const PAPER_BYTES = 1024 * 1024;
const MONTHS = 10;
const BEFORE = monthOf(2017, 12);

/** Ten months run, opened, signed by three and sent to the bank. */
async function paid(database: BenchDatabase, dataDir: string): Promise<void> {
  const db = openKysely(database.pool);
  const [town] = await fillLedger(db, { counties: 1, peopleEach: PEOPLE });
  if (town === undefined) throw new Error('no township');
  await fillAccounts(db, database.keys, town);
  for (let n = 1; n <= MONTHS; n += 1) {
    await database.ownerPool.query('vacuum analyze');
    await month(database, db, town, (BEFORE + n) as Month, dataDir);
  }
}

async function month(database: BenchDatabase, db: Db, town: LedgerTownship, through: Month, dataDir: string) {
  const ctx = testContext(database.keys, '甲', '2018-12-05');
  const asked = { commandKey: randomUUID(), through, cause: 'monthly' } as const;
  await db.transaction().execute((tx) => accrue(tx, ctx, town, asked));
  const steps = batchSteps(database, town, dataDir);
  const batch = await steps.open(through);
  for (const step of [steps.submit, steps.review, steps.approve, steps.toBank]) await step(batch);
}

async function everything({ ownerPool }: BenchDatabase): Promise<void> {
  const client = await ownerPool.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`select tablename as name from pg_tables
      where schemaname = 'public'`);
    for (const { name } of rows) await copyAway(client, `select * from ${name}`);
  } finally {
    client.release();
  }
}

async function papers(db: Db, dataDir: string): Promise<void> {
  for (let n = 0; n < PAPERS; n += 1) {
    const file = await storeFile(dataDir, randomBytes(PAPER_BYTES));
    await sql`insert into stored_file values (621201, decode(${file.sha256}, 'hex'), ${file.size}, ${file.mediaType}, '材料')`.execute(
      db,
    );
  }
}

await inFolder((dataDir) =>
  inDatabase(async (database) => {
    mkdirSync(join(dataDir, 'backups'), { recursive: true });
    const db = openKysely(database.pool);
    await paid(database, dataDir);
    await sealEvents(db);
    await database.ownerPool.query('vacuum analyze');
    const clock = { now: () => Date.now() } as Parameters<typeof verifyAll>[0]['clock'];
    const read = <T>(work: (tx: Db) => Promise<T>) =>
      db.transaction().setIsolationLevel('repeatable read').execute(work);
    let verdict: Awaited<ReturnType<typeof verifyAll>> | undefined;
    let ours = 0;
    const memoryMb = await peakMb(async () => {
      ours = await seconds(async () => {
        verdict = await verifyAll({ db, clock, dataDir }, read);
      });
    });
    if (!verdict?.ok) throw new Error(`the books do not prove themselves: ${verdict?.findings[0]?.code}`);
    const { accruals, payLines } = verdict.checked;
    const baseline = await seconds(() => everything(database));
    tell({
      ...{ name: 'verify', unit: 's', ours, baseline, accruals, payLines, memoryMb },
      baselineName: 'COPY of every table out, read by nobody',
    });
    await papers(db, dataDir);
    const files = join(dataDir, 'files');
    const all = readdirSync(files, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name));
    const sums = await seconds(() => promisify(execFile)('sha256sum', all, { maxBuffer: 64 * PAPER_BYTES }));
    const checked = await seconds(() => checkFiles(db, dataDir));
    tell({
      ...{ name: 'verify papers', unit: 's', ours: checked, baseline: sums, papers: all.length },
      baselineName: 'sha256sum of the same files',
    });
  }),
);
