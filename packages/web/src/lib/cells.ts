import { fen, parseYuan, yuanDisplay, yuanText } from '@shuangyong/values';
import type { Cell, KindColumn } from '../api/types.ts';

/** A cell as lists show it: amounts without ¥ (the head has the unit), 是 / 否, nothing for nothing. */
export function cellText(type: string, value: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (type === 'fen' && typeof value === 'number') return yuanDisplay(fen(value));
  return String(value);
}

/** A cell as a form field holds it; the other way is `cellFromText`. */
export function inputText(column: Pick<KindColumn, 'type'>, value: Cell | undefined): string {
  if (column.type === 'fen' && typeof value === 'number') return yuanText(fen(value));
  return cellText(column.type, value);
}

const WHOLE = /^-?\d{1,15}$/;

/** What was typed as the server takes it. An empty field clears. `wrong` says what to write instead. */
export function cellFromText(
  { type }: Pick<KindColumn, 'type'>,
  typed: string,
): { readonly value: Cell } | { readonly wrong: string } {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { value: null };
  if (type === 'fen') {
    const amount = parseYuan(text);
    return amount === undefined ? { wrong: '金额以元写，最多两位小数，如 500.00。' } : { value: amount };
  }
  if (type === 'count' || type === 'grade')
    return WHOLE.test(text) ? { value: Number(text) } : { wrong: '请写整数。' };
  if (type === 'bool')
    return text === '是' || text === '否' ? { value: text === '是' } : { wrong: '请选是或否。' };
  if (type === 'text') return { value: typed.trim() };
  return { value: text };
}

/** The kind of control a column wants. */
export function inputKind(column: KindColumn): 'text' | 'day' | 'month' | 'words' {
  if (column.type === 'day' || column.type === 'month') return column.type;
  return wordsOf(column) === undefined ? 'text' : 'words';
}

/** The words to choose from, if the column has a closed list. */
export function wordsOf(column: KindColumn): readonly string[] | undefined {
  return column.type === 'bool' ? ['是', '否'] : column.words;
}

/** Right-aligned with tabular digits. */
export function isNumeric(type: string): boolean {
  return type === 'fen' || type === 'count' || type === 'decimal';
}
