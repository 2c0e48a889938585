import { expect, test } from 'vitest';
import { dayOnPaper, monthOnPaper } from './onPaper.ts';

test('papers write days and months in prose', () => {
  expect(monthOnPaper('2018-01')).toBe('2018年1月');
  expect(dayOnPaper('2018-02-08')).toBe('2018年2月8日');
});
