// A batch of a county's month from opening to the bank's file, three hands and all, on tables without statistics, as they
// are after the first month; against COPY of the debts out, of the same rows into tables with the same keys, and of what
// the bank is told out again. The full size: --lines=100000.
import { randomUUID } from 'node:crypto';
import { monthOf } from '@shuangyong/values';
import { type Db, openKysely } from '../packages/server/src/kernel/db.ts';
import { accrue } from '../packages/server/src/modules/benefits/index.ts';
import { testContext } from '../packages/server/src/testing/index.ts';
import { type BatchSteps, batchSteps } from './batch-steps.ts';
import { type BenchDatabase, copyAway, copyIn, copyOut, inDatabase, twinOf } from './copies.ts';
import { fillLedger, type LedgerTownship } from './ledger.ts';
import { fillAccounts } from './ledger-accounts.ts';
import { inFolder, peakMb, seconds, sizeOf, tell } from './measure.ts';

const LINES = sizeOf('lines', 30_000);
const MONTH = monthOf(2018, 1);
const WRITTEN = ['pay_account', 'pay_line', 'line_item', 'line_event'] as const;
const DEBTS = `select * from accrual`;
const TOLD = `select l.id, l.ordinal, a.holder_name, a.bank_name, a.account_sealed, l.fen from pay_line l
  join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version`;

async function filled({ pool, keys, ownerPool }: BenchDatabase): Promise<LedgerTownship> {
  const db = openKysely(pool);
  const [town] = await fillLedger(db, { counties: 1, peopleEach: LINES });
  if (town === undefined) throw new Error('no township');
  await fillAccounts(db, keys, town);
  await ownerPool.query('analyze');
  const ctx = testContext(keys, '甲', '2018-01-05');
  const asked = { commandKey: randomUUID(), through: MONTH, cause: 'monthly' } as const;
  await db.transaction().execute((tx: Db) => accrue(tx, ctx, town, asked));
  return town;
}

async function copied({ ownerPool }: BenchDatabase): Promise<number> {
  const client = await ownerPool.connect();
  try {
    const rows = new Map<string, Buffer>();
    for (const table of WRITTEN)
      rows.set(await twinOf(client, table), await copyOut(client, `select * from ${table}`));
    return await seconds(async () => {
      await copyAway(client, DEBTS);
      for (const [twin, all] of rows) await copyIn(client, twin, all);
      await copyAway(client, TOLD);
    });
  } finally {
    client.release();
  }
}

const HANDS = ['submit', 'review', 'approve', 'toBank', 'show'] as const;

/** Every step with its seconds. */
async function stepped(steps: BatchSteps): Promise<Readonly<Record<string, number>>> {
  const begin = performance.now();
  const batch = await steps.open(MONTH);
  const took: Record<string, number> = { open: (performance.now() - begin) / 1000 };
  for (const name of HANDS) took[name] = await seconds(() => steps[name](batch));
  return took;
}

await inFolder((dataDir) =>
  inDatabase(async (database) => {
    const steps = batchSteps(database, await filled(database), dataDir);
    let took: Readonly<Record<string, number>> = {};
    const memoryMb = await peakMb(async () => {
      took = await stepped(steps);
    });
    const { show, ...hands } = took;
    const ours = Object.values(hands).reduce((sum, one) => sum + one, 0);
    tell({
      ...{
        name: 'batch',
        unit: 's',
        ours,
        baseline: await copied(database),
        lines: LINES,
        memoryMb,
        steps: hands,
        show,
      },
      baselineName:
        'COPY of the debts out, of the same rows in with the same keys, of what the bank is told out',
    });
  }),
);
