import { parseYuan, yuanDisplay } from '@shuangyong/values';

/** A figure as the server gives it: count, decimal text, ratio, or nothing with a reason. */
export type FigureValue = number | string | { readonly num: number; readonly den: number } | null;

const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** Whole number with thousands separators and a true minus sign. */
export function countText(value: number): string {
  return `${value < 0 ? '−' : ''}${String(Math.abs(value)).replace(THOUSANDS, ',')}`;
}

/** Per cent with one decimal, half up, from whole numbers: 318 of 359 is 88.6. */
export function percentText(num: number, den: number): string {
  const tenths = Math.floor((num * 2000 + den) / (den * 2));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function moneyText(value: string): string {
  const amount = parseYuan(value);
  return amount === undefined ? value : `¥${yuanDisplay(amount)}`.replace('¥−', '−¥');
}

/** A figure in the form screens use; money carries ¥ so that its unit is not written again. */
export function figureText(value: FigureValue, unit: string): string {
  if (value === null) return '不详';
  if (typeof value === 'object') return value.den === 0 ? '不详' : percentText(value.num, value.den);
  if (typeof value === 'number') return countText(value);
  return unit === '元' ? moneyText(value) : value;
}

/** The unit to write after the figure: none after money (¥ stands before it) or after 不详. */
export function unitAfter(value: FigureValue, unit: string): string {
  return value === null || unit === '元' ? '' : unit;
}
