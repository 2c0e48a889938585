import { type Fen, fen, type Month } from '@shuangyong/values';
import { paidLines } from './paid-lines.ts';
import { roundedSpan } from './rate.ts';
import type { MonthAnswer, RightAnswer, Spell, Stretch } from './types.ts';

/** Month by month, rounded, split by component and fund. */
export function months(rights: readonly RightAnswer[]): readonly MonthAnswer[] {
  return rights.flatMap(({ spell, timeline }) =>
    timeline.stretches.flatMap((stretch) => monthsOf(spell, stretch)),
  );
}

function monthsOf(spell: Spell, { from, to, outcome }: Stretch): readonly MonthAnswer[] {
  const list: MonthAnswer[] = [];
  for (let month = from; month <= to; month = (month + 1) as Month) {
    if (outcome.kind !== 'due') list.push({ spell, month, outcome, fen: ZERO, lines: NO_LINES });
    else {
      const amount = roundedSpan(outcome.rate, outcome.rounding, month, month);
      list.push({ spell, month, outcome, fen: amount, lines: paidLines(outcome, month) });
    }
  }
  return list;
}

const ZERO = fen(0);
const NO_LINES = [] as const;

/** Whole fen of all due months. Equals the sum over `months`. */
export function sumOf(rights: readonly RightAnswer[]): Fen {
  return fen(rights.reduce((sum, { timeline }) => sum + timeline.fen, 0));
}
