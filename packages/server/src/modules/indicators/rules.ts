import { type Day, day, divRoundFen, fen, yuanText } from '@shuangyong/values';
import type { FactBase, FigureScope, IndicatorDef } from '../../platform/contract/indicator.ts';

/** Counts are whole numbers, money and days decimal strings, rates pairs; null with a reason where there is no source. */
export type FigureNumber = number | string | { readonly num: number; readonly den: number } | null;

/** What the records of one figure come to. */
export interface Tally {
  /** Rows that match, whether or not they bring anything. */
  readonly rows: number;
  /** Of those, the ones that bring something: the records behind the figure. */
  readonly records: number;
  readonly unproved: number;
  readonly estimated: boolean;
  readonly weight: number;
  readonly over: number;
}

export const NOTHING: Tally = { rows: 0, records: 0, unproved: 0, estimated: false, weight: 0, over: 0 };

export interface Answer {
  readonly value: FigureNumber;
  readonly reason?: string;
}

const nothing = (reason: string): Answer => ({ value: null, reason });

/** 1 January of the year, its last day or the as-of day, and the day on which stocks stand (31 December unless given). */
export function figureDays(year: number, asOf?: Day): Pick<FigureScope, 'year' | 'from' | 'to' | 'asOf'> {
  const last = day(`${year}-12-31`);
  const to = asOf !== undefined && asOf < last ? asOf : last;
  return { year, from: day(`${year}-01-01`), to, asOf: asOf ?? last };
}

/** Why a base with no row at all gives no answer. */
export function absenceOf(base: FactBase, scope: FigureScope): string {
  if (base.absent) return `${base.absent}。`;
  const sheets = base.sheets.map((sheet) => `「${sheet}」`).join('和');
  const until = scope.to.endsWith('-12-31') ? '' : `截至 ${scope.to} `;
  return base.span === 'flow'
    ? `${scope.year} 年${until}没有${sheets}记录。`
    : `截至 ${scope.asOf} 没有${sheets}记录。`;
}

/**
 * The value of one figure. Null when its sheet has no record (`baseRows` is 0), when rows match but none states
 * the amount, and when a ratio's denominator is 0; otherwise nothing matching is 0.
 */
export function answerOf(def: IndicatorDef, scope: FigureScope, baseRows: number, tally: Tally): Answer {
  const { fact } = def;
  if (!fact) return nothing(`${def.missing ?? '没有记录'}。`);
  if (baseRows === 0) return nothing(absenceOf(fact.base, scope));
  if (def.kind === 'ratio') return ratioOf(def, tally);
  if (def.kind === 'mode' && tally.records === 0) return nothing(`${def.name}：当年没有填金额的记录。`);
  if (tally.rows > 0 && tally.records === 0) return nothing(`${fact.blank ?? '数量'}一栏都没填。`);
  return { value: def.shape === 'yuan' ? yuanText(fen(tally.weight)) : tally.weight };
}

function ratioOf(def: IndicatorDef, tally: Tally): Answer {
  if (tally.over === 0) return nothing(`分母是 0，算不出「${def.name}」。`);
  if (def.shape === 'yuan') return { value: yuanText(divRoundFen(fen(tally.weight), tally.over)) };
  if (def.shape === 'decimal') return { value: tenths(tally.weight, tally.over) };
  return { value: { num: tally.weight, den: tally.over } };
}

/** A mean with one decimal place, half a tenth rounded up. */
function tenths(sum: number, count: number): string {
  const whole = String(divRoundFen(fen(sum * 10), count)).padStart(2, '0');
  return `${whole.slice(0, -1)}.${whole.slice(-1)}`;
}
