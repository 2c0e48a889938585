import type pg from 'pg';
import { refuse } from '../../kernel/refusal.ts';
import { ensureGrants } from './grants.ts';
import {
  type AppliedMigration,
  DB_FOLDER,
  type Migration,
  pendingMigrations,
  readMigrations,
  readTableRights,
  schemaKey,
} from './plan.ts';

export interface MigrateOptions {
  readonly dbFolder?: string;
  /** The application's role; without one no rights are given. */
  readonly appRole?: string | undefined;
  /** Called before a database that already has a schema is changed: the place for a backup. */
  readonly beforeMigrate?: (pending: readonly Migration[]) => Promise<void>;
  /** A command beside a running `serve` must not change the schema under it. */
  readonly mayChange?: boolean;
}

// Any number, the same for all: one migrates at a time.
export const MIGRATION_LOCK = 7_240_113;

/** Brings the schema up to date, each migration in a transaction of its own. Answers the names applied. */
export async function migrate(ownerPool: pg.Pool, options: MigrateOptions = {}): Promise<readonly string[]> {
  const dbFolder = options.dbFolder ?? DB_FOLDER;
  const client = await ownerPool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await readApplied(client);
    const pending = pendingMigrations(readMigrations(dbFolder), applied);
    if (pending.length > 0 && options.mayChange === false) {
      refuse('schema_behind', '正在运行的服务还是旧版本：请先停止服务再启动，数据库会自动升级。');
    }
    if (pending.length > 0 && applied.length > 0) await options.beforeMigrate?.(pending);
    for (const migration of pending) await apply(client, migration);
    if (options.appRole && options.mayChange !== false) {
      await ensureGrants(client, options.appRole, readTableRights(dbFolder), schemaKey(dbFolder));
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => {});
    client.release();
  }
}

async function readApplied(client: pg.PoolClient): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('schema_migration') is not null as there`,
  );
  if (!rows[0]?.there) return [];
  const applied = await client.query<AppliedMigration>(
    'select number, name, sha256 from schema_migration order by number',
  );
  return applied.rows;
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await applyMigration(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed`, { cause: error });
  }
}

/** Applies one migration within the caller's transaction. */
export async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(
    `create table if not exists schema_migration (
       number     int primary key,
       name       text not null,
       sha256     text not null,
       applied_at timestamptz not null default now()
     )`,
  );
  await client.query(migration.sql);
  await client.query('insert into schema_migration (number, name, sha256) values ($1, $2, $3)', [
    migration.number,
    migration.name,
    migration.sha256,
  ]);
}
