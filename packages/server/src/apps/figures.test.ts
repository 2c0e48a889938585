import { expect, test } from 'vitest';
import { CATALOGUE_CODES, catalogueCode } from '../modules/indicators/index.ts';
import { CATEGORIES } from '../modules/registry/index.ts';
import { INDICATORS } from './figures.ts';

/** The split codes of the contract; every other code is single. */
const SPLIT: Readonly<Record<string, readonly string[]>> = {
  A06: ['raised', 'done'],
  B11: ['events', 'attendance'],
  C03: ['events', 'attendance'],
  C09: ['teams', 'events'],
  D06: ['springFestival.households', 'springFestival.amount', 'armyDay.households', 'armyDay.amount'],
  E03: ['', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((grade) => `grade${grade}`)],
  E12: ['added', 'left'],
  E14: ['due', 'done', 'rate'],
  E17: ['households', 'people'],
  F03: [...CATEGORIES, '未分类'].flatMap((word) => [`${word}.people`, `${word}.amount`]),
  F07: ['people', 'amount'],
  F08: ['notices', 'rate'],
  G01: ['people', 'amount'],
  G06: ['new', 'replaced', 'total'],
  G07: ['applied', 'issued'],
  H02: ['people', 'rate'],
  H04: ['fairs', 'posts'],
  J01: ['due', 'done', 'rate'],
  J03: ['triggered', 'done'],
  J04: ['people', 'amount'],
  J05: ['items', 'rate'],
  J07: ['batches', 'people', 'rate'],
  K02: ['patrols', 'rate'],
};

test('the catalogue has 104 codes, each answered once, split as the contract says, in its order', () => {
  const expected = CATALOGUE_CODES.flatMap((code) =>
    (SPLIT[code] ?? ['']).map((part) => (part === '' ? code : `${code}.${part}`)),
  );
  expect(CATALOGUE_CODES).toHaveLength(104);
  expect(INDICATORS.map(({ code }) => code)).toEqual(expected);
});

test('every figure says what it counts and has either a source or the record that is missing', () => {
  for (const { code, definition, fact, missing } of INDICATORS) {
    expect(definition, code).toMatch(/。$/);
    expect((fact === undefined) !== (missing === undefined), code).toBe(true);
  }
});

test('only figures of one catalogue code share a rule', () => {
  const codes = new Map<unknown, Set<string>>();
  for (const { code, fact } of INDICATORS)
    if (fact?.family) codes.set(fact, (codes.get(fact) ?? new Set()).add(catalogueCode(code)));
  expect(codes.size).toBe(3);
  for (const shared of codes.values()) expect(shared.size).toBe(1);
});
