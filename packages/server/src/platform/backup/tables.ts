import { createHash } from 'node:crypto';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { z } from 'zod';
import { assert } from '../../kernel/refusal.ts';

/** A table as the catalog describes it. */
export interface Table {
  readonly name: string;
  /** Every column that is stored, in the table's own order. */
  readonly columns: readonly string[];
  /** Order of the primary key; text by its bytes, so that every server sorts alike. */
  readonly order: readonly string[];
  /** Whole amounts of money in fen. */
  readonly fen: readonly string[];
}

/** What two copies of a table must agree on. Sums are decimal text. */
export const measureSchema = z.object({
  rows: z.number().int(),
  sums: z.record(z.string(), z.string()),
  sha256: z.string(),
});
export type Measure = z.infer<typeof measureSchema>;

/** So that the same value is written the same way by every server. */
export const PLAIN_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD';
  set local intervalstyle = 'postgres'; set local bytea_output = 'hex'; set local extra_float_digits = 1`;

/** Every table of ours but the history of the schema, which a restore writes itself. */
export async function readTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname as name,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                   order by a.attnum) as columns,
            array(select quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end
                    from pg_index i, unnest(i.indkey) with ordinality as k (attnum, place), pg_attribute a
                   where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum
                   order by k.place) as order,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.atttypid = 'int8'::regtype and not a.attisdropped
                     and a.attname ~ '(^|_)fen$' order by a.attnum) as fen
       from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> 'schema_migration'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by c.relname collate "C"`,
  );
  for (const { name, order } of rows) assert(order.length > 0, `table ${name} has a primary key`);
  return rows;
}

/** The rows of a table in key order, as the server writes them. */
export function copyOut(client: pg.ClientBase, table: Table): AsyncIterable<Buffer> {
  const columns = columnList(table);
  return client.query(
    copyTo(`copy (select ${columns} from ${quote(table.name)} order by ${table.order.join(', ')}) to stdout`),
  );
}

export function columnList(table: Pick<Table, 'columns'>): string {
  return table.columns.map(quote).join(', ');
}

/** Rows and sums, counted by the server in the same snapshot. */
export async function countTable(client: pg.ClientBase, table: Table): Promise<Omit<Measure, 'sha256'>> {
  const sums = table.fen.map((column) => `coalesce(sum(${quote(column)}), 0)::text`);
  const { rows } = await client.query<[number, ...string[]]>({
    text: `select ${['count(*)', ...sums].join(', ')} from ${quote(table.name)}`,
    rowMode: 'array',
  });
  const [count = 0, ...values] = rows[0] ?? [0];
  return { rows: count, sums: Object.fromEntries(table.fen.map((column, i) => [column, values[i] ?? '0'])) };
}

/** Reads a whole table once and measures it. */
export async function measureTable(client: pg.ClientBase, table: Table): Promise<Measure> {
  const hash = createHash('sha256');
  for await (const chunk of copyOut(client, table)) hash.update(chunk);
  return { ...(await countTable(client, table)), sha256: hash.digest('hex') };
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
