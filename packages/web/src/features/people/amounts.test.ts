import { expect, test } from 'vitest';
import { blocksOf } from './amounts.tsx';

const list = (total: number, here = total) => ({
  total,
  row: (index: number) => (index < here ? { id: `p${index}` } : undefined),
});

test('amounts are asked for by blocks of the list that are on screen', () => {
  const blocks = blocksOf(list(360), 40, 75);
  expect(blocks.map((ids) => [ids[0], ids.length])).toEqual([
    ['p0', 50],
    ['p50', 50],
  ]);
  expect(blocksOf(list(360), 340, 360).map((ids) => [ids[0], ids.at(-1)])).toEqual([
    ['p300', 'p349'],
    ['p350', 'p359'],
  ]);
});

test('nothing is asked for rows that are still on the way, or of an empty list', () => {
  expect(blocksOf(list(360, 60), 40, 120).map((ids) => ids.length)).toEqual([50, 10]);
  expect(blocksOf(list(0), 0, 40)).toEqual([]);
});
