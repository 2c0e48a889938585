import type { Month } from '@shuangyong/values';
import type { BenefitCode, Missing } from './codes.ts';
import { type Piece, regimeAt } from './pieces.ts';
import { compareRates } from './rate.ts';
import { notDue, unknown } from './regimes/build.ts';
import type { Due, Outcome, Place, Spell, Stacking, TraceStep, Unknown } from './types.ts';

/** One right in one interval. */
interface Held {
  readonly spell: Spell;
  readonly outcome: Outcome;
}

/**
 * Rights of one person looked at together, interval by interval: first those never paid beside another, then, of
 * the rest, the highest (or all, as the place says). A right that cannot be computed makes those it is compared
 * with unknown too: nobody can say which is higher.
 */
export function stackPieces(
  spells: readonly Spell[],
  lists: readonly (readonly Piece[])[],
  place: Place,
): readonly (readonly Piece[])[] {
  const made: Piece[][] = lists.map(() => []);
  const at = lists.map(() => 0);
  const starts = cutsOf(lists, place);
  const last = lists[0]?.at(-1)?.to ?? 0;
  starts.forEach((from, index) => {
    const to = ((starts[index + 1] ?? last + 1) - 1) as Month;
    const held = spells.map((spell, right) => {
      const list = lists[right] ?? [];
      while ((list[at[right] ?? 0]?.to ?? to) < from) at[right] = (at[right] ?? 0) + 1;
      return { spell, outcome: pieceOutcome(list[at[right] ?? 0]) };
    });
    stacked(held, place.stackingAt(from), from).forEach((outcome, right) => {
      made[right]?.push({ from, to, outcome });
    });
  });
  return made;
}

function pieceOutcome(piece: Piece | undefined): Outcome {
  if (!piece) throw new RangeError('a right does not cover the span');
  return piece.outcome;
}

function cutsOf(lists: readonly (readonly Piece[])[], place: Place): readonly Month[] {
  const first = lists[0]?.[0]?.from ?? 0;
  const last = lists[0]?.at(-1)?.to ?? 0;
  const inside = place.stackingStarts.filter((month) => month > first && month <= last);
  const all = [...lists.flatMap((list) => list.map(({ from }) => from)), ...inside];
  return [...new Set(all)].sort((a, b) => a - b);
}

function stacked(held: readonly Held[], stacking: Stacking, at: Month): readonly Outcome[] {
  const open = held.filter(({ outcome }) => isOpen(outcome));
  if (open.length < 2) return held.map(({ outcome }) => outcome);
  const left = held.map((one) => excluded(one, open, at));
  const compared = left
    .filter(({ spell, outcome }) => isOpen(outcome) && spell.benefit !== 'conscript')
    .sort(byOrder);
  if (stacking.mode === 'sum' || compared.length < 2) return left.map(({ outcome }) => outcome);
  const chosen = compareAll(compared, stacking, at);
  return left.map((one) => chosen.get(one) ?? one.outcome);
}

const isOpen = (outcome: Outcome) => outcome.kind !== 'notDue';

// Equal amounts go to the earlier benefit, then to the earlier 对象类别, so that the order of the roll plays no part.
const byOrder = ({ spell: a }: Held, { spell: b }: Held) =>
  a.order - b.order || a.rank - b.rank || (a.id < b.id ? -1 : 1);

function excluded(one: Held, open: readonly Held[], at: Month): Held {
  const { spell, outcome } = one;
  if (spell.benefit === null || !isOpen(outcome)) return one;
  const against = regimeAt(spell, at).excludedBy ?? [];
  const other = open.find((held) => held.spell.benefit !== null && against.includes(held.spell.benefit));
  if (!other || other.spell.benefit === null) return one;
  const step = { op: 'exclude', what: other.spell.benefit, value: rateOf(other.outcome) } as const;
  return { spell, outcome: notDue(regimeAt(spell, at), 'excludedBy', [...outcome.trace.steps, step]) };
}

const rateOf = (outcome: Outcome) => (outcome.kind === 'due' ? outcome.rate : null);

function compareAll(compared: readonly Held[], stacking: Stacking, at: Month): Map<Held, Outcome> {
  const doubtful = compared.filter(({ outcome }) => outcome.kind === 'unknown');
  if (doubtful.length > 0) return allUnknown(compared, at);
  const ranked = [...compared].sort((a, b) => compareRates(total(b), total(a)) || byOrder(a, b));
  // A lower right whose amount lacks a part might be the higher one.
  if (ranked.slice(1).some(({ outcome }) => outcome.kind === 'due' && outcome.missing.length > 0))
    return allUnknown(compared, at);
  return chosenOf(ranked, stacking, at);
}

const total = ({ outcome }: Held) => (outcome.kind === 'due' ? outcome.rate : { num: 0, den: 1 });

function chosenOf(ranked: readonly Held[], { together }: Stacking, at: Month): Map<Held, Outcome> {
  const kept: Held[] = [];
  const answers = new Map<Held, Outcome>();
  for (const one of ranked) {
    const higher = kept.find((other) => !together.has(pairName(one.spell, other.spell)));
    if (higher === undefined) kept.push(one);
    answers.set(one, higher === undefined ? compareStep(one, ranked) : lower(one, higher, at));
  }
  return answers;
}

/** A pair of benefits, the earlier one first. */
export function pairName(
  a: { readonly benefit: BenefitCode | null; readonly order: number },
  b: typeof a,
): string {
  const [first, second] = a.order <= b.order ? [a, b] : [b, a];
  return `${first.benefit}+${second.benefit}`;
}

const maxSteps = (others: readonly Held[]): readonly TraceStep[] =>
  others.flatMap(({ spell, outcome }) =>
    spell.benefit === null ? [] : [{ op: 'max', what: spell.benefit, value: rateOf(outcome) } as const],
  );

function compareStep(one: Held, ranked: readonly Held[]): Outcome {
  const { outcome } = one;
  const steps = [...outcome.trace.steps, ...maxSteps(ranked.filter((other) => other !== one))];
  return Object.freeze({ ...outcome, trace: { ...outcome.trace, steps } });
}

function lower(one: Held, higher: Held, at: Month): Outcome {
  const steps = [...one.outcome.trace.steps, ...maxSteps([higher])];
  return notDue(regimeAt(one.spell, at), 'lowerOfTwo', steps);
}

function allUnknown(compared: readonly Held[], at: Month): Map<Held, Outcome> {
  const missing = [...new Set(compared.flatMap(({ outcome }) => missingOf(outcome)))];
  return new Map(
    compared.map((one) => {
      const others = compared.filter((other) => other !== one);
      const steps = [...one.outcome.trace.steps, ...maxSteps(others)];
      if (one.outcome.kind === 'unknown' && others.every(({ outcome }) => outcome.kind !== 'unknown'))
        return [one, one.outcome];
      return [one, unknown(regimeAt(one.spell, at), missing, steps)];
    }),
  );
}

const missingOf = (outcome: Due | Unknown | Outcome): readonly Missing[] =>
  outcome.kind === 'notDue' ? [] : outcome.missing;
