import { expect, test } from 'vitest';
import { deltaWords } from './Lists.tsx';

test('counts differ by their number, money by per cent, rates by points', () => {
  expect(deltaWords(4, 2)).toBe('+2');
  expect(deltaWords(1200, 2400)).toBe('−1,200');
  expect(deltaWords(3, 3)).toBe('=');
  expect(deltaWords('2000.00', '1200.00')).toBe('+67%');
  expect(deltaWords({ num: 23, den: 25 }, { num: 9, den: 10 })).toBe('+2.0');
});

test('nothing is said where one of the two is missing', () => {
  expect(deltaWords(4, null)).toBe('');
  expect(deltaWords(null, 4)).toBe('');
  expect(deltaWords('5.00', '0.00')).toBe('');
});
