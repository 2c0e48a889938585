import {
  entitle,
  type Law,
  type Missing,
  type MonthAnswer,
  months,
  type NotDueReason,
  type Outcome,
  personFacts,
} from '@shuangyong/policy';
import type { Day, Month } from '@shuangyong/values';
import type { RollPerson } from '../benefits/index.ts';
import { type SheetRow, sourceOfRow } from './draft.ts';

/** One right of a person, month by month. */
export interface RightGround {
  readonly id: string;
  readonly category: string;
  /** Its first row. */
  readonly source: SheetRow | null;
  /** False where no national rule gives this 对象类别 anything. */
  readonly isPaid: boolean;
  readonly months: readonly MonthAnswer[];
  /** What it would give if the person had no other right; only where another stands in its way. */
  readonly alone: readonly MonthAnswer[] | undefined;
}

/** What the law gives a person from…to: what payments are held against. */
export interface Ground {
  readonly from: Month;
  readonly to: Month;
  readonly rights: readonly RightGround[];
}

const isBarred = ({ outcome }: MonthAnswer) =>
  outcome.kind === 'notDue' && (outcome.why === 'excludedBy' || outcome.why === 'lowerOfTwo');

/** The law's answers about one person of the roll. */
export function groundOf({ plain, rights }: RollPerson, law: Law, from: Month, to: Month): Ground {
  const facts = personFacts(plain);
  const answers = entitle(facts, law, from, to);
  return {
    from,
    to,
    rights: answers.map((answer, index) => {
      const { spell } = answer;
      const own = months([answer]);
      const alone = own.some(isBarred)
        ? months(entitle({ ...facts, spells: [spell] }, law, from, to))
        : undefined;
      const category = rights[index]?.category ?? '';
      const source = sourceOfRow(rights[index]?.rows[0]);
      return { id: spell.id, category, source, isPaid: spell.benefit !== null, months: own, alone };
    }),
  };
}

/** What a stretch of months gives, over some of a person's rights. */
export interface Sums {
  readonly dueFen: number;
  /** The part of it that rests on derived rates alone. */
  readonly derivedFen: number;
  readonly isUnknown: boolean;
  /** Secondary parts that are due and cannot be computed: the sum is a least. */
  readonly lacks: readonly Missing[];
  /** Months in which nothing is due, with the reason. */
  readonly notDue: readonly { readonly month: Month; readonly why: NotDueReason }[];
  /** The latest day on which a rate of the stretch became known; '' when none was read. */
  readonly knownOn: Day | '';
}

// Death before anything else, then what ended; what had not begun yet; last what no law gives.
const REASONS: readonly NotDueReason[] = [
  ...(['afterDeath', 'underAge', 'ended', 'suspended', 'paidElsewhere', 'beforeStart'] as const),
];

/** Of several reasons the one an auditor would name. */
export function mainReason(reasons: readonly NotDueReason[]): NotDueReason {
  return REASONS.find((one) => reasons.includes(one)) ?? reasons[0] ?? 'noNationalRule';
}

export function sumsOf(ground: Ground, from: Month, to: Month, rights = ground.rights): Sums {
  const lacks = new Set<Missing>();
  const notDue: { month: Month; why: NotDueReason }[] = [];
  let [dueFen, derivedFen, isUnknown] = [0, 0, false];
  let knownOn: Day | '' = '';
  for (let month = from; month <= to; month = (month + 1) as Month) {
    const answers = answersIn(ground, month, rights);
    for (const { outcome, fen } of answers) {
      if (outcome.kind === 'unknown') isUnknown = true;
      if (outcome.kind !== 'due') continue;
      dueFen += fen;
      knownOn = latestKnown(outcome, knownOn);
      for (const one of outcome.missing) lacks.add(one);
    }
    derivedFen += answers.reduce((sum, answer) => sum + derivedPart(answer), 0);
    const whys = answers.flatMap(({ outcome }) => (outcome.kind === 'notDue' ? [outcome.why] : []));
    if (whys.length === answers.length) notDue.push({ month, why: mainReason(whys) });
  }
  return { dueFen, derivedFen, isUnknown, lacks: [...lacks], notDue, knownOn };
}

/** Answers of the rights in a month; the month must lie on the ground. */
export function answersIn(
  { from }: Ground,
  month: Month,
  rights: readonly RightGround[],
): readonly MonthAnswer[] {
  return rights.flatMap((right) => {
    const answer = right.months[month - from];
    return answer === undefined ? [] : [answer];
  });
}

const cellsOf = ({ trace }: Outcome) =>
  trace.steps.flatMap((step) => (step.op === 'read' ? [step.cell] : []));

function latestKnown(outcome: Outcome, known: Day | ''): Day | '' {
  const days = cellsOf(outcome).map(({ knownOn }) => knownOn);
  return [known, ...days].sort().at(-1) ?? '';
}

/** A derived top-up makes that part doubtful, any other derived rate the whole month. */
function derivedPart({ outcome, fen, lines }: MonthAnswer): number {
  if (outcome.kind !== 'due' || !outcome.derived) return 0;
  const derived = cellsOf(outcome).filter(({ status }) => status === 'derived');
  const isTopUp = derived.length > 0 && derived.every(({ code }) => code.endsWith('.topUp'));
  if (!isTopUp) return fen;
  return lines.reduce((sum, line) => (line.component === 'topUp' ? sum + line.fen : sum), 0);
}
