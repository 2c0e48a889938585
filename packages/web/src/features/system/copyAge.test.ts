import { expect, test } from 'vitest';
import { copyAge } from './copyAge.ts';

test.each([
  ['2018-01-05T08:00:00.000Z', 0, '今天'],
  ['2018-01-05T08:00:00.000Z', 9, '9 天前'],
  [null, 0, '还没有过'],
  [null, 12, '还没有过，已用了 12 天'],
])('last copy %s, %i days without: %s', (lastCopyAt, daysWithoutCopy, words) => {
  expect(copyAge({ lastCopyAt, daysWithoutCopy })).toBe(words);
});
