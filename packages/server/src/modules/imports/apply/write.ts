import { type RawBuilder, sql } from 'kysely';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { cellColumns } from '../../../platform/records/codec.ts';
import type { Counts } from '../plan/index.ts';
import { cellPairs, isCleared, knownTable, stageFrom } from './known.ts';
import { LINKS, peopleBeside, personOf } from './people.ts';
import type { Scope } from './scope.ts';
import { hasDerived, stageTable } from './stage.ts';

/** Where rows come from and, where it need not be looked up, whose they are. */
interface Source {
  readonly table: string;
  readonly person?: ReturnType<typeof personOf>;
}

const DERIVED = new Set(['sex', 'born_on', 'death_cause']);

/** A new record takes from the number what its own cells leave open. */
function newValue(kind: KindDef, field: string, value: RawBuilder<unknown>): RawBuilder<unknown> {
  if (!hasDerived(kind) || !DERIVED.has(field)) return value;
  return sql`coalesce(${value}, case when not ${isCleared(field)} then s.${sql.ref(`derived_${field}`)} end)`;
}

/** Records of a stage, or of a part of it, that are not there yet. */
async function insertNew(scope: Scope, kind: KindDef, source: Source): Promise<void> {
  const { db, countyId, divisionId, at, ctx, importId } = scope;
  const cells = cellPairs(kind).flatMap(({ field, targets }) =>
    targets.map(([name, value]) => [name, newValue(kind, field, value)] as const),
  );
  const person = source.person ?? personOf(kind);
  const links = kind.person
    ? ([
        ['person_id', person.id],
        ['person_link', person.link],
      ] as const)
    : [];
  const missing =
    kind.kind === 'paper'
      ? ([['file_missing', sql`s.file_path is not null and s.file_sha256 is null`]] as const)
      : [];
  const columns = [...cells, ...links, ...missing];
  await sql`insert into ${sql.table(kind.table)} (county_id, id, division_id, notes, row_key, origin, import_id,
      source_sheet, source_row, recorded_at, recorded_by, ${sql.join(columns.map(([name]) => sql.ref(name)))})
    select ${countyId}, s.id, ${divisionId}, s.notes, s.row_key, 'import', ${importId},
      s.source_sheet, s.source_row, ${at}, ${ctx.actor.name}, ${sql.join(columns.map(([, value]) => value))}
    from ${stageFrom(kind, source.table)} left join ${knownTable(kind)} k on k.ord = s.ord
      ${source.person ? sql`` : peopleBeside(scope, kind)}
    where not s.refused and k.ord is null`.execute(db);
}

const KEPT = ['evidence_ref', 'notes', 'row_key', 'origin', 'import_id', 'source_sheet', 'source_row'];
/** Columns kept as bytes. */
export const isBytesColumn = (name: string): boolean => /_sealed$|_hash$|^row_key$|^file_sha256$/.test(name);

/** The columns a version is made of, as the history keeps them. */
export function historyColumns(kind: KindDef): string[] {
  return [
    ...cellColumns(kind),
    ...KEPT,
    ...(kind.person ? ['person_id', 'person_link'] : []),
    ...(kind.kind === 'paper' ? ['file_sha256', 'file_missing'] : []),
  ];
}

/** A row as JSON, bytes as `{"base64":…}`: the form platform/records keeps and reads. */
export function historyCells(kind: KindDef): RawBuilder<unknown> {
  const parts = historyColumns(kind).map((name) => {
    const column = sql`t.${sql.ref(name)}`;
    const value = isBytesColumn(name)
      ? sql`case when ${column} is null then null
          else jsonb_build_object('base64', replace(encode(${column}, 'base64'), E'\n', '')) end`
      : column;
    return sql`${sql.lit(name)}, ${value}`;
  });
  return sql`jsonb_build_object(${sql.join(parts)})`;
}

async function keepOld(scope: Scope, kind: KindDef): Promise<void> {
  const { db, countyId, divisionId, at, ctx, importId } = scope;
  await sql`insert into record_history (county_id, record_kind, record_id, version, division_id, cells, recorded_at,
      recorded_by, superseded_at, superseded_by, superseding_import, reason)
    select t.county_id, ${kind.kind}, t.id, t.version, ${divisionId}, ${historyCells(kind)}, t.recorded_at,
      t.recorded_by, ${at}, ${ctx.actor.name}, ${importId}, '导入更新'
    from ${knownTable(kind)} k join ${sql.table(stageTable(kind))} s on s.ord = k.ord and not s.refused
    join ${sql.table(kind.table)} t on t.county_id = ${countyId} and t.id = k.id
    where k.changed`.execute(db);
}

/** Records that differ: cells the file fills replace the old ones, 清空 removes them, empty cells change nothing. */
async function updateChanged(scope: Scope, kind: KindDef): Promise<void> {
  const { db, countyId, at, ctx, importId } = scope;
  const sets = cellPairs(kind)
    .filter((pair) => !pair.isKey)
    .flatMap(({ field, targets }) =>
      targets.map(
        ([name, value]) =>
          sql`${sql.ref(name)} = case when ${isCleared(field)} then null else coalesce(${value}, t.${sql.ref(name)}) end`,
      ),
    );
  await keepOld(scope, kind);
  await sql`update ${sql.table(kind.table)} t set ${sql.join(sets)},
      notes = case when s.notes is null then t.notes else coalesce(t.notes, '{}') || s.notes end,
      version = t.version + 1, import_id = ${importId}, source_sheet = s.source_sheet, source_row = s.source_row,
      recorded_at = ${at}, recorded_by = ${ctx.actor.name}
    from ${stageFrom(kind)} join ${knownTable(kind)} k on k.ord = s.ord and k.changed
    where t.county_id = ${countyId} and t.id = k.id and not s.refused`.execute(db);
  if (kind.kind === 'paper')
    await sql`update paper t set file_missing = t.file_path is not null and t.file_sha256 is null
      where t.county_id = ${countyId} and t.import_id = ${importId}`.execute(db);
}

export async function countRows(scope: Scope, kind: KindDef): Promise<void> {
  const { rows } = await sql<{ sheet: string } & Counts>`select s.source_sheet as sheet,
      count(*) filter (where k.ord is null)::int as created,
      count(*) filter (where k.changed)::int as updated,
      count(*) filter (where not k.changed)::int as unchanged
    from ${sql.table(stageTable(kind))} s left join ${knownTable(kind)} k on k.ord = s.ord
    where not s.refused group by s.source_sheet`.execute(scope.db);
  for (const { sheet, created, updated, unchanged } of rows) {
    const counts = scope.counts.get(sheet);
    if (counts) Object.assign(counts, { created, updated, unchanged });
  }
}

/** Writes the rows of one kind that are not refused, and counts what became of them. */
export async function writeRows(scope: Scope, kind: KindDef): Promise<void> {
  await insertNew(scope, kind, { table: stageTable(kind) });
  await updateChanged(scope, kind);
  await countRows(scope, kind);
}

/** Writes one part of rows none of which is known. `areAllNew` as `writePeopleOf` was told. */
export async function writeNewRows(
  scope: Scope,
  kind: KindDef,
  table: string,
  areAllNew: boolean,
): Promise<void> {
  const person = { id: sql`s.person_new`, link: sql`${LINKS.number}::text` };
  await insertNew(scope, kind, areAllNew ? { table, person } : { table });
}
