import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoPages } from './sheets.ts';

describe('cutting a printed list into pages', () => {
  it('keeps every row once and in order, and no page too long', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.integer({ min: 2, max: 40 }), (rows, perPage) => {
        const pages = cutIntoPages(rows, perPage, perPage - 1);
        expect(pages.flat()).toEqual(rows);
        return pages.every((page) => page.length <= perPage) && (pages.at(-1)?.length ?? 0) < perPage;
      }),
    );
  });
  it('prints one page for an empty list', () => {
    expect(cutIntoPages([], 12)).toEqual([[]]);
  });
  it('moves a row over when the totals would not fit below the last page', () => {
    expect(cutIntoPages([1, 2, 3, 4], 2, 1)).toEqual([[1, 2], [3], [4]]);
  });
});
