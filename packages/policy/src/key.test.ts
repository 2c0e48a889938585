import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileLaw } from './compile.ts';
import { REGIMES } from './regimes/index.ts';
import { shippedFiles } from './testing/files.ts';
import type { Facts, LawAt, Regime } from './types.ts';

const made = compileLaw(shippedFiles());
if (!made.ok) throw new Error(JSON.stringify(made.refusals));
const { law } = made;

const facts = fc.record({
  region: fc.constantFrom(341524, 520382, 130321),
  grade: fc.integer({ min: 0, max: 10 }),
  cause: fc.integer({ min: 0, max: 3 }),
  era: fc.integer({ min: 0, max: 3 }),
  group: fc.integer({ min: 0, max: 3 }),
  redArmyClass: fc.integer({ min: 0, max: 3 }),
  residence: fc.integer({ min: 0, max: 2 }),
  housed: fc.integer({ min: 0, max: 2 }),
  mental: fc.integer({ min: 0, max: 1 }),
  halfYears: fc.integer({ min: 0, max: 60 }),
  award: fc.integer({ min: 0, max: 6 }),
});

/** Facts that write down which of them were read. */
function recording(plain: Facts): { readonly facts: Facts; readonly read: Set<string> } {
  const read = new Set<string>();
  const watched = new Proxy(plain, {
    get(target, name, self) {
      if (typeof name === 'string') read.add(name);
      return Reflect.get(target, name, self);
    },
    ownKeys() {
      throw new Error('a regime reads facts by name, never all of them');
    },
  });
  return { facts: watched, read };
}

function readBy(work: (facts: Facts) => unknown, plain: Facts): readonly string[] {
  const { facts: watched, read } = recording(plain);
  work(watched);
  return [...read];
}

// Both kinds of place: one with tables of its own and one with the nation's only.
const months = [2015 * 12 + 10, 2017 * 12 + 3, 2020 * 12 + 9, 2023 * 12 + 1, 2025 * 12 + 2];

/** Laws of the regime's own time, so that its tables answer. */
const lawsOf = ({ from, to }: Regime, region: number): readonly LawAt[] =>
  months
    .filter((month) => from <= month && month <= to)
    .map((month) => law.at(region, month as LawAt['month']));

describe.each(Object.values(REGIMES).flat())('$id', (regime) => {
  test('its key names every fact it reads', () => {
    fc.assert(
      fc.property(facts, (plain) => {
        const named = readBy((watched) => regime.key(watched), plain);
        const read = lawsOf(regime, plain.region).flatMap((at) =>
          readBy((watched) => regime.entitle(watched, at), plain),
        );
        expect(read.filter((name) => !named.includes(name))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('equal keys mean equal facts, and so equal answers', () => {
    fc.assert(
      fc.property(facts, facts, (one, two) => {
        const named = readBy((watched) => regime.key(watched), one) as readonly (keyof Facts)[];
        const isAlike = named.every((name) => one[name] === two[name]);
        expect(regime.key(one) === regime.key(two)).toBe(isAlike);
      }),
    );
  });

  test('it is frozen', () => {
    expect(Object.isFrozen(regime)).toBe(true);
  });
});

test('a regime that reads a fact its key leaves out is found', () => {
  const [, disability] = REGIMES.disability;
  if (!disability) throw new Error('no regime');
  const forgetful: Regime = { ...disability, key: ({ grade, cause }) => grade * 4 + cause };
  const plain: Facts = {
    ...{ region: 341524, grade: 1, cause: 1, era: 0, group: 0, redArmyClass: 0, residence: 0 },
    ...{ housed: 0, mental: 0, halfYears: 0, award: 0 },
  };
  const named = readBy((watched) => forgetful.key(watched), plain);
  const [at] = lawsOf(forgetful, 341524);
  if (!at) throw new Error('no month');
  const read = readBy((watched) => forgetful.entitle(watched, at), plain);
  expect(read.filter((name) => !named.includes(name))).toEqual(['housed']);
});
