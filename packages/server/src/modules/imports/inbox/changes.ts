import { sql } from 'kysely';
import type { Keys } from '../../../kernel/context.ts';
import type { Db } from '../../../kernel/db.ts';
import type { ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import { type DbRow, decodeCells, wireCells } from '../../../platform/records/codec.ts';
import { fromHistory } from '../../../platform/records/write.ts';

/** One record an import changes: what stands in the ledger and what the sheet says. */
export interface RecordChange {
  /** `kind:id`, the name under which it can be left out. */
  readonly key: string;
  readonly sheet: string;
  readonly row: number;
  readonly label: string;
  readonly cells: readonly { readonly header: string; readonly before: unknown; readonly after: unknown }[];
  /** Whether it may change what somebody is paid, and so is decided one by one. */
  readonly isMoney: boolean;
}

/** Facts of a right that what is due depends on. */
const DUE_FACTS = new Set([
  'category',
  'grade',
  'disability_cause',
  'service_years',
  'enlisted_on',
  'discharged_on',
  'enlistment_era',
  'residence',
  'from_month',
  'stop_month',
  'died_on',
  'support_mode',
  'account',
]);

const isMoney = (kind: KindDef, column: ColumnDef) =>
  column.type === 'fen' || (kind.kind === 'spell' && DUE_FACTS.has(column.field));

/** The history keeps 3 where the ledger writes 3.00. */
function isSame(column: ColumnDef, was: unknown, is: unknown): boolean {
  const [before, after] = [String(was ?? ''), String(is ?? '')];
  if (before === after) return true;
  return column.type === 'decimal' && before !== '' && after !== '' && Number(before) === Number(after);
}

interface ChangedRow extends DbRow {
  readonly before: DbRow;
}

function changeOf(
  kind: KindDef,
  row: ChangedRow,
  keys: Keys,
  villages: ReadonlyMap<string, string>,
): RecordChange {
  const old = Object.fromEntries(
    Object.entries(row.before).map(([name, value]) => [name, fromHistory(value)]),
  );
  const hashOf = (from: DbRow, column: ColumnDef) => {
    const value = from[`${column.field}_hash`];
    return Buffer.isBuffer(value) ? value.toString('hex') : null;
  };
  const [was, is] = [old, row].map((from) => wireCells(kind, decodeCells(kind, from, keys))) as [
    DbRow,
    DbRow,
  ];
  const shown = (column: ColumnDef, value: unknown) =>
    column.type === 'village' ? (villages.get(String(value)) ?? null) : value;
  const differing = kind.columns.filter((column) =>
    `${column.field}_hash` in row
      ? hashOf(old, column) !== hashOf(row, column)
      : !isSame(column, was[column.field], is[column.field]),
  );
  const label = kind.key
    .map((field) => is[field])
    .find((value) => typeof value === 'string' && !/^\d{4}-/.test(value));
  return {
    key: `${kind.kind}:${String(row.id)}`,
    sheet: String(row.source_sheet),
    row: Number(row.source_row),
    label: String((kind.person && is[kind.person.name]) || label || ''),
    cells: differing.map((column) => ({
      header: column.header,
      before: shown(column, was[column.field] ?? null),
      after: shown(column, is[column.field] ?? null),
    })),
    isMoney: differing.some((column) => isMoney(kind, column)),
  };
}

const MOST = 5000;

/** Records an import changed, cell by cell; sensitive values are masked. At most 5000. */
export async function listChanges(
  db: Db,
  keys: Keys,
  kinds: readonly KindDef[],
  countyId: number,
  importId: string,
): Promise<RecordChange[]> {
  const names = await sql<{
    id: string;
    name: string;
  }>`select id, name from village where county_id = ${countyId}`.execute(db);
  const villages = new Map(names.rows.map(({ id, name }) => [id, name]));
  const changes: RecordChange[] = [];
  for (const kind of kinds) {
    const { rows } = await sql<ChangedRow>`select t.*, h.cells as before from record_history h
      join ${sql.table(kind.table)} t on t.county_id = h.county_id and t.id = h.record_id
      where h.county_id = ${countyId} and h.superseding_import = ${importId} and h.record_kind = ${kind.kind}
      order by t.source_sheet, t.source_row limit ${MOST - changes.length}`.execute(db);
    changes.push(...rows.map((row) => changeOf(kind, row, keys, villages)));
  }
  return changes;
}
