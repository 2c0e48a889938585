import {
  entitle,
  factsReader,
  type Law,
  type Missing,
  type MonthAnswer,
  type MonthLine,
  months,
  type RightAnswer,
  sumOf,
  type Timeline,
  type Trace,
} from '@shuangyong/policy';
import { type Fen, type Month, monthText } from '@shuangyong/values';
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
  readonly missing?: readonly Missing[];
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

function toldMonth({ month, outcome, fen, lines }: MonthLine, traced: boolean): DueMonth {
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

/** One reader of facts for each law: people alike share them, and the timelines that rest on them. */
const readers = new WeakMap<Law, ReturnType<typeof factsReader>>();

function readerOf(law: Law): ReturnType<typeof factsReader> {
  const known = readers.get(law);
  if (known !== undefined) return known;
  const made = factsReader();
  readers.set(law, made);
  return made;
}

/** What each right of a person gives, in the order of the roll's rights. */
function rightsOf(person: RollPerson, law: Law, { from, to }: Span): readonly RightAnswer[] {
  return entitle(readerOf(law)(person.plain), law, from, to);
}

/** Every month of every right of a person, in the order of the roll's rights. */
export function answersOf(person: RollPerson, law: Law, span: Span): readonly MonthAnswer[] {
  return months(rightsOf(person, law, span));
}

/** Months of each right of a person, in the order of the roll's rights; people alike share a timeline. */
export function timelinesOf(person: RollPerson, law: Law, span: Span): readonly Timeline[] {
  return rightsOf(person, law, span).map(({ timeline }) => timeline);
}

const categoryAt = (person: RollPerson, index: number) => person.plain.rights[index]?.category ?? '';

function headOf({ id, name, source, identitySealed }: RollPerson, keys: Keys) {
  const idTail = identitySealed === null ? null : keys.open(identitySealed).slice(-4);
  return { id, name, idTail, source };
}

/** What the law gives a person in each month of a span, told in plain values. */
export function dueOf(person: RollPerson, law: Law, keys: Keys, span: Span, traced = false): DuePerson {
  const answers = rightsOf(person, law, span);
  const rights = answers.map(({ timeline }, index) => ({
    category: categoryAt(person, index),
    months: timeline.months().map((line) => toldMonth(line, traced)),
  }));
  return { ...headOf(person, keys), rights, totalFen: sumOf(answers) };
}

/** Months of a timeline as text: many people share one, so that it is written once. */
const written = { plain: new WeakMap<Timeline, string>(), traced: new WeakMap<Timeline, string>() };

function monthsText(timeline: Timeline, traced: boolean): string {
  const known = written[traced ? 'traced' : 'plain'];
  const found = known.get(timeline);
  if (found !== undefined) return found;
  const text = JSON.stringify(timeline.months().map((line) => toldMonth(line, traced)));
  known.set(timeline, text);
  return text;
}

/** The same as `dueOf`, as one line of JSON. */
export function dueText(
  person: RollPerson,
  law: Law,
  keys: Keys,
  span: Span,
  traced = false,
): { readonly text: string; readonly fen: Fen } {
  const answers = rightsOf(person, law, span);
  const rights = answers.map(
    ({ timeline }, index) =>
      `{"category":${JSON.stringify(categoryAt(person, index))},"months":${monthsText(timeline, traced)}}`,
  );
  const head = JSON.stringify(headOf(person, keys)).slice(0, -1);
  const fen = sumOf(answers);
  return { text: `${head},"rights":[${rights.join(',')}],"totalFen":${fen}}`, fen };
}
