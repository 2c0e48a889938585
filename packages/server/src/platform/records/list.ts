import { type RawBuilder, sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Cells, ColumnDef, KindDef } from '../contract/kind.ts';
import { cellColumns, type DbRow, decodeCells } from './codec.ts';
import { isEvidenced, paperCount } from './proof.ts';

/** What a list may be narrowed by. All of it stands in the page's address. */
export interface ListQuery {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
  readonly q?: string | undefined;
  readonly village?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly evidenced?: boolean | undefined;
  readonly personId?: string | undefined;
  readonly sort?: string | undefined;
  readonly desc?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface ListedRecord {
  readonly id: string;
  readonly divisionId: string;
  readonly cells: Cells;
  readonly papers: number;
  readonly evidenced: boolean;
  readonly source: { readonly file: string | null; readonly sheet: string; readonly row: number } | null;
  readonly version: number;
  readonly personId: string | null;
  readonly personLink: string | null;
}

const SEARCHED = new Set(['text', 'word']);

function matches(kind: KindDef, q: string): RawBuilder<unknown> {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const texts = kind.columns.filter((column) => SEARCHED.has(column.type));
  return sql`(${sql.join(
    texts.map((column) => sql`r.${sql.ref(column.field)} ilike ${pattern}`),
    sql` or `,
  )})`;
}

function conditions(kind: KindDef, query: ListQuery): RawBuilder<unknown> {
  const parts = [
    sql`r.county_id = ${query.countyId}`,
    sql`r.division_id = any(${query.divisionIds})`,
    sql`r.voided_at is null`,
  ];
  if (query.q) parts.push(matches(kind, query.q));
  if (query.village && kind.columns.some((column) => column.field === 'village_id'))
    parts.push(sql`r.village_id = (select id from village where county_id = ${query.countyId}
      and division_id = any(${query.divisionIds}) and name = ${query.village} and voided_at is null limit 1)`);
  if (kind.dateField && query.from) parts.push(sql`r.${sql.ref(kind.dateField)} >= ${query.from}`);
  if (kind.dateField && query.to) parts.push(sql`r.${sql.ref(kind.dateField)} <= ${query.to}`);
  if (kind.person && query.personId) parts.push(sql`r.person_id = ${query.personId}`);
  if (query.evidenced !== undefined)
    parts.push(sql`${isEvidenced(kind.kind, sql`r.id`, sql`r.county_id`)} = ${query.evidenced}`);
  return sql.join(parts, sql` and `);
}

function ordering(kind: KindDef, query: ListQuery): RawBuilder<unknown> {
  const asked = kind.columns.find((column) => column.field === query.sort);
  const field = asked && asked.type !== 'identity' ? asked.field : (kind.dateField ?? 'source_row');
  const down = query.sort ? query.desc : kind.dateField !== undefined;
  return sql`r.${sql.ref(field)} ${down ? sql`desc nulls last` : sql`asc nulls last`}, r.id`;
}

function summed(column: ColumnDef): boolean {
  return column.type === 'fen' || (column.type === 'count' && column.field !== 'benefit_year');
}

function withVillageName(kind: KindDef, cells: Cells, row: DbRow): Cells {
  const has = kind.columns.some((column) => column.type === 'village');
  return has ? { ...cells, village_id: (row.village_name as string | null) ?? null } : cells;
}

function listed(kind: KindDef, row: DbRow, keys: Keys): ListedRecord {
  const sheet = row.source_sheet as string | null;
  return {
    id: row.id as string,
    divisionId: row.division_id as string,
    cells: withVillageName(kind, decodeCells(kind, row, keys), row),
    papers: Number(row.papers),
    evidenced: row.evidenced === true,
    source: sheet ? { file: row.file_name as string | null, sheet, row: row.source_row as number } : null,
    version: row.version as number,
    personId: (row.person_id as string | undefined) ?? null,
    personLink: (row.person_link as string | undefined) ?? null,
  };
}

function selectRows(kind: KindDef, where: RawBuilder<unknown>, tail: RawBuilder<unknown>) {
  const own = ['id', 'division_id', 'version', 'source_sheet', 'source_row', ...cellColumns(kind)];
  const linked = kind.person ? ['person_id', 'person_link'] : [];
  const columns = [...own, ...linked].map((name) => sql`r.${sql.ref(name)}`);
  const village = kind.columns.some((column) => column.type === 'village')
    ? sql`(select v.name from village v where v.county_id = r.county_id and v.id = r.village_id)`
    : sql`null`;
  return sql<DbRow>`select ${sql.join(columns)}, ${village} as village_name,
      (select i.file_name from import_log i where i.county_id = r.county_id and i.id = r.import_id) as file_name,
      ${paperCount(kind.kind, sql`r.id`, sql`r.county_id`)} as papers,
      ${isEvidenced(kind.kind, sql`r.id`, sql`r.county_id`)} as evidenced
    from ${sql.table(kind.table)} r where ${where} ${tail}`;
}

export interface Listing {
  readonly total: number;
  readonly evidenced: number;
  readonly sums: Readonly<Record<string, number>>;
  readonly rows: readonly ListedRecord[];
}

/** One page of a ledger with its totals over the whole filter, newest first where the kind has a day. */
export async function listRecords(db: Db, keys: Keys, kind: KindDef, query: ListQuery): Promise<Listing> {
  const where = conditions(kind, query);
  const sums = kind.columns.filter(summed);
  const totals = sums.map(
    (column) => sql`, coalesce(sum(r.${sql.ref(column.field)}), 0)::bigint as ${sql.ref(column.field)}`,
  );
  const head = await sql<DbRow>`select count(*) as total,
      count(*) filter (where ${isEvidenced(kind.kind, sql`r.id`, sql`r.county_id`)}) as evidenced
      ${sql.join(totals, sql``)} from ${sql.table(kind.table)} r where ${where}`.execute(db);
  const page = sql`order by ${ordering(kind, query)} offset ${query.offset} limit ${query.limit}`;
  const { rows } = await selectRows(kind, where, page).execute(db);
  const total = head.rows[0] ?? {};
  return {
    total: Number(total.total),
    evidenced: Number(total.evidenced),
    sums: Object.fromEntries(sums.map((column) => [column.field, Number(total[column.field])])),
    rows: rows.map((row) => listed(kind, row, keys)),
  };
}

/** One record of a kind, void or not; undefined when there is none in the county. */
export async function findRecord(
  db: Db,
  keys: Keys,
  kind: KindDef,
  countyId: number,
  id: string,
): Promise<ListedRecord | undefined> {
  const where = sql`r.county_id = ${countyId} and r.id = ${id}`;
  const { rows } = await selectRows(kind, where, sql``).execute(db);
  return rows[0] && listed(kind, rows[0], keys);
}
