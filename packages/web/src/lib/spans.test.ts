import { expect, test } from 'vitest';
import { spanWords } from './spans.ts';

test('more than a hundred days are told in months, then in years', () => {
  expect([0, 99, 100, 364, 365, 3286].map(spanWords)).toEqual([
    '0 天',
    '99 天',
    '3 个月',
    '11 个月',
    '1 年',
    '9 年',
  ]);
});
