import { type Judged, judgeBundle } from './bundle.ts';
import { type Draft, isLate, type Question } from './draft.ts';
import { type Ground, type RightGround, sumsOf } from './ground.ts';
import { type Bundle, isItemOf, lastMade, type Payment, roleOf } from './payment.ts';
import { span, yuan } from './words.ts';

/**
 * A bundle of a person with several rights that does not add up: where each payment bears the name of one right, it
 * is told of that right alone; else of all rights together.
 */
export function judgeByRight(bundle: Bundle, ground: Ground, question: Question): readonly Judged[] {
  const together = judgeBundle(bundle, ground, question);
  if (together === undefined) return [];
  const named = namedRights(bundle, ground.rights);
  if (named === undefined || together.draft?.code === 'excluded_pair' || isInPlace(bundle, ground, named))
    return [together];
  const apart = [...named].flatMap(([right, payments]) => {
    const fen = payments.reduce((sum, one) => sum + one.fen, 0);
    const judged = judgeBundle({ ...bundle, payments, fen }, ground, question, [right]);
    return judged ? [judged] : [];
  });
  const unpaid = ground.rights
    .filter((right) => !named.has(right))
    .flatMap((right) => unpaidRight(bundle, ground, right, question));
  const all = [...apart, ...unpaid];
  return all.length > 0 ? all : [together];
}

/** Which right each payment names; undefined when one names none, or only one right is there. */
function namedRights(
  { payments }: Bundle,
  rights: readonly RightGround[],
): ReadonlyMap<RightGround, readonly Payment[]> | undefined {
  if (rights.length < 2) return undefined;
  const named = new Map<RightGround, Payment[]>();
  for (const payment of payments) {
    const right = rights.find(({ category }) => isItemOf(payment.item, category));
    if (right === undefined || roleOf(payment.item) !== 'own') return undefined;
    named.set(right, [...(named.get(right) ?? []), payment]);
  }
  return named;
}

/** The lower right was paid in the place of the higher: together they tell the truth. */
function isInPlace(
  { from, to }: Bundle,
  ground: Ground,
  named: ReadonlyMap<RightGround, readonly Payment[]>,
): boolean {
  const isDue = (right: RightGround) => sumsOf(ground, from, to, [right]).dueFen > 0;
  return [...named.keys()].every((right) => !isDue(right)) && ground.rights.some(isDue);
}

function unpaidRight(
  bundle: Bundle,
  ground: Ground,
  right: RightGround,
  { today }: Question,
): readonly Judged[] {
  const { dueFen, isUnknown } = sumsOf(ground, bundle.from, bundle.to, [right]);
  if (isUnknown || dueFen === 0 || !isLate(bundle.to, today)) return [];
  const draft: Draft = {
    code: 'unpaid_due',
    severity: 'must',
    from: bundle.from,
    to: bundle.to,
    expectedFen: dueFen,
    actualFen: 0,
    reason: `${span(bundle.from, bundle.to)} ${right.category}应发 ${yuan(dueFen)}，没有发放记录。`,
    source: right.source,
    payments: [lastMade(bundle.payments)].flatMap((one) => (one ? [one] : [])),
  };
  return [{ bundle, offFen: -dueFen, draft }];
}
