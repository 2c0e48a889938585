import { type Fen, fen, type Month } from '@shuangyong/values';
import type { BenefitCode } from './codes.ts';
import { months } from './months.ts';
import type { MonthAnswer, Outcome, RightAnswer } from './types.ts';

/** One month of one right whose answer differs between two readings of facts or law. */
export interface MonthChange {
  readonly spellId: string;
  readonly benefit: BenefitCode | null;
  readonly month: Month;
  readonly wasFen: Fen;
  readonly isFen: Fen;
  /** Undefined where that reading has no such right or month. */
  readonly was: Outcome | undefined;
  readonly is: Outcome | undefined;
}

/**
 * What differs, month by month and right by right (by id), between two answers: other facts, another law, or both.
 * A month counts as different when its amount, its kind, its reason or what it lacks does.
 */
export function changesOf(was: readonly RightAnswer[], is: readonly RightAnswer[]): readonly MonthChange[] {
  if (was.length === is.length && was.every((one, index) => isSame(one, is[index]))) return [];
  const before = byRightAndMonth(months(was));
  const after = byRightAndMonth(months(is));
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => {
    const change = changeOf(before.get(name), after.get(name));
    return change ? [change] : [];
  });
}

const isSame = (a: RightAnswer, b: RightAnswer | undefined) =>
  b !== undefined && a.timeline === b.timeline && a.spell.id === b.spell.id;

const byRightAndMonth = (list: readonly MonthAnswer[]) =>
  new Map(list.map((answer) => [`${answer.month} ${answer.spell.id}`, answer]));

function changeOf(was: MonthAnswer | undefined, is: MonthAnswer | undefined): MonthChange | undefined {
  const either = is ?? was;
  if (!either || (was && is && was.fen === is.fen && tellOf(was.outcome) === tellOf(is.outcome)))
    return undefined;
  return {
    spellId: either.spell.id,
    benefit: either.spell.benefit,
    month: either.month,
    wasFen: was?.fen ?? fen(0),
    isFen: is?.fen ?? fen(0),
    was: was?.outcome,
    is: is?.outcome,
  };
}

function tellOf(outcome: Outcome): string {
  if (outcome.kind === 'notDue') return outcome.why;
  return `${outcome.kind} ${outcome.missing.join(' ')}`;
}
