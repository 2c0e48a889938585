import { day, type Month } from '@shuangyong/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf } from './changes.ts';
import { compileLaw } from './compile.ts';
import { entitle } from './entitle.ts';
import { personFacts } from './facts.ts';
import { months, sumOf } from './months.ts';
import type { PlainPerson } from './plain.ts';
import { shippedFiles } from './testing/files.ts';
import { people, spans } from './testing/people.ts';
import type { Law, LawFiles, MonthAnswer, TableFile } from './types.ts';

const files = shippedFiles();
const lawOf = (changed: LawFiles = files, knownOn?: string): Law => {
  const made = compileLaw(changed, knownOn === undefined ? {} : { knownOn: day(knownOn) });
  if (!made.ok) throw new Error(JSON.stringify(made.refusals.slice(0, 3)));
  return made.law;
};
const law = lawOf();

/** Every table's cells changed by one rule. */
function withCells(change: (amount: number, code: string) => number): LawFiles {
  const changed = (table: TableFile): TableFile => ({
    ...table,
    values: table.values.map((value) => ({
      ...value,
      cells: Object.fromEntries(
        Object.entries(value.cells ?? {}).map(([key, amount]) => [key, change(amount, table.code)]),
      ),
    })),
  });
  return {
    ...files,
    packages: files.packages.map((pack) => ({ ...pack, tables: pack.tables.map(changed) })),
  };
}

const told = ({ spell, month, outcome, fen, lines }: MonthAnswer) => ({
  id: spell.id,
  month,
  fen,
  lines,
  outcome: outcome.kind,
  why: outcome.kind === 'notDue' ? outcome.why : [...outcome.missing].sort(),
  derived: outcome.kind === 'due' && outcome.derived,
});
type Told = ReturnType<typeof told>;

const answers = (person: PlainPerson, under: Law, from: Month, to: Month): readonly Told[] =>
  months(entitle(personFacts(person), under, from, to)).map(told);
const byRight = (list: readonly Told[]) =>
  [...list].sort((a, b) => (a.id === b.id ? a.month - b.month : a.id < b.id ? -1 : 1));

test('every month of every right is answered once; unknown and not due are never an amount', () => {
  fc.assert(
    fc.property(people, spans, (person, [from, to]) => {
      const list = answers(person, law, from, to);
      expect(list).toHaveLength(person.rights.length * (to - from + 1));
      for (const { outcome, fen } of list) if (outcome !== 'due') expect(fen).toBe(0);
    }),
  );
});

test('a span answers as its months asked one by one, whoever was asked before', () => {
  fc.assert(
    fc.property(people, spans, (person, [from, to]) => {
      const each: Told[] = [];
      for (let month = from; month <= to; month = (month + 1) as Month)
        each.push(...answers(person, law, month, month));
      expect(byRight(answers(person, law, from, to))).toEqual(byRight(each));
    }),
    { numRuns: 400 },
  );
});

test('sum of stretches = sum of months = sum of lines', () => {
  fc.assert(
    fc.property(people, spans, (person, [from, to]) => {
      const rights = entitle(personFacts(person), law, from, to);
      const list = months(rights);
      expect(sumOf(rights)).toBe(list.reduce((sum, { fen }) => sum + fen, 0));
      for (const { fen, lines } of list) expect(lines.reduce((sum, line) => sum + line.fen, 0)).toBe(fen);
      for (const { timeline } of rights)
        expect(timeline.stretches.reduce((sum, { fen }) => sum + fen, 0)).toBe(timeline.fen);
    }),
  );
});

test('the order of a person’s rights plays no part', () => {
  fc.assert(
    fc.property(people, spans, (person, [from, to]) => {
      const turned = { ...person, rights: [...person.rights].reverse() };
      expect(byRight(answers(turned, law, from, to))).toEqual(byRight(answers(person, law, from, to)));
    }),
    { numRuns: 300 },
  );
});

test('the order of people plays no part: a law that has answered many answers as a fresh one', () => {
  fc.assert(
    fc.property(fc.array(people, { minLength: 20, maxLength: 40 }), spans, (list, [from, to]) => {
      const forwards = lawOf();
      const backwards = lawOf();
      const ahead = list.map((person) => answers(person, forwards, from, to));
      const behind = [...list].reverse().map((person) => answers(person, backwards, from, to));
      expect(behind.reverse()).toEqual(ahead);
    }),
    { numRuns: 8 },
  );
});

const PERCENT_FREE = (code: string) => !['nursing.ratio', 'conscript.merit', 'fund.share'].includes(code);
const raised = lawOf(withCells((amount, code) => (PERCENT_FREE(code) ? amount + 1_200 : amount)));

test('higher rates never give a person less', () => {
  fc.assert(
    fc.property(people, (person) => {
      // Whole years: within one, spreading may move a fen between months.
      const [from, to] = [2016 * 12, 2018 * 12 + 11] as [Month, Month];
      const sum = (under: Law) => sumOf(entitle(personFacts({ ...person, died: null }), under, from, to));
      expect(sum(raised)).toBeGreaterThanOrEqual(sum(law));
    }),
  );
});

test('a raise and its reversal give zero', () => {
  fc.assert(
    fc.property(people, spans, (person, [from, to]) => {
      const facts = personFacts(person);
      const [before, after, again] = [law, raised, lawAgain].map((under) => entitle(facts, under, from, to));
      if (!before || !after || !again) throw new Error('no answers');
      const difference = (was: typeof before, is: typeof before) =>
        changesOf(was, is).reduce((sum, { wasFen, isFen }) => sum + isFen - wasFen, 0);
      expect(difference(before, after) + difference(after, again)).toBe(0);
      expect(changesOf(before, again)).toEqual([]);
      expect(difference(before, after)).toBe(sumOf(after) - sumOf(before));
    }),
  );
});
const lawAgain = lawOf(withCells((amount) => amount));

test('what was known on a day never changes later', () => {
  fc.assert(
    fc.property(
      people,
      spans,
      fc.constantFrom('2016-12-31', '2018-01-05', '2021-03-01'),
      (person, [from, to], known) => {
        const then = laws(known);
        expect(answers(person, then.later, from, to)).toEqual(answers(person, then.now, from, to));
        expect(then.later.hash).toBe(then.now.hash);
      },
    ),
  );
});

/** The law as known on a day, from the files of that day and from the files with all that came later. */
function laws(known: string): { readonly now: Law; readonly later: Law } {
  const found = kept.get(known);
  if (found) return found;
  const ofThatDay = {
    ...files,
    packages: files.packages.map((pack) => ({
      ...pack,
      tables: pack.tables.map((table) => ({
        ...table,
        values: table.values.filter(({ knownOn }) => knownOn <= known),
      })),
    })),
  };
  const made = { now: lawOf(ofThatDay, known), later: lawOf(files, known) };
  kept.set(known, made);
  return made;
}
const kept = new Map<string, { readonly now: Law; readonly later: Law }>();
