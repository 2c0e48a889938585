import type { Code, Component, Fund, Missing, NotDueReason } from '../codes.ts';
import { rate, sumRates } from '../rate.ts';
import type { Cell, Facts, LawAt, Line, Outcome, Rate, Regime, Trace, TraceStep, Unit } from '../types.ts';

/** One component of a month worked out, or why it could not be. */
export type Part =
  | {
      readonly kind: 'part';
      readonly lines: readonly Line[];
      readonly cells: readonly Cell[];
      readonly steps: Steps;
    }
  | { readonly kind: 'gap'; readonly missing: readonly Missing[]; readonly steps: Steps }
  | { readonly kind: 'none'; readonly steps: Steps };
type Steps = readonly TraceStep[];
type Head = Pick<Regime, 'id' | 'source' | 'article'>;

/** Facts whose absence has a name of its own. */
const FACT_NAMES = {
  grade: 'fact:grade',
  cause: 'fact:cause',
  era: 'fact:era',
  group: 'fact:group',
  redArmyClass: 'fact:class',
  residence: 'fact:residence',
  housed: 'fact:housed',
  halfYears: 'fact:serviceYears',
} as const satisfies Partial<Record<keyof Facts, Missing>>;
type Nameable = keyof typeof FACT_NAMES;

/** Steps of the facts read, and the names of those that nobody has stated. */
export function state(
  facts: Facts,
  ...names: readonly Nameable[]
): { readonly steps: Steps; readonly missing: readonly Missing[] } {
  const steps = names.map((what) => ({ op: 'fact', what, value: facts[what] }) as const);
  return { steps, missing: names.filter((name) => facts[name] === 0).map((name) => FACT_NAMES[name]) };
}

/** How a cell of a unit becomes fen a month: the divisor of its year. */
const MONTHS_OF: Partial<Record<Unit, number>> = { fen_per_year: 12, fen_per_year_per_service_year: 12 };

/** Exact fen a month of a cell, times a factor; the division by twelve last. */
export function monthly(cell: Cell, factor: Rate = rate(1)): { readonly rate: Rate; readonly steps: Steps } {
  const months = MONTHS_OF[cell.unit] ?? 1;
  const steps: TraceStep[] = [{ op: 'read', what: cell.code, value: cell.amount, cell }];
  if (factor.num !== 1) steps.push({ op: 'times', what: 'factor', value: factor.num });
  if (factor.den !== 1) steps.push({ op: 'divide', what: 'factor', value: factor.den });
  if (months !== 1) steps.push({ op: 'divide', what: 'months', value: months });
  return { rate: rate(cell.amount * factor.num, months * factor.den), steps };
}

/** The component that one cell of the narrowest region gives. */
export function readPart(law: LawAt, code: Code, key: string, component: Component, factor?: Rate): Part {
  const answer = law.cell(code, key);
  if (answer.kind === 'missing') return gap(law, `table:${code}`);
  if (answer.kind === 'absent')
    return {
      kind: 'none',
      steps: [{ op: 'absent', what: code, source: answer.source, article: answer.article }],
    };
  return partOf([answer.cell], component, factor);
}

/** A component made of cells, one line each. */
export function partOf(cells: readonly Cell[], component: Component, factor?: Rate): Part {
  const made = cells.map((cell) => ({ cell, ...monthly(cell, factor) }));
  const lines = made.map(({ cell, rate: exact }) => line(component, cell.fund, exact));
  return {
    kind: 'part',
    lines,
    cells,
    steps: made.flatMap(({ steps }, index) => [...steps, ...lineSteps(lines.slice(index, index + 1))]),
  };
}

/** What is paid on top by every region that says so. */
export const topUpPart = (law: LawAt, code: Code): Part => partOf(law.addends(code, '-'), 'topUp');

/** The one thing lacking, with the place and month that lack it. */
export function gap(law: LawAt, ...missing: readonly Missing[]): Part {
  return { kind: 'gap', missing, steps: missing.map((what) => missingStep(law, what)) };
}

export const missingStep = (law: LawAt, what: Missing): TraceStep => ({
  op: 'missing',
  what,
  region: law.region,
  month: law.month,
});

export const line = (component: Component, fund: Fund, exact: Rate): Line => ({
  component,
  fund,
  rate: exact,
});

export const lineSteps = (lines: readonly Line[]): Steps =>
  lines.map(({ component, fund, rate: exact }) => ({ op: 'line', what: component, value: exact, fund }));

interface Answering {
  readonly regime: Head;
  readonly law: LawAt;
  readonly steps?: Steps;
  /** Facts not stated that the base needs. */
  readonly missing?: readonly Missing[];
  readonly once?: true;
}

/**
 * The outcome of a benefit's parts. The first is the base: without it the benefit is unknown, or not due where the
 * law has no such rate. Of the others, what is missing is named beside the base.
 */
export function answer(
  { regime, law, steps = [], missing = [], once }: Answering,
  ...parts: readonly Part[]
): Outcome {
  if (missing.length > 0)
    return unknown(regime, missing, [...steps, ...missing.map((what) => missingStep(law, what))]);
  const [base] = parts;
  const all = [...steps, ...parts.flatMap((part) => part.steps)];
  if (base === undefined || base.kind === 'none') return notDue(regime, 'noNationalRule', all);
  if (base.kind === 'gap') return unknown(regime, base.missing, all);
  return due(regime, law, parts, all, once === true);
}

function due(regime: Head, law: LawAt, parts: readonly Part[], steps: Steps, isOnce: boolean): Outcome {
  const lines = parts.flatMap((part) => (part.kind === 'part' ? part.lines : []));
  const cells = parts.flatMap((part) => (part.kind === 'part' ? part.cells : []));
  const sum = sumRates(lines.map((one) => one.rate));
  const rounding = isOnce ? 'halfUpFen' : (law.setting('rounding') ?? 'spreadYear');
  return Object.freeze({
    kind: 'due',
    lines: Object.freeze(lines),
    rate: sum,
    rounding,
    missing: Object.freeze(parts.flatMap((part) => (part.kind === 'gap' ? part.missing : []))),
    derived: cells.some(({ status }) => status === 'derived'),
    trace: trace(regime, [
      ...steps,
      { op: 'sum', what: isOnce ? 'once' : 'month', value: sum },
      { op: 'round', what: rounding, value: sum },
    ]),
  });
}

export function notDue(regime: Head, why: NotDueReason, steps: Steps = []): Outcome {
  return Object.freeze({ kind: 'notDue', why, trace: trace(regime, steps) });
}

export function unknown(regime: Head, missing: readonly Missing[], steps: Steps = []): Outcome {
  return Object.freeze({
    kind: 'unknown',
    missing: Object.freeze([...missing]),
    trace: trace(regime, steps),
  });
}

export const trace = ({ id, source, article }: Head, steps: Steps): Trace =>
  Object.freeze({ regime: id, source, article, steps: Object.freeze([...steps]) });

/** A regime, frozen. */
export const regime = (made: Regime): Regime => Object.freeze(made);
