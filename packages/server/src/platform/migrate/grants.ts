import type pg from 'pg';
import { assert } from '../../kernel/refusal.ts';
import type { TableRights } from './plan.ts';

/** Applies the grants unless this schema with these rights already has them; the mark is a comment in the database. */
export async function ensureGrants(
  client: pg.ClientBase,
  role: string,
  rights: TableRights,
  schemaKey: string,
): Promise<void> {
  const mark = `grants ${role} ${schemaKey}`;
  const { rows } = await client.query<{ mark: string | null }>(
    `select obj_description('schema_migration'::regclass, 'pg_class') as mark`,
  );
  if (rows[0]?.mark === mark) return;
  await applyGrants(client, role, rights);
  await client.query(`comment on table schema_migration is '${mark}'`);
}

/**
 * Gives the application's role its rights on every table: read, add and change; only read and add where records
 * are append-only; delete only where a row is no record (a session, a job). Everything else is taken away.
 */
export async function applyGrants(client: pg.ClientBase, role: string, rights: TableRights): Promise<void> {
  await client.query('begin');
  try {
    await grantRights(client, role, rights);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** The same within the caller's transaction. */
export async function grantRights(client: pg.ClientBase, role: string, rights: TableRights): Promise<void> {
  const tables = await readTables(client);
  for (const name of [...rights.appendOnly, ...rights.deletable]) {
    assert(tables.includes(name), `append-only.json names table ${name}`);
  }
  const statements = tables
    .filter((table) => table !== 'schema_migration')
    .map((table) => `grant ${rightsOn(table, rights)} on ${quote(table)} to ${quote(role)}`);
  await client.query(
    [
      `grant usage on schema public to ${quote(role)}`,
      `revoke all on all tables in schema public from public, ${quote(role)}`,
      ...statements,
      `grant usage, select on all sequences in schema public to ${quote(role)}`,
      `grant select on schema_migration to ${quote(role)}`,
    ].join(';\n'),
  );
}

function rightsOn(table: string, { appendOnly, deletable }: TableRights): string {
  assert(!(appendOnly.includes(table) && deletable.includes(table)), `${table} is append-only or deletable`);
  if (appendOnly.includes(table)) return 'select, insert';
  return deletable.includes(table) ? 'select, insert, update, delete' : 'select, insert, update';
}

// Tables, partitions and views, but not those that came with an extension.
async function readTables(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ relname: string }>(
    `select c.relname
       from pg_class c
      where c.relnamespace = 'public'::regnamespace
        and c.relkind in ('r', 'p', 'v', 'm')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by c.relname`,
  );
  return rows.map(({ relname }) => relname);
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
