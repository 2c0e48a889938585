import { CODES, type Code, type CodeDef, cellKeys, type TableFile, type Unit } from '@shuangyong/policy';

/** The head of a table of a code, and what must stand in it. */
export function emptyTable(code: Code): Omit<TableFile, 'values' | 'unit'> & {
  readonly unit: Unit;
  readonly keys: readonly string[];
} {
  const { axes, combine, units } = CODES[code] as CodeDef;
  const unit = units[0] ?? 'fen_per_month';
  return { code, unit, combine, axes: axes.map(({ name }) => name), keys: cellKeys(code) };
}
