import { expect, test } from 'vitest';
import { amountText, fieldText, inUnit, readCell } from './units.ts';

test('amounts are written as notices print them and read back as whole fen', () => {
  expect(amountText(7_285_000, 'fen_per_year')).toBe('72,850.00');
  expect(fieldText(7_285_000, 'fen_per_year')).toBe('72850');
  expect(fieldText(45_050, 'fen_per_month')).toBe('450.50');
  expect(amountText(50, 'percent')).toBe('50');
  expect(readCell('72,850 元', 'fen_per_year')).toEqual({ kind: 'amount', amount: 7_285_000 });
  expect(readCell('４５０.５', 'fen_per_month')).toEqual({ kind: 'amount', amount: 45_050 });
  expect(readCell('50%', 'percent')).toEqual({ kind: 'amount', amount: 50 });
});

test('an empty cell is unknown, a dash is a cell the law has not, words are wrong', () => {
  expect(readCell('  ', 'fen_per_year')).toEqual({ kind: 'missing' });
  expect(readCell('－', 'fen_per_year')).toEqual({ kind: 'absent' });
  expect(readCell('八百', 'fen_per_year').kind).toBe('wrong');
  expect(readCell('12.5', 'percent').kind).toBe('wrong');
  expect(readCell('1.234', 'fen_per_year').kind).toBe('wrong');
});

test('a month is a twelfth of a year, to the fen', () => {
  expect(inUnit(10_000, 'fen_per_month', 'fen_per_year')).toBe(120_000);
  expect(inUnit(130_030, 'fen_per_year', 'fen_per_month')).toBe(10_836);
  expect(inUnit(5, 'percent', 'percent')).toBe(5);
});
