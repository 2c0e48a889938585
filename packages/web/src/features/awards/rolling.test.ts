import { expect, test } from 'vitest';
import type { Candidate } from './data.ts';
import { keyOf, pickedOf, sumOf, typedFor, withoutAmount } from './rolling.ts';

const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ person: { id, name: `${id}某` }, village: null, categories: [], source: null, on: null, words: null },
  ...{ recordedFen: null, decidedFen: 0, ...more },
});
const [an, bai] = [
  candidate('安'),
  candidate('白', { source: { kind: 'aidCase', id: '1' }, recordedFen: 30_050 }),
];

test('a person’s own amount goes before the one for everybody, and that before what his record says', () => {
  const own = new Map([[keyOf(an), '800']]);
  expect(typedFor(an, '500', own)).toBe('800');
  expect(typedFor(bai, '500', own)).toBe('500');
  expect(typedFor(bai, ' ', own)).toBe('300.50');
  expect(typedFor(candidate('蔡'), '', own)).toBe('');
});

test('only the chosen are on the roll, and whoever has no amount is named', () => {
  const chosen = new Set([keyOf(an), keyOf(bai)]);
  const picked = pickedOf([an, bai, candidate('蔡')], chosen, '', new Map([[keyOf(an), '五百']]));
  expect(picked.map(({ fen }) => fen)).toEqual([undefined, 30_050]);
  expect(withoutAmount(picked)).toEqual(['安某']);
  expect(sumOf(pickedOf([an, bai], chosen, '1,000.10', new Map()))).toBe(200_020);
  expect(withoutAmount(pickedOf([an], chosen, '0', new Map()))).toEqual(['安某']);
});
