import { type Month, monthOf, monthText } from '@shuangyong/values';
import fc from 'fast-check';
import { CATEGORIES } from '../categories.ts';
import { CAUSES, DEATH_CAUSES, ERAS, RESIDENCES } from '../codes.ts';
import type { PlainPerson, PlainRight } from '../plain.ts';

const orNull = <T>(from: readonly T[]) => fc.option(fc.constantFrom(...from), { freq: 6 });
const month = (first: number, last: number) =>
  fc.integer({ min: first * 12, max: last * 12 + 11 }).map((value) => monthText(value as Month));

const facts = fc.record({
  grade: fc.option(fc.integer({ min: 1, max: 10 }), { freq: 8 }),
  cause: orNull(CAUSES),
  era: orNull(ERAS),
  residence: orNull(RESIDENCES),
  serviceYears: fc.option(
    fc.integer({ min: 1, max: 30 }).map((halves) => halves / 2),
    { freq: 8 },
  ),
  housed: fc.option(fc.boolean()),
  mental: fc.boolean(),
});

const right: fc.Arbitrary<PlainRight> = fc
  .record({
    category: fc.constantFrom(...Object.keys(CATEGORIES)),
    from: month(2008, 2024),
    stop: fc.option(month(2015, 2025), { freq: 2 }),
    facts,
    change: fc.option(
      fc.record({ at: month(2014, 2024), state: fc.constantFrom('due', 'suspended'), facts }),
    ),
  })
  .map(({ category, from, stop, facts: first, change }) => ({
    category,
    from,
    stop,
    ...first,
    ...(change && change.at > from
      ? { periods: [{ from }, { from: change.at, state: change.state, ...change.facts }] }
      : {}),
  }));

/** People as rolls have them, with facts missing, changes, several rights, stops and deaths. */
export const people: fc.Arbitrary<PlainPerson> = fc
  .record({
    region: fc.constantFrom('341524', '520382', '130321'),
    born: fc.option(month(1925, 1975), { freq: 8 }),
    died: fc.option(month(2014, 2026), { freq: 2 }),
    deathCause: orNull(DEATH_CAUSES),
    rights: fc.array(right, { minLength: 1, maxLength: 3 }),
  })
  .map((person) => ({ ...person, rights: person.rights.map((one, index) => ({ ...one, id: `r${index}` })) }));

/** Spans of up to three years. */
export const spans: fc.Arbitrary<readonly [Month, Month]> = fc
  .tuple(fc.integer({ min: 2014 * 12, max: 2025 * 12 }), fc.integer({ min: 0, max: 36 }))
  .map(([from, count]) => [from as Month, (from + count) as Month]);

export const YEAR_2017 = [monthOf(2017, 1), monthOf(2017, 12)] as const;
