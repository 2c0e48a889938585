import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../kernel/db.ts';
import { type ColumnDef, isSensitive, type KindDef } from '../../../platform/contract/kind.ts';
import type { Scope } from './scope.ts';
import { stageTable } from './stage.ts';

/** One cell of a record: its column in the table, what the file says, and how the two are compared. */
export interface CellPair {
  readonly field: string;
  /** Columns of the table with the expression of the new value. */
  readonly targets: readonly (readonly [string, RawBuilder<unknown>])[];
  /** Column that tells whether two values are the same. */
  readonly compare: readonly [string, RawBuilder<unknown>];
  readonly isKey: boolean;
}

function pairOf(kind: KindDef, column: ColumnDef): CellPair {
  const isKey = kind.key.includes(column.field);
  const staged = (name: string) => sql`s.${sql.ref(name)}`;
  if (!isSensitive(column)) {
    const value = column.type === 'village' ? sql`v.id` : staged(column.field);
    return { field: column.field, targets: [[column.field, value]], compare: [column.field, value], isKey };
  }
  const [sealed, hash] = [`${column.field}_sealed`, `${column.field}_hash`];
  return {
    field: column.field,
    targets: [
      [sealed, staged(sealed)],
      [hash, staged(hash)],
    ],
    compare: [hash, staged(hash)],
    isKey,
  };
}

/** All cells of a kind, 佐证 and the file of a paper included. */
export function cellPairs(kind: KindDef): readonly CellPair[] {
  const plain = (field: string): CellPair => {
    const value = sql`s.${sql.ref(field)}`;
    return { field, targets: [[field, value]], compare: [field, value], isKey: false };
  };
  const extra =
    kind.kind === 'paper' ? [plain('evidence_ref'), plain('file_sha256')] : [plain('evidence_ref')];
  return [...kind.columns.map((column) => pairOf(kind, column)), ...extra];
}

/** True for a row whose cell says 清空. */
export const isCleared = (field: string): RawBuilder<boolean> =>
  sql`coalesce(s.cleared like ${`%,${field},%`}, false)`;

/** Villages of the file by their ids; every statement over a stage, or a part of it, may name `v`. */
export function stageFrom(kind: KindDef, table = stageTable(kind)): RawBuilder<unknown> {
  const hasVillage = kind.columns.some((column) => column.type === 'village');
  const village = hasVillage
    ? sql`left join stage_village_name v on v.name = s.village_text`
    : sql`left join (select null::uuid as id) v on false`;
  return sql`${sql.table(table)} s ${village}`;
}

export const knownTable = (kind: KindDef): RawBuilder<unknown> => sql.table(`${stageTable(kind)}_known`);

function changes(pairs: readonly CellPair[]): RawBuilder<unknown>[] {
  return pairs
    .filter((pair) => !pair.isKey)
    .flatMap(({ field, compare: [name, value] }) => [
      sql`(${value} is not null and ${value} is distinct from t.${sql.ref(name)})`,
      sql`(t.${sql.ref(name)} is not null and ${isCleared(field)})`,
    ]);
}

/** SQL: the file says something else of one of these fields. What makes a record itself is never changed by a file. */
export function changedIn(kind: KindDef, fields: readonly string[]): RawBuilder<unknown> {
  const parts = changes(cellPairs(kind).filter(({ field }) => fields.includes(field)));
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`;
}

function isChanged(kind: KindDef): RawBuilder<unknown> {
  const parts = changes(cellPairs(kind));
  const notes = sql`(s.notes is not null and not coalesce(t.notes, '{}') @> s.notes)`;
  return sql`(${sql.join([...parts, notes], sql` or `)})`;
}

/**
 * A record whose key cells were corrected, or whose earlier twin is void, still carries its first row key. What is
 * left on both sides with equal key cells is paired in order, so that an export reads back as unchanged.
 */
async function findByCells(scope: Scope, kind: KindDef): Promise<void> {
  const { db, countyId, divisionId } = scope;
  const keys = cellPairs(kind).filter((pair) => pair.isKey);
  const mark = (parts: readonly RawBuilder<unknown>[]) =>
    sql`concat_ws(E'\\x1f', ${sql.join(parts.map((part) => sql`coalesce(${part}::text, '')`))})`;
  const staged = mark(keys.map(({ compare: [, value] }) => value));
  const stored = mark(keys.map(({ compare: [name] }) => sql`t.${sql.ref(name)}`));
  await sql`insert into ${knownTable(kind)}
    with rows as (
      select s.ord, ${staged} as mark, row_number() over (partition by ${staged} order by s.ord) as n
      from ${stageFrom(kind)} where not s.refused and not exists (select 1 from ${knownTable(kind)} k where k.ord = s.ord)),
    records as (
      select t.id, ${stored} as mark, row_number() over (partition by ${stored} order by t.id) as n
      from ${sql.table(kind.table)} t where t.county_id = ${countyId} and t.division_id = ${divisionId}
        and t.voided_at is null and not exists (select 1 from ${knownTable(kind)} k where k.id = t.id)
        and exists (select 1 from rows)),
    pairs as (select rows.ord, records.id from rows join records using (mark, n))
    select s.ord, t.id, ${isChanged(kind)} from pairs join ${stageFrom(kind)} on s.ord = pairs.ord
    join ${sql.table(kind.table)} t on t.county_id = ${countyId} and t.id = pairs.id`.execute(db);
}

export async function createKnown(db: Db, kind: KindDef): Promise<void> {
  await sql`create temp table ${knownTable(kind)} (ord int, id uuid, changed boolean) on commit drop`.execute(
    db,
  );
}

/** Which rows are records that already stand, and whether anything in them is new. */
export async function findKnown(scope: Scope, kind: KindDef): Promise<void> {
  const { db } = scope;
  await createKnown(db, kind);
  if (await isAnythingKept(scope, kind)) await findAmongKept(scope, kind);
  await sql`analyze ${knownTable(kind)}`.execute(db);
}

/** Where nothing stands yet the file need not be gone through for what it repeats. Uses the index of row keys. */
export async function isAnythingKept(
  { db, countyId, divisionId }: Pick<Scope, 'db' | 'countyId' | 'divisionId'>,
  kind: KindDef,
): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(kind.table)}
    where county_id = ${countyId} and division_id = ${divisionId} and voided_at is null limit 1`.execute(db);
  return rows.length > 0;
}

async function findAmongKept(scope: Scope, kind: KindDef): Promise<void> {
  const { db, countyId, divisionId } = scope;
  await sql`insert into ${knownTable(kind)} select s.ord, t.id, ${isChanged(kind)}
    from ${stageFrom(kind)} join ${sql.table(kind.table)} t
      on t.county_id = ${countyId} and t.division_id = ${divisionId} and t.row_key = s.row_key and t.voided_at is null
    where not s.refused`.execute(db);
  await findByCells(scope, kind);
  const skipped = [...scope.skip].filter((key) => key.startsWith(`${kind.kind}:`));
  if (skipped.length > 0)
    await sql`update ${knownTable(kind)} set changed = false
      where id = any(${skipped.map((key) => key.slice(kind.kind.length + 1))}::uuid[])`.execute(db);
}
