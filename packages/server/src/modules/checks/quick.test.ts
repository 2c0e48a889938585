import { day, daysBetween, type Month, monthText } from '@shuangyong/values';
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { lawWith } from '../standards/index.ts';
import type { Question } from './draft.ts';
import type { PaidBook } from './paid-book.ts';
import type { Payment } from './payment.ts';
import { checkPerson } from './person.ts';
import { quickCheck } from './quick.ts';
import { month, paid, somebody, wholeYear } from './testing/made.ts';

const law = lawWith([]);
const question: Question = {
  ...{ from: month('2017-01'), to: month('2017-12'), today: '2018-06-01' },
  paidYears: new Set([2017]),
};

/** The same payments as the lean reading would have them. */
function bookOf(payments: readonly Payment[]): PaidBook {
  const items = [...new Set(payments.map(({ item }) => item))];
  const lines = payments.flatMap(({ item, from, to, fen, paidOn }) => [
    ...[items.indexOf(item), from, to, fen, daysBetween(day('1970-01-01'), paidOn)],
  ]);
  return { items, byPerson: new Map([['p', lines]]), years: question.paidYears };
}

function atFirstSight(person: ReturnType<typeof somebody>, payments: readonly Payment[]): number | undefined {
  const book = bookOf(payments);
  return quickCheck(law, question, book)(person, book.byPerson.get('p') ?? []);
}

const people = [
  somebody(),
  somebody([{ stop: '2017-07' }]),
  somebody([{ from: '2017-04' }]),
  somebody([{ category: '农村籍退役士兵', years: 3.5 }], { born: '1957-06-20' }),
  somebody([{ category: '残疾军人', grade: 8, cause: '因公' }]),
  somebody([{}, { category: '农村籍退役士兵' }]),
  somebody([{}], { died: '2017-05-03' }),
  somebody([{ stop: '2017-05' }, { from: '2017-08' }]),
];

/** What the law gives this person, paid month by month. */
function asDue(person: ReturnType<typeof somebody>): readonly Payment[] {
  const { drafts } = checkPerson(person, [], law, question);
  return drafts
    .filter(({ code }) => code === 'unpaid_due')
    .flatMap(({ from, to }) => monthly(person, from ?? question.from, to ?? question.to));
}

function monthly(person: ReturnType<typeof somebody>, from: Month, to: Month): readonly Payment[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const at = (from + index) as Month;
    const one = { ...question, from: at, to: at };
    const owed = checkPerson(person, [], law, one).drafts.find(({ code }) => code === 'unpaid_due');
    return paid(monthText(at), monthText(at), (owed?.expectedFen ?? 0) / 100);
  });
}

test('a year as it was due is let through at first sight, in any order of its rows', () => {
  expect(atFirstSight(somebody(), wholeYear())).toBe(12);
  expect(atFirstSight(somebody(), [...wholeYear()].reverse())).toBe(12);
  expect(atFirstSight(somebody(), wholeYear({ '2017-05': 504 }))).toBeUndefined();
  expect(atFirstSight(somebody([{ category: '残疾军人', cause: '因公' }]), wholeYear())).toBeUndefined();
});

const disturbance = record({
  what: constantFrom('drop', 'double', 'less', 'more', 'late', 'change', 'none'),
  at: integer({ min: 0, max: 11 }),
  who: integer({ min: 0, max: people.length - 1 }),
});

function disturbed(payments: readonly Payment[], what: string, at: number): readonly Payment[] {
  const one = payments[at % Math.max(payments.length, 1)];
  if (one === undefined) return payments;
  const others = payments.filter((other) => other !== one);
  if (what === 'drop') return others;
  if (what === 'double') return [...payments, one];
  if (what === 'less') return [...others, { ...one, fen: one.fen - 500 }];
  if (what === 'more') return [...others, { ...one, to: (one.to + 1) as Month }];
  if (what === 'late') return [...others, { ...one, paidOn: day('2018-03-01') }];
  return what === 'change' ? [...payments, { ...one, item: '补发', fen: 100 }] : payments;
}

test('in whom it lets through, the thorough check finds nothing and counts the same months', () => {
  let passed = 0;
  assert(
    property(array(disturbance, { minLength: 1, maxLength: 2 }), (changes) => {
      const person = people[changes[0]?.who ?? 0] ?? somebody();
      const payments = changes.reduce((list, { what, at }) => disturbed(list, what, at), asDue(person));
      const months = atFirstSight(person, payments);
      if (months === undefined) return;
      passed += 1;
      const thorough = checkPerson(person, payments, law, question);
      expect(thorough.drafts).toEqual([]);
      expect(thorough.months).toBe(months);
    }),
    { numRuns: 400 },
  );
  expect(passed).toBeGreaterThan(20);
});
