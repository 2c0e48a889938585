import { expect, test } from 'vitest';
import { havingWords, proves } from './having.ts';

const paper = (sha256: string | null, originalAt: string | null, fileMissing = false) => ({
  ...{ sha256, originalAt, fileMissing },
});

test('a paper is said to have what it has', () => {
  expect(
    [
      paper('a', null),
      paper(null, '3 盒'),
      paper('a', '3 盒'),
      paper(null, null, true),
      paper(null, '3 盒', true),
      paper(null, null),
    ].map(havingWords),
  ).toEqual(['文件', '原件', '文件、原件', '缺文件', '原件，缺文件', '没有文件和原件']);
});

test('a file that was named but not found proves nothing, an original does', () => {
  expect([paper(null, null, true), paper(null, '3 盒', true), paper('a', null)].map(proves)).toEqual([
    false,
    true,
    true,
  ]);
});
