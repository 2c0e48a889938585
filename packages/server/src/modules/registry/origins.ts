import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { type ColumnDef, isSensitive } from '../../platform/contract/kind.ts';
import type { DbRow } from '../../platform/records/codec.ts';
import { fromHistory } from '../../platform/records/write.ts';
import { spellKind } from './sheets.ts';

/** The row of a file a value was read from. */
export interface Origin {
  readonly file: string | null;
  readonly sheet: string;
  readonly row: number;
}

/** Where a value came from, if not from the row its right names: an earlier file, or somebody's correction. */
export interface ValueOrigin {
  readonly source: Origin | null;
  readonly correction: { readonly on: string; readonly by: string; readonly reason: string | null } | null;
}

/** One version of a right: its columns, and how it came to be. The last one is the row as it stands. */
export interface Version {
  readonly columns: DbRow;
  readonly origin: ValueOrigin;
}

/** A value as text that is equal for equal values, however the row was read. */
function plain(column: ColumnDef, columns: DbRow): string {
  // A sealed value differs at each sealing; its fingerprint tells.
  const read = fromHistory(columns[isSensitive(column) ? `${column.field}_hash` : column.field]);
  if (read === null || read === undefined) return '';
  if (Buffer.isBuffer(read)) return `\\x${read.toString('hex')}`;
  return column.type === 'decimal' ? String(Number(read)) : String(read);
}

/** For each filled field the origin of the version that gave it its present value; nothing for a right never changed. */
export function originsOf(versions: readonly Version[]): Readonly<Record<string, ValueOrigin>> {
  const last = versions.at(-1);
  if (last === undefined || versions.length === 1) return {};
  const origins: Record<string, ValueOrigin> = {};
  for (const column of spellKind.columns) {
    const value = plain(column, last.columns);
    if (value === '') continue;
    const given = versions[versions.findLastIndex(({ columns }) => plain(column, columns) !== value) + 1];
    if (given) origins[column.field] = given.origin;
  }
  return origins;
}

interface HistoryRow {
  readonly record_id: string;
  readonly cells: DbRow;
  readonly recorded_on: string;
  readonly recorded_by: string;
  /** Why the version before this one was replaced; null for the first. */
  readonly reason: string | null;
  readonly is_import: boolean;
  readonly file_name: string | null;
}

function versionOf(row: HistoryRow): Version {
  const { source_sheet: sheet, source_row: number } = row.cells;
  const source =
    row.is_import && typeof sheet === 'string' ? { file: row.file_name, sheet, row: Number(number) } : null;
  const correction = row.is_import ? null : { on: row.recorded_on, by: row.recorded_by, reason: row.reason };
  return { columns: row.cells, origin: { source, correction } };
}

/** All versions of these rights, oldest first, the present one last. Uses the key of record_history. */
export async function versionsOf(
  db: Db,
  countyId: number,
  rightIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const { rows } = await sql<HistoryRow>`with versions as (
      select h.record_id, h.version, h.cells, h.recorded_at, h.recorded_by, h.reason, h.superseding_import
      from record_history h where h.county_id = ${countyId} and h.record_kind = 'spell' and h.record_id = any(${rightIds})
      union all select s.id, s.version, to_jsonb(s), s.recorded_at, s.recorded_by, null, null
      from spell s where s.county_id = ${countyId} and s.id = any(${rightIds}))
    select v.record_id, v.cells, (v.recorded_at at time zone 'Asia/Shanghai')::date::text as recorded_on, v.recorded_by,
      lag(v.reason) over same as reason,
      coalesce(lag(v.superseding_import) over same is not null,
        v.cells ->> 'origin' = 'import' and lag(v.version) over same is null) as is_import,
      (select i.file_name from import_log i where i.county_id = ${countyId}
        and i.id = (v.cells ->> 'import_id')::uuid) as file_name
    from versions v window same as (partition by v.record_id order by v.version) order by v.record_id, v.version`.execute(
    db,
  );
  const versions = new Map<string, Version[]>();
  for (const row of rows)
    versions.set(row.record_id, [...(versions.get(row.record_id) ?? []), versionOf(row)]);
  return versions;
}
