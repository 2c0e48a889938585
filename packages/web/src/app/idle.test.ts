import { expect, test } from 'vitest';
import { IDLE_MS, isIdle } from './idle.ts';

const now = 1_700_000_000_000;

test('a quarter of an hour without input locks, a minute less does not', () => {
  expect(isIdle(now, now - IDLE_MS, 0)).toBe(true);
  expect(isIdle(now, now - IDLE_MS + 60_000, 0)).toBe(false);
});

test('work in another window keeps this one open', () => {
  expect(isIdle(now, now - 2 * IDLE_MS, now - 1_000)).toBe(false);
});

test('a last input that lies ahead keeps nothing open', () => {
  expect(isIdle(now, now - IDLE_MS, now + 3_600_000)).toBe(true);
});
