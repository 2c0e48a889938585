import type pg from 'pg';
import { type Verdict, verifyAll } from '../../packages/server/src/apps/verify/index.ts';
import { type Db, openKysely } from '../../packages/server/src/kernel/db.ts';
import { openDataFolder } from '../../packages/server/src/platform/datafolder/index.ts';
import {
  DATABASE,
  ensureCredentials,
  findAddress,
  OWNER,
} from '../../packages/server/src/platform/postgres/credentials.ts';
import { makePool } from '../../packages/server/src/platform/postgres/index.ts';
import { day } from '../../packages/values/src/index.ts';

/** The database of a running program, looked at from beside it. */
export interface Beside {
  readonly pool: pg.Pool;
  /** Rows of each table a step may write, and nothing that a sign-in or the sealing of the log writes. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /** The product's own verification, money included. */
  verify(): Promise<Verdict>;
  close(): Promise<void>;
}

const TABLES = [
  ...['person', 'spell', 'paid_line', 'meeting', 'village', 'record_history', 'import_log', 'stored_file'],
  ...['ledger_run', 'accrual', 'trace', 'right_start', 'ledger_head', 'pay_account', 'claim', 'recovery'],
  ...['batch', 'batch_event', 'pay_line', 'line_item', 'line_event', 'bank_file', 'exception_answer'],
];

/** Joins the database of the program that runs over a data folder. */
export async function besideOf(dataDir: string): Promise<Beside> {
  const folder = await openDataFolder(dataDir);
  const address = findAddress(folder);
  if (!address) throw new Error('no program runs over the data folder');
  const { owner } = ensureCredentials(folder);
  const { host, port } = address;
  const pool = makePool({ host, port, database: DATABASE, user: OWNER, password: owner }, { max: 4 });
  const db = openKysely(pool);
  const counts = async () => {
    const each = TABLES.map((table) => `(select count(*) from ${table})::int as ${table}`);
    const { rows } = await pool.query(`select ${each.join(', ')}`);
    return rows[0];
  };
  const read = <T>(work: (tx: Db) => Promise<T>) =>
    db.transaction().setIsolationLevel('repeatable read').execute(work);
  const clock = { now: Date.now, today: () => day('2018-03-20'), isSet: true };
  const verify = () => verifyAll({ db, clock, dataDir }, read);
  return { pool, counts, verify, close: () => pool.end() };
}
