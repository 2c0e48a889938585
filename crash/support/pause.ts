import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

/** A step held at the moment at which it is about to write to a table. */
export interface Pause {
  /** Resolves when a command of the program waits there; false when it ended without coming there. */
  reached(isOver: () => boolean): Promise<boolean>;
  /** Lets go; also when the database is gone. */
  release(): Promise<void>;
}

/**
 * Holds every writer of a table from outside, by a lock that readers and foreign keys do not notice: the program runs
 * as it always does and knows nothing of it.
 */
export async function pauseAt(pool: pg.Pool, table: string): Promise<Pause> {
  const client = await pool.connect();
  client.on('error', () => {});
  await client.query('begin');
  await client.query(`lock table ${client.escapeIdentifier(table)} in share row exclusive mode`);
  const isWaiting = async () => {
    const { rows } = await pool.query(
      `select 1 from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and l.relation = $1::regclass and a.state <> 'idle'`,
      [table],
    );
    return rows.length > 0;
  };
  const reached = async (isOver: () => boolean) => {
    while (!(await isWaiting())) {
      if (isOver()) return false;
      await sleep(2);
    }
    return true;
  };
  const release = async () => {
    const isGone = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(isGone);
  };
  return { reached, release };
}
