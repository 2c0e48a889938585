import { monthOf } from '@shuangyong/values';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addRates, compareRates, rate, roundedMonths, roundedSpan } from './rate.ts';

describe('a year of 26,080 yuan, which is no whole fen a month', () => {
  const yearly = rate(2_608_000, 12);
  test('spreadYear: twelve months give the year’s figure', () => {
    // 2,608,000 ÷ 12 = 217,333.33…: January 217,333, February 434,667 − 217,333 = 217,334.
    expect(roundedMonths(yearly, 'spreadYear', 1, 1)).toBe(217_333);
    expect(roundedMonths(yearly, 'spreadYear', 2, 2)).toBe(217_334);
    expect(roundedMonths(yearly, 'spreadYear', 1, 12)).toBe(2_608_000);
  });
  test('floorYuan: whole yuan every month, the rest dropped', () => {
    expect(roundedMonths(yearly, 'floorYuan', 1, 1)).toBe(217_300);
    expect(roundedMonths(rate(1_924_000, 12), 'floorYuan', 8, 12)).toBe(5 * 160_300);
  });
  test('halfUpFen: every month alike', () => {
    expect(roundedMonths(yearly, 'halfUpFen', 1, 12)).toBe(12 * 217_333);
    expect(roundedMonths(rate(3, 2), 'halfUpFen', 1, 1)).toBe(2);
  });
  test('a span over New Year begins the count anew', () => {
    const both = roundedMonths(yearly, 'spreadYear', 11, 12) + roundedMonths(yearly, 'spreadYear', 1, 2);
    expect(roundedSpan(yearly, 'spreadYear', monthOf(2017, 11), monthOf(2018, 2))).toBe(both);
  });
});

const anyRate = fc.record({
  num: fc.integer({ min: 0, max: 20_000_000 }),
  den: fc.constantFrom(1, 2, 12, 24, 100),
});
const mode = fc.constantFrom('spreadYear', 'floorYuan', 'halfUpFen', 'fixed');

test('a span is the sum of its months, in every mode', () => {
  fc.assert(
    fc.property(
      anyRate,
      mode,
      fc.integer({ min: 24_000, max: 24_500 }),
      fc.integer({ min: 0, max: 40 }),
      (exact, how, from, count) => {
        let sum = 0;
        for (let month = from; month <= from + count; month += 1)
          sum += roundedSpan(exact, how, month, month);
        expect(roundedSpan(exact, how, from, from + count)).toBe(sum);
      },
    ),
  );
});

test('a higher rate never gives less in a whole year', () => {
  fc.assert(
    fc.property(anyRate, anyRate, mode, (one, two, how) => {
      const [low, high] = compareRates(one, two) <= 0 ? [one, two] : [two, one];
      expect(roundedMonths(low, how, 1, 12)).toBeLessThanOrEqual(roundedMonths(high, how, 1, 12));
    }),
  );
});

test('sums are exact whatever the denominators', () => {
  fc.assert(
    fc.property(anyRate, anyRate, (one, two) => {
      const sum = addRates(one, two);
      expect(BigInt(sum.num) * BigInt(one.den) * BigInt(two.den)).toBe(
        (BigInt(one.num) * BigInt(two.den) + BigInt(two.num) * BigInt(one.den)) * BigInt(sum.den),
      );
    }),
  );
});
