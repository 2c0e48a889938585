import {
  entitle,
  type Law,
  personFacts,
  type RightAnswer,
  roundedSpan,
  type Timeline,
} from '@shuangyong/policy';
import type { Month } from '@shuangyong/values';
import type { RollPerson } from '../benefits/index.ts';
import { isLate, type Question } from './draft.ts';
import {
  DAY,
  FEN,
  FROM,
  ITEM,
  lastDayNumber,
  type PaidBook,
  type PaidLines,
  TO,
  WIDTH,
} from './paid-book.ts';
import { roleOf } from './payment.ts';

/** What is due up to each month, summed once for all people with the same timeline. */
interface Table {
  readonly from: Month;
  /** Fen due before month `from + i`. */
  readonly before: Float64Array;
  /** Months due before month `from + i`. */
  readonly dueBefore: Int32Array;
  /** Nothing is unknown, lacking or continued after a death, and no right stands in the way of another. */
  readonly isPlain: boolean;
}

/**
 * A check that most people pass in a few steps: the months of the person that were checked, undefined when he wants
 * a thorough look. In whom it lets through the thorough one finds nothing.
 */
export type Quick = (person: RollPerson, lines: PaidLines) => number | undefined;

const MARGIN = 12;

export function quickCheck(law: Law, question: Question, book: PaidBook): Quick {
  const first = (question.from - MARGIN) as Month;
  const last = (question.to + MARGIN) as Month;
  const tables = new WeakMap<Timeline, Table>();
  const isRegular = book.items.map((item) => roleOf(item) === 'general' || roleOf(item) === 'own');
  const isApart = book.items.map((item) => roleOf(item) === 'apart');
  const lateTo = lastLateMonth(question);
  const firstYear = Math.floor(first / 12);
  const years = Math.floor(last / 12) - firstYear + 1;
  const lastDays = Array.from({ length: years }, (_, index) => lastDayNumber(firstYear + index));
  return (person, lines) => {
    const answers = entitle(personFacts(person.plain), law, first, last);
    const only = answers.length === 1 ? answers[0]?.timeline : undefined;
    const known = only && tables.get(only);
    const table = known ?? tableOf(answers, first, last, question);
    if (only && !known) tables.set(only, table);
    if (!table.isPlain) return undefined;
    return isPaidAsDue(table, sorted(lines), { question, isRegular, isApart, lateTo, lastDays })
      ? dueMonths(table, question.from, question.to)
      : undefined;
  };
}

/** Months up to this one are late if they are unpaid; one before the question when none is. */
function lastLateMonth({ from, to, today, paidYears }: Question): Month {
  let last = (from - 1) as Month;
  while (last < to && isLate((last + 1) as Month, today) && paidYears.has(Math.floor((last + 1) / 12)))
    last = (last + 1) as Month;
  return last;
}

function tableOf(answers: readonly RightAnswer[], first: Month, last: Month, { from, to }: Question): Table {
  const length = last - first + 1;
  const due = new Float64Array(length);
  const isDue = new Uint8Array(length);
  let isPlain = true;
  for (const { timeline } of answers)
    for (const { from: start, to: end, outcome } of timeline.stretches) {
      const isAsked = start <= to && end >= from;
      if (outcome.kind === 'notDue') {
        const isBarred = outcome.why === 'excludedBy' || outcome.why === 'lowerOfTwo';
        if (isBarred && isAsked) isPlain = false;
        continue;
      }
      if (outcome.missing.length > 0 && isAsked) isPlain = false;
      if (outcome.kind === 'unknown') continue;
      if (outcome.rounding === 'fixed') isPlain = false;
      for (let month = start; month <= end; month = (month + 1) as Month) {
        due[month - first] =
          (due[month - first] ?? 0) + roundedSpan(outcome.rate, outcome.rounding, month, month);
        isDue[month - first] = 1;
      }
    }
  return { from: first, isPlain, ...summed(due, isDue) };
}

function summed(due: Float64Array, isDue: Uint8Array): Pick<Table, 'before' | 'dueBefore'> {
  const before = new Float64Array(due.length + 1);
  const dueBefore = new Int32Array(due.length + 1);
  due.forEach((fen, at) => {
    before[at + 1] = (before[at] ?? 0) + fen;
    dueBefore[at + 1] = (dueBefore[at] ?? 0) + (isDue[at] ?? 0);
  });
  return { before, dueBefore };
}

function dueMonths({ from, dueBefore }: Table, first: number, last: number): number {
  return last < first ? 0 : (dueBefore[last - from + 1] ?? 0) - (dueBefore[first - from] ?? 0);
}

interface Asked {
  readonly question: Question;
  readonly isRegular: readonly boolean[];
  readonly isApart: readonly boolean[];
  readonly lateTo: Month;
  /** The last day in time, by year after the first. */
  readonly lastDays: readonly number[];
}

/** Payments that follow each other, each of what was due, in time, and no late month without one. */
function isPaidAsDue(table: Table, lines: PaidLines, asked: Asked): boolean {
  const { question, lateTo } = asked;
  let paidTo = 0;
  let covered = 0;
  for (let at = 0; at < lines.length; at += WIDTH) {
    const item = lines[at + ITEM] ?? 0;
    if (asked.isApart[item]) continue;
    const from = lines[at + FROM] ?? 0;
    const to = lines[at + TO] ?? 0;
    if (!asked.isRegular[item] || from <= paidTo) return false;
    paidTo = to;
    if (from > question.to || to < question.from) continue;
    if (!isExact(table, lines, at, asked.lastDays) || dueMonths(table, from, to) < to - from + 1)
      return false;
    covered += dueMonths(table, Math.max(from, question.from), Math.min(to, lateTo, question.to));
  }
  return lateTo < question.from || covered === dueMonths(table, question.from, lateTo);
}

function isExact(
  { from: first, before }: Table,
  lines: PaidLines,
  at: number,
  lastDays: readonly number[],
): boolean {
  const from = lines[at + FROM] ?? 0;
  const to = lines[at + TO] ?? 0;
  const fen = lines[at + FEN] ?? 0;
  if (fen <= 0 || from < first || to - first + 1 >= before.length) return false;
  const due = (before[to - first + 1] ?? 0) - (before[from - first] ?? 0);
  const lastDay = lastDays[Math.floor(from / 12) - Math.floor(first / 12)] ?? 0;
  return fen === due && (lines[at + DAY] ?? 0) <= lastDay;
}

/** In order of their first months; as they are when they already stand so. */
function sorted(lines: PaidLines): PaidLines {
  let isSorted = true;
  for (let at = WIDTH; at < lines.length && isSorted; at += WIDTH)
    isSorted = (lines[at + FROM] ?? 0) >= (lines[at - WIDTH + FROM] ?? 0);
  if (isSorted) return lines;
  const starts = Array.from({ length: lines.length / WIDTH }, (_, index) => index * WIDTH);
  starts.sort((a, b) => (lines[a + FROM] ?? 0) - (lines[b + FROM] ?? 0));
  return starts.flatMap((start) => lines.slice(start, start + WIDTH));
}
