import type { Unit } from '@shuangyong/policy';
import { fen, parseYuan, yuanDisplay, yuanText } from '@shuangyong/values';

export const isMoney = (unit: Unit): boolean => unit.startsWith('fen_');
const isMonthly = (unit: Unit) => unit.startsWith('fen_per_month');

/** An amount of a table as screens show it: yuan with two decimals, or a whole number. */
export function amountText(amount: number, unit: Unit): string {
  return isMoney(unit) ? yuanDisplay(fen(amount)) : String(amount);
}

/** As a field holds it. */
export function fieldText(amount: number, unit: Unit): string {
  return isMoney(unit) ? yuanText(fen(amount)).replace(/\.00$/, '') : String(amount);
}

const MONTHS = 12;

/** An amount of one unit in another of its kind; a monthly one of a year's figure rounded to the fen. */
export function inUnit(amount: number, from: Unit, to: Unit): number {
  if (isMonthly(from) === isMonthly(to)) return amount;
  return isMonthly(from) ? amount * MONTHS : Math.round(amount / MONTHS);
}

/** What stands where the law has no such cell. */
export const ABSENT = '—';
const ABSENT_MARKS = /^[—–\-－/／]$/;
const WHOLE = /^\d{1,6}$/;

export type Typed =
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'absent' | 'missing' }
  | { readonly kind: 'wrong'; readonly why: string };

/** What was typed into a cell: an amount, nothing (no source tells it), or «—» (the law has no such cell). */
export function readCell(text: string, unit: Unit): Typed {
  const plain = text.normalize('NFKC').replace(/[,，\s元￥¥%]/g, '');
  if (plain === '') return { kind: 'missing' };
  if (ABSENT_MARKS.test(plain)) return { kind: 'absent' };
  if (!isMoney(unit))
    return WHOLE.test(plain)
      ? { kind: 'amount', amount: Number(plain) }
      : { kind: 'wrong', why: `「${text}」不是整数` };
  const amount = parseYuan(plain);
  return amount === undefined || amount < 0
    ? { kind: 'wrong', why: `「${text}」不是金额` }
    : { kind: 'amount', amount };
}
