import { type Fen, fen } from '@shuangyong/values';
import type { Rate, Rounding } from './types.ts';

export const rate = (num: number, den = 1): Rate => ({ num, den });
export const ZERO_RATE: Rate = rate(0);

/** Exact sum. */
export function addRates(a: Rate, b: Rate): Rate {
  if (a.den === b.den) return rate(a.num + b.num, a.den);
  const den = (a.den / commonDivisor(a.den, b.den)) * b.den;
  return rate(a.num * (den / a.den) + b.num * (den / b.den), den);
}

export const sumRates = (list: readonly Rate[]): Rate => list.reduce(addRates, ZERO_RATE);

/** Negative when a is less than b. Exact. */
export const compareRates = (a: Rate, b: Rate): number => a.num * b.den - b.num * a.den;

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** Half up, exact for whole numbers below 2^53; rates are never negative. */
const halfUp = (num: number, den: number): number => Math.floor((2 * num + den) / (2 * den));

/** Fen of the first k months of a calendar year at one rate, twelve of them being the year's figure. */
const spread = ({ num, den }: Rate, k: number): number => halfUp(num * k, den);

const FEN_PER_YUAN = 100;

/**
 * Whole fen of months first…last (1–12, of one calendar year) at one rate. `spreadYear`: month k gets
 * halfUp(rate·k) − halfUp(rate·(k−1)), so that twelve months give the year's figure; `floorYuan`: each month whole
 * yuan, the rest dropped; `halfUpFen`: each month half up; `fixed`: whole fen already.
 */
export function roundedMonths(exact: Rate, mode: Rounding, first: number, last: number): number {
  if (mode === 'spreadYear') return spread(exact, last) - spread(exact, first - 1);
  const each =
    mode === 'floorYuan'
      ? Math.floor(exact.num / (exact.den * FEN_PER_YUAN)) * FEN_PER_YUAN
      : halfUp(exact.num, exact.den);
  return each * (last - first + 1);
}

/** Whole fen of months from…to, numbers as in Month, over any number of years. */
export function roundedSpan(exact: Rate, mode: Rounding, from: number, to: number): Fen {
  let sum = 0;
  for (let start = from; start <= to; ) {
    const first = (start % 12) + 1;
    const end = Math.min(to, start + 12 - first);
    sum += roundedMonths(exact, mode, first, first + end - start);
    start = end + 1;
  }
  return fen(sum);
}
