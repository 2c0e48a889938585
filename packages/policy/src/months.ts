import { type Fen, fen, type Month } from '@shuangyong/values';
import { paidLines } from './paid-lines.ts';
import { roundedSpan } from './rate.ts';
import type { MonthAnswer, MonthLine, RightAnswer, Stretch } from './types.ts';

const ZERO = fen(0);
const NO_LINES = [] as const;

/** Months of stretches, each rounded by itself. */
export function monthLines(stretches: readonly Stretch[]): readonly MonthLine[] {
  const list: MonthLine[] = [];
  for (const { from, to, outcome } of stretches)
    for (let month = from; month <= to; month = (month + 1) as Month)
      list.push(
        outcome.kind === 'due'
          ? {
              month,
              outcome,
              fen: roundedSpan(outcome.rate, outcome.rounding, month, month),
              lines: paidLines(outcome, month),
            }
          : { month, outcome, fen: ZERO, lines: NO_LINES },
      );
  return list;
}

/** Month by month, rounded, split by component and fund. */
export function months(rights: readonly RightAnswer[]): readonly MonthAnswer[] {
  return rights.flatMap(({ spell, timeline }) => timeline.months().map((line) => ({ spell, ...line })));
}

/** Whole fen of all due months. Equals the sum over `months`. */
export function sumOf(rights: readonly RightAnswer[]): Fen {
  return fen(rights.reduce((sum, { timeline }) => sum + timeline.fen, 0));
}
