import { expect, it } from 'vitest';
import { levelSum, levelWords, sumOf } from './data.ts';

it('adds up by kind and level, and leaves blank what never arrived', () => {
  const funds = {
    sums: [
      { level: 'central', kind: '抚恤补助', fen: 100 },
      { level: 'county', kind: '抚恤补助', fen: -30 },
      { level: 'county', kind: '慰问金', fen: 5 },
    ] as const,
  };
  expect([sumOf(funds, '抚恤补助'), sumOf(funds, '抚恤补助', 'county'), sumOf(funds, '优待金')]).toEqual([
    70,
    -30,
    undefined,
  ]);
  expect([levelSum(funds, 'county'), levelSum(funds), levelSum(funds, 'city'), levelWords('city')]).toEqual([
    -25,
    75,
    undefined,
    '市',
  ]);
});
