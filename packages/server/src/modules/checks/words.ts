import type { Missing, NotDueReason } from '@shuangyong/policy';
import { missingName } from '@shuangyong/policy/tell';
import { fen, type Month, monthText, yuanDisplay } from '@shuangyong/values';

export const yuan = (amount: number): string => `${yuanDisplay(fen(amount))} 元`;

/** `2017-09`, or `2017-10 至 2017-12（3 个月）`. */
export function span(from: Month, to: Month): string {
  return from === to ? monthText(from) : `${monthText(from)} 至 ${monthText(to)}（${to - from + 1} 个月）`;
}

/** Single months and runs of them: `2017-03、2017-05 至 2017-06（2 个月）`. */
export function runsText(months: readonly Month[]): string {
  return runsOf(months)
    .map(([from, to]) => span(from, to))
    .join('、');
}

/** Runs of months that follow each other; the months are in order. */
export function runsOf(months: readonly Month[]): readonly (readonly [Month, Month])[] {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last && month === last[1] + 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}

/** `应发 555.00 元，实发 1,110.00 元，多发 555.00 元` */
export function compared(expected: number, actual: number): string {
  const more = actual - expected;
  const by = more > 0 ? `多发 ${yuan(more)}` : `少发 ${yuan(-more)}`;
  return `应发 ${yuan(expected)}，实发 ${yuan(actual)}，${by}`;
}

const WHYS: Partial<Record<NotDueReason, string>> = {
  afterDeath: '已去世',
  ended: '已停发',
  suspended: '在中止期间',
  paidElsewhere: '由别处发放',
  beforeStart: '还没到享受起始年月',
  underAge: '不满 60 周岁',
  noNationalRule: '没有这一项的标准',
  excludedBy: '和另一项待遇不能同领',
  lowerOfTwo: '另一项待遇较高，几项取高',
};

export const whyWords = (why: NotDueReason): string => WHYS[why] ?? '不应发';

/** What is missing, as the office calls it. */
export function missingWords(missing: Missing): string {
  const { kind, name } = missingName(missing);
  return kind === 'fact' ? `名册没写「${name}」` : `没有「${name}」${kind === 'table' ? '的标准' : '的口径'}`;
}
