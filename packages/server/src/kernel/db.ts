import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { DB } from '../../../../db/types.gen.ts';
import { batchedPool } from './batched.ts';

/** A database handle: the pool's or a transaction's. Services take it first and pass it to every query. */
export type Db = Kysely<DB>;

/** Wraps the application role's pool. The pool's type parsers decide what values look like. */
export function openKysely(pool: pg.Pool): Db {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: batchedPool(pool) }) });
}
