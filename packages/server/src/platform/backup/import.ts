import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { assert, refuse } from '../../kernel/refusal.ts';
import { applyMigration, grantRights, type Migration, readTableRights } from '../migrate/index.ts';
import type { Entry } from './entries.ts';
import type { Begin, Manifest } from './manifest.ts';
import { columnList, measureTable, PLAIN_TEXT, quote, type Table } from './tables.ts';

/** What is made of the schema: first the migrations the backup knew, after the rows those that came later. */
export interface SchemaPlan {
  readonly done: readonly Migration[];
  readonly later: readonly Migration[];
  readonly dbFolder: string;
  readonly appRole: string | undefined;
}

/** Statements that put back what was taken away while the rows came in. */
export type Rebuild = readonly string[];

/** Refuses a database in which there already is something. */
export async function requireEmptyDatabase(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') limit 1`,
  );
  if (rows.length > 0) {
    refuse('database_not_empty', 'DATABASE_URL 指向的数据库不是空的，只能恢复到空数据库。请另建一个。');
  }
}

/** Makes the schema the backup had, without the keys and indexes that are faster built once the rows are there. */
export async function makeSchema(client: pg.ClientBase, begin: Begin, plan: SchemaPlan): Promise<Rebuild> {
  for (const migration of plan.done) await applyMigration(client, migration);
  const names = begin.tables.map(({ name }) => quote(name));
  const rebuild = [...(await dropIndexes(client)), ...(await dropForeignKeys(client))];
  // A migration may bring rows of its own; the backup has them too, as they were then.
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
  await client.query(PLAIN_TEXT);
  return rebuild;
}

/** Puts keys and indexes back, brings the schema up to date and gives the application its rights. */
export async function finishSchema(client: pg.ClientBase, rebuild: Rebuild, plan: SchemaPlan): Promise<void> {
  await client.query(`set local maintenance_work_mem = '256MB'; set local timezone = 'Asia/Shanghai'`);
  for (const statement of rebuild) await client.query(statement);
  for (const migration of plan.later) await applyMigration(client, migration);
  if (plan.appRole) await grantRights(client, plan.appRole, readTableRights(plan.dbFolder));
}

/** Brings the rows of one table in; answers the hash of what came. */
export async function importTable(client: pg.ClientBase, table: Table, entry: Entry): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  // The table was made in this very transaction, so its rows may be written as settled.
  const statement = `copy ${quote(table.name)} (${columnList(table)}) from stdin with (freeze)`;
  await pipeline(entry.bytes, hashing, client.query(copyFrom(statement)));
  return hash.digest('hex');
}

/** Reads everything back and compares rows, sums and hashes. Refuses `backup_differs` with the tables' names. */
export async function compareTables(client: pg.ClientBase, begin: Begin, manifest: Manifest): Promise<void> {
  const names = begin.tables.map(({ name }) => quote(name));
  if (names.length > 0) await client.query(`analyze ${names.join(', ')}`);
  const differing: string[] = [];
  for (const table of begin.tables) {
    const expected = manifest.tables[table.name];
    assert(expected, `manifest knows table ${table.name}`);
    const found = await measureTable(client, table);
    const isSame =
      found.rows === expected.rows &&
      found.sha256 === expected.sha256 &&
      table.fen.every((column) => found.sums[column] === expected.sums[column]);
    if (!isSame) differing.push(table.name);
  }
  if (differing.length > 0) {
    refuse('backup_differs', '恢复出来的行数、金额或散列与备份不一致，没有恢复任何内容。', {
      tables: differing,
    });
  }
}

export async function restoreSequences(client: pg.ClientBase, { sequences }: Manifest): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    await client.query('select setval($1::regclass, $2::bigint)', [quote(name), last]);
  }
}

async function dropForeignKeys(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint
      where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
      order by 1, 2`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows.map(
    ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
  );
}

async function dropIndexes(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i join pg_class c on c.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and not i.indisprimary and not c.relispartition
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
        and not exists (select from pg_depend d where d.objid = i.indrelid and d.deptype = 'e')
      order by 1`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}
