import type { Judged } from './bundle.ts';
import type { Draft, Question } from './draft.ts';
import { roleOf } from './payment.ts';

/**
 * Findings that are left once 补发 and 扣回 are set against what they make up for, though they were written under
 * other months: where all differences of a person together are nothing and one of them is such a line, all is well.
 */
export function settle(
  judged: readonly Judged[],
  unpaid: readonly Draft[],
  question: Question,
): readonly Draft[] {
  const own = judged.filter(({ bundle }) => bundle.from <= question.to && bundle.to >= question.from);
  const late = unpaid.filter((one) => one.payments.length > 0 && !isTold(one, judged));
  const never = unpaid.filter(({ payments }) => payments.length === 0);
  if (isMadeUp(judged, never)) return late;
  return [...own.flatMap(({ draft }) => draft ?? []), ...never, ...late];
}

/** Late payments of a wrong amount are told once. */
function isTold({ payments }: Draft, judged: readonly Judged[]): boolean {
  return judged.some(({ bundle }) => payments.some((one) => bundle.payments.includes(one)));
}

function isMadeUp(judged: readonly Judged[], never: readonly Draft[]): boolean {
  if (!judged.some(({ bundle }) => bundle.payments.some(({ item }) => roleOf(item) === 'change')))
    return false;
  const paid = judged.reduce((sum, { offFen }) => sum + offFen, 0);
  const owed = never.reduce((sum, { expectedFen }) => sum + (expectedFen ?? 0), 0);
  const spans = [...judged.map(({ bundle }) => bundle), ...never];
  const months = spans.reduce((sum, { from, to }) => sum + ((to ?? 0) - (from ?? 0) + 1), 0);
  return Math.abs(paid - owed) <= months;
}
