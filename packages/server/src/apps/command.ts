import type { Clock } from '../kernel/clock.ts';
import type { Actor, Ctx, Keys, May } from '../kernel/context.ts';
import type { Db } from '../kernel/db.ts';
import { lackOfRoom } from '../platform/datafolder/index.ts';

/** What this process holds for as long as it runs. */
export interface Runtime {
  readonly db: Db;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly dataDir: string;
}

export interface Caller {
  readonly actor: Actor;
  readonly may: May;
}

export function contextOf(runtime: Runtime, caller: Caller): Ctx {
  const { clock, keys } = runtime;
  return { actor: caller.actor, may: caller.may, now: clock.now(), today: clock.today(), keys };
}

/**
 * The only place that opens a transaction: one command, one transaction, handed down to services. A thrown
 * refusal, denial or bug rolls everything back, the audit line included. Refuses `disk_full` before anything is done.
 */
export async function runCommand<T>(
  runtime: Runtime,
  caller: Caller,
  work: (tx: Db, ctx: Ctx) => Promise<T>,
): Promise<T> {
  const full = await lackOfRoom(runtime.dataDir);
  if (full) throw full;
  return runtime.db.transaction().execute((tx) => work(tx, contextOf(runtime, caller)));
}

/** A read: one snapshot, nothing written, so that a figure and its trace always agree. */
export function runQuery<T>(
  runtime: Runtime,
  caller: Caller,
  work: (tx: Db, ctx: Ctx) => Promise<T>,
): Promise<T> {
  return runtime.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => work(tx, contextOf(runtime, caller)));
}
