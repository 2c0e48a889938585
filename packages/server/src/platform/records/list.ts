import { type RawBuilder, sql } from 'kysely';
import { kept } from '../../kernel/batched.ts';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { type Cells, type ColumnDef, isSensitive, type KindDef } from '../contract/kind.ts';
import { type DbRow, decodeCells, ownColumns } from './codec.ts';
import { isEvidenced, paperCount, picturesOf } from './proof.ts';

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
  /** Rows whose `field` is `value`; a village by its name. */
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  /** Rows where that field is written, or empty. */
  readonly filled?: string | undefined;
  readonly blank?: string | undefined;
  /** Void rows instead of those that stand. */
  readonly voided?: boolean | undefined;
  /** Totals for each value of that field too. */
  readonly group?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface ListedRecord {
  readonly id: string;
  readonly divisionId: string;
  readonly cells: Cells;
  readonly papers: number;
  readonly evidenced: boolean;
  /** The first pictures among its papers. */
  readonly pictures: readonly string[];
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

/** SQL of a field as its list shows it; undefined for fields the kind has not, and for sealed ones. */
function shownField(kind: KindDef, field: string | undefined): RawBuilder<unknown> | undefined {
  const column = kind.columns.find((one) => one.field === field);
  if (column === undefined || isSensitive(column)) return undefined;
  return column.type === 'village' ? VILLAGE_NAME : sql`r.${sql.ref(column.field)}`;
}

const VILLAGE_NAME = sql`(select v.name from village v where v.county_id = r.county_id and v.id = r.village_id)`;

function fieldConditions(kind: KindDef, query: ListQuery): RawBuilder<unknown>[] {
  const equal = query.value === undefined ? undefined : shownField(kind, query.field);
  const filled = shownField(kind, query.filled);
  const blank = shownField(kind, query.blank);
  return [
    ...(equal ? [sql`${equal}::text = ${query.value}`] : []),
    ...(filled ? [sql`${filled} is not null`] : []),
    ...(blank ? [sql`${blank} is null`] : []),
  ];
}

function conditions(kind: KindDef, query: ListQuery): RawBuilder<unknown> {
  const parts = [
    sql`r.county_id = ${query.countyId}`,
    sql`r.division_id = any(${query.divisionIds})`,
    query.voided ? sql`r.voided_at is not null` : sql`r.voided_at is null`,
    ...fieldConditions(kind, query),
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
  const field = asked && !isSensitive(asked) ? asked.field : (kind.dateField ?? 'source_row');
  const down = query.sort ? query.desc : kind.dateField !== undefined;
  return sql`r.${sql.ref(field)} ${down ? sql`desc nulls last` : sql`asc nulls last`}, r.id`;
}

function summed(column: ColumnDef): boolean {
  return column.type === 'fen' || (column.type === 'count' && column.field !== 'benefit_year');
}

const hasVillage = (kind: KindDef) => kind.columns.some((column) => column.type === 'village');

function withVillageName(kind: KindDef, cells: Cells, row: DbRow): Cells {
  return hasVillage(kind) ? { ...cells, village_id: (row.village_name as string | null) ?? null } : cells;
}

function listed(kind: KindDef, row: DbRow, keys: Keys): ListedRecord {
  const sheet = row.source_sheet as string | null;
  return {
    id: row.id as string,
    divisionId: row.division_id as string,
    cells: withVillageName(kind, decodeCells(kind, row, keys), row),
    papers: Number(row.papers),
    evidenced: row.evidenced === true,
    pictures: (row.pictures as string[] | null) ?? [],
    source: sheet ? { file: row.file_name as string | null, sheet, row: row.source_row as number } : null,
    version: row.version as number,
    personId: (row.person_id as string | undefined) ?? null,
    personLink: (row.person_link as string | undefined) ?? null,
  };
}

function selectRows(kind: KindDef, where: RawBuilder<unknown>, tail: RawBuilder<unknown>) {
  const columns = ownColumns(kind).map((name) => sql`r.${sql.ref(name)}`);
  const village = hasVillage(kind) ? VILLAGE_NAME : sql`null`;
  return sql<DbRow>`select ${sql.join(columns)}, ${village} as village_name,
      (select i.file_name from import_log i where i.county_id = r.county_id and i.id = r.import_id) as file_name,
      ${paperCount(kind.kind, sql`r.id`, sql`r.county_id`)} as papers,
      ${isEvidenced(kind.kind, sql`r.id`, sql`r.county_id`)} as evidenced,
      ${picturesOf(kind.kind, sql`r.id`, sql`r.county_id`)} as pictures
    from ${sql.table(kind.table)} r where ${where} ${tail}`;
}

export type Sums = Readonly<Record<string, number>>;

/** The rows of one value of a field. */
export interface Group {
  readonly value: string | null;
  readonly total: number;
  readonly sums: Sums;
}

export interface Listing {
  readonly total: number;
  readonly evidenced: number;
  readonly sums: Sums;
  readonly groups: readonly Group[];
  readonly rows: readonly ListedRecord[];
}

const sumsSql = (sums: readonly ColumnDef[]) =>
  sql.join(
    sums.map(({ field }) => sql`, coalesce(sum(r.${sql.ref(field)}), 0)::bigint as ${sql.ref(field)}`),
    sql``,
  );

const sumsOf = (sums: readonly ColumnDef[], row: DbRow): Sums =>
  Object.fromEntries(sums.map(({ field }) => [field, Number(row[field])]));

async function groupsOf(db: Db, kind: KindDef, query: ListQuery): Promise<readonly Group[]> {
  const by = shownField(kind, query.group);
  if (by === undefined) return [];
  const sums = kind.columns.filter(summed);
  const { rows } = await sql<DbRow>`select ${by}::text as group_value, count(*) as total ${sumsSql(sums)}
    from ${sql.table(kind.table)} r where ${conditions(kind, query)} group by 1
    order by count(*) desc, 1`.execute(db);
  return rows.map((row) => ({
    value: row.group_value as string | null,
    total: Number(row.total),
    sums: sumsOf(sums, row),
  }));
}

/** One page of a ledger with its totals over the whole filter, newest first where the kind has a day. */
export async function listRecords(db: Db, keys: Keys, kind: KindDef, query: ListQuery): Promise<Listing> {
  const where = conditions(kind, query);
  const sums = kind.columns.filter(summed);
  const head = await sql<DbRow>`select count(*) as total,
      count(*) filter (where ${isEvidenced(kind.kind, sql`r.id`, sql`r.county_id`)}) as evidenced
      ${sumsSql(sums)} from ${sql.table(kind.table)} r where ${where}`.execute(db);
  const page = sql`order by ${ordering(kind, query)} offset ${query.offset} limit ${query.limit}`;
  const { rows } = await selectRows(kind, where, page).execute(db);
  const total = head.rows[0] ?? {};
  return {
    total: Number(total.total),
    evidenced: Number(total.evidenced),
    sums: sumsOf(sums, total),
    groups: await groupsOf(db, kind, query),
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

/**
 * A record that was entered in this very transaction, out of the row its insert answered: nothing hangs on it yet.
 * Read again only where more than the insert has settled it, or it shows a name from elsewhere.
 */
export async function enteredRecord(
  db: Db,
  keys: Keys,
  kind: KindDef,
  countyId: number,
  entered: DbRow,
): Promise<ListedRecord> {
  if (!kind.person && !hasVillage(kind)) return listed(kind, { ...entered, papers: 0 }, keys);
  const columns = ownColumns(kind).map((name) => sql`r.${sql.ref(name)}`);
  const village = hasVillage(kind) ? VILLAGE_NAME : sql`null`;
  const { rows } = await sql<DbRow>`select ${sql.join(columns)}, ${village} as village_name, 0 as papers
    from ${sql.table(kind.table)} r where r.county_id = ${countyId} and r.id = ${entered.id} ${kept}`.execute(
    db,
  );
  return listed(kind, rows[0] ?? entered, keys);
}
