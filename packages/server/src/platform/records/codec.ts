import { type Month, maskIdentity, maskTail, monthText, parseIsoMonth } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import { type Cells, type CellValue, type ColumnDef, isSensitive, type KindDef } from '../contract/kind.ts';

export type DbRow = Readonly<Record<string, unknown>>;

/** Columns of the table that hold the kind's own cells, sealed pairs included. */
export function cellColumns(kind: KindDef): readonly string[] {
  return kind.columns.flatMap((column) =>
    isSensitive(column) ? [`${column.field}_sealed`, `${column.field}_hash`] : [column.field],
  );
}

/** What a list reads of a row: its own columns, where it came from and, where the kind names one, its person. */
export function ownColumns(kind: KindDef): readonly string[] {
  const own = ['id', 'division_id', 'version', 'source_sheet', 'source_row', ...cellColumns(kind)];
  return kind.person ? [...own, 'person_id', 'person_link'] : own;
}

function sealCell(column: ColumnDef, value: CellValue, keys: Keys): DbRow {
  const sealed = value === null ? null : keys.seal(String(value));
  const hash = value === null ? null : keys.fingerprint(String(value));
  return { [`${column.field}_sealed`]: sealed, [`${column.field}_hash`]: hash };
}

/** Cells as the table keeps them; fields absent from `cells` are left out. */
export function encodeCells(kind: KindDef, cells: Cells, keys: Keys): DbRow {
  const row: Record<string, unknown> = {};
  for (const column of kind.columns) {
    const value = cells[column.field];
    if (value === undefined) continue;
    Object.assign(row, isSensitive(column) ? sealCell(column, value, keys) : { [column.field]: value });
  }
  return row;
}

/** How a sensitive value looks until somebody gives a reason to see it. */
export function maskCell(column: ColumnDef, plain: string): string {
  return column.type === 'identity' ? maskIdentity(plain) : maskTail(plain);
}

function decodeSensitive(column: ColumnDef, row: DbRow, keys: Keys, full: boolean): CellValue {
  const sealed = row[`${column.field}_sealed`];
  if (!Buffer.isBuffer(sealed)) return null;
  const plain = keys.open(sealed);
  return full ? plain : maskCell(column, plain);
}

/** Cells out of a table row: months as integers, sensitive values masked unless `full`. */
export function decodeCells(kind: KindDef, row: DbRow, keys: Keys, full = false): Cells {
  const cells: Record<string, CellValue> = {};
  for (const column of kind.columns)
    cells[column.field] = isSensitive(column)
      ? decodeSensitive(column, row, keys, full)
      : ((row[column.field] ?? null) as CellValue);
  return cells;
}

/** Cells for the wire: months as `2017-10`, everything else as kept. */
export function wireCells(kind: KindDef, cells: Cells): Cells {
  const wire: Record<string, CellValue> = { ...cells };
  for (const { field, type } of kind.columns) {
    const value = wire[field];
    if (type === 'month' && typeof value === 'number') wire[field] = monthText(value as Month);
  }
  return wire;
}

/** The other way: `2017-10` back to a month number. Leaves anything else as it came. */
export function unwireCells(kind: KindDef, cells: Cells): Cells {
  const kept: Record<string, CellValue> = { ...cells };
  for (const { field, type } of kind.columns) {
    const value = kept[field];
    if (type === 'month' && typeof value === 'string') kept[field] = parseIsoMonth(value) ?? value;
  }
  return kept;
}
