import { expect, test } from 'vitest';
import { categoryWords, dayWords, tailOf } from './words.ts';

test('categories carry the office’s short names, and one without a short name its own', () => {
  expect(categoryWords(['残疾军人', '参战退役人员'])).toBe('残疾军人、参战');
  expect(categoryWords([])).toBe('');
});

test('a day of this year is said without the year', () => {
  expect(dayWords('2017-09-30', '2017-08-20')).toBe('9 月 30 日');
  expect(dayWords('2018-01-03', '2017-12-20')).toBe('2018 年 1 月 3 日');
});

test('an account is told by its last digits', () => {
  expect(tailOf('***************4417')).toBe('4417');
});
