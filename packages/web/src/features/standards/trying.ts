import { type Code, cellKeys, type Unit } from '@shuangyong/policy';
import type { FieldError } from '../../api/errors.ts';
import { cellId } from './cellId.ts';
import type { WhatIfAsk } from './data.ts';
import { readCell } from './units.ts';

/** What is being tried, as it stands in the form. */
export interface Trying {
  readonly code: Code;
  readonly year: string;
  readonly mode: 'percent' | 'amounts';
  readonly percent: string;
  readonly unit: Unit;
  readonly cells: Readonly<Record<string, string>>;
}

const PERCENT = /^-?\d{1,3}(\.\d{1,2})?$/;

/** What was asked, or what is wrong with it. */
export function askOf(
  trying: Trying,
): { readonly ask: WhatIfAsk } | { readonly errors: readonly FieldError[] } {
  const { code, mode, percent, unit, cells } = trying;
  const year = Number(trying.year);
  if (!Number.isInteger(year) || year < 1950 || year > 2199)
    return { errors: [{ field: 'year', message: '年份写四位数，如 2027。' }] };
  if (mode === 'percent') {
    if (!PERCENT.test(percent.trim()))
      return { errors: [{ field: 'percent', message: '百分之几，写数，如 5 或 -2.5。' }] };
    return { ask: { code, year, basisPoints: Math.round(Number(percent) * 100) } };
  }
  const read = cellKeys(code).map((key) => ({ key, typed: readCell(cells[key] ?? '', unit) }));
  const wrong = read.flatMap(({ key, typed }) =>
    typed.kind === 'wrong' ? [{ field: cellId(key), message: `${typed.why}。` }] : [],
  );
  const amounts = read.flatMap(({ key, typed }) =>
    typed.kind === 'amount' ? [[key, typed.amount] as const] : [],
  );
  if (wrong.length > 0) return { errors: wrong };
  if (amounts.length === 0) return { errors: [{ field: 'mode', message: '写至少一档新的数。' }] };
  return { ask: { code, year, unit, amounts: Object.fromEntries(amounts) } };
}
