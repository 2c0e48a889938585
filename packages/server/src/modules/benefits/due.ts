import { entitle, type Law, type MonthAnswer, months, personFacts, type Trace } from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';
import type { Keys } from '../../kernel/context.ts';
import type { RollPerson } from './facts.ts';

/** One month of one right as it is told: amounts in whole fen. */
export interface DueMonth {
  readonly month: string;
  readonly outcome: 'due' | 'notDue' | 'unknown';
  readonly fen: number;
  readonly lines: readonly { readonly component: string; readonly fund: string; readonly fen: number }[];
  /** Why it is not due. */
  readonly reason?: string;
  /** Facts or tables that are missing; beside `due` those of a secondary component. */
  readonly missing?: readonly string[];
  /** Rests on a rate that was computed by a checked rule. */
  readonly derived?: true;
  readonly trace?: Trace;
}

export interface DueRight {
  readonly category: string;
  readonly months: readonly DueMonth[];
}

export interface DuePerson {
  readonly id: string;
  readonly name: string;
  readonly idTail: string | null;
  readonly source: { readonly sheet: string; readonly row: number } | null;
  readonly rights: readonly DueRight[];
  readonly totalFen: number;
}

export interface Span {
  readonly from: Month;
  readonly to: Month;
}

function toldMonth({ month, outcome, fen, lines }: MonthAnswer, traced: boolean): DueMonth {
  const base = { month: monthText(month), outcome: outcome.kind, fen, lines };
  const trace = traced ? { trace: outcome.trace } : {};
  if (outcome.kind === 'notDue') return { ...base, reason: outcome.why, ...trace };
  if (outcome.kind === 'unknown') return { ...base, missing: outcome.missing, ...trace };
  return {
    ...base,
    ...(outcome.missing.length > 0 ? { missing: outcome.missing } : {}),
    ...(outcome.derived ? { derived: true as const } : {}),
    ...trace,
  };
}

/** Every month of every right of a person, in the order of the roll's rights. */
export function answersOf(person: RollPerson, law: Law, { from, to }: Span): readonly MonthAnswer[] {
  return months(entitle(personFacts(person.plain), law, from, to));
}

/** What the law gives a person in each month of a span, told in plain values. */
export function dueOf(person: RollPerson, law: Law, keys: Keys, span: Span, traced = false): DuePerson {
  const answers = answersOf(person, law, span);
  const rights = person.rights.map(({ category }, index): DueRight => {
    const id = person.plain.rights[index]?.id;
    const own = answers.filter(({ spell }) => spell.id === id);
    return { category, months: own.map((answer) => toldMonth(answer, traced)) };
  });
  const { id, name, source, identitySealed } = person;
  const idTail = identitySealed === null ? null : keys.open(identitySealed).slice(-4);
  return { id, name, idTail, source, rights, totalFen: answers.reduce((sum, { fen }) => sum + fen, 0) };
}
