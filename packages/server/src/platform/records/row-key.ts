import { createHash } from 'node:crypto';
import type { Keys } from '../../kernel/context.ts';
import type { Cells, CellValue, ColumnDef, KindDef } from '../contract/kind.ts';
import { isSensitive } from '../contract/kind.ts';

function keyPart(column: ColumnDef | undefined, value: CellValue | undefined, keys: Keys): string {
  if (value === null || value === undefined) return '';
  return column && isSensitive(column) ? keys.fingerprint(String(value)).toString('hex') : String(value);
}

/**
 * What makes two rows the same record: the kind's key cells and, for equal keys in one file, which of them it is
 * (1 for the first). Sensitive cells enter as fingerprints, so the key gives nothing away.
 */
export function rowKey(kind: KindDef, cells: Cells, occurrence: number, keys: Keys): Buffer {
  const columns = new Map(kind.columns.map((column) => [column.field, column]));
  const parts = kind.key.map((field) => keyPart(columns.get(field), cells[field], keys));
  return createHash('sha256')
    .update(JSON.stringify([kind.kind, ...parts, occurrence]))
    .digest();
}
