import { fen, type Month } from '@shuangyong/values';
import { roundedSpan } from './rate.ts';
import type { Due, Line, PaidLine } from './types.ts';

interface Shared {
  readonly line: Line;
  readonly whole: number;
  /** What the whole fen leave over, as a part of one. */
  readonly rest: number;
}

/**
 * Whole fen of each line of a due month. The sum is rounded as the law says; the fen that the lines' whole parts leave
 * over go to the largest remainders, the base first among equals; where the rule drops more (whole yuan) or adds
 * more, the base bears the difference.
 */
export function paidLines(due: Due, month: Month): readonly PaidLine[] {
  const total = roundedSpan(due.rate, due.rounding, month, month);
  const shared = due.lines.map(sharedOf);
  const left = total - shared.reduce((sum, { whole }) => sum + whole, 0);
  const added =
    left >= 0 && left <= shared.length
      ? byRemainder(shared, left)
      : shared.map((_, i) => (i === 0 ? left : 0));
  return shared
    .map(({ line: { component, fund }, whole }, index) => ({
      component,
      fund,
      fen: fen(whole + (added[index] ?? 0)),
    }))
    .filter((line) => line.fen !== 0);
}

function sharedOf(line: Line): Shared {
  const whole = Math.floor(line.rate.num / line.rate.den);
  return { line, whole, rest: (line.rate.num - whole * line.rate.den) / line.rate.den };
}

function byRemainder(shared: readonly Shared[], left: number): readonly number[] {
  const ranked = shared
    .map((_, index) => index)
    .sort((a, b) => (shared[b]?.rest ?? 0) - (shared[a]?.rest ?? 0) || a - b);
  return shared.map((_, index) => (ranked.indexOf(index) < left ? 1 : 0));
}
