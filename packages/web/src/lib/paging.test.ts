import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, scrollToShow, visibleRows } from './paging.ts';

describe('a list drawn by window', () => {
  it('draws what is on screen and a few rows around it', () => {
    expect(visibleRows(3600, 540, 36, 100_000, 8)).toEqual({ first: 92, end: 123 });
  });
  it('never draws outside the list', () => {
    fc.assert(
      fc.property(fc.nat(4_000_000), fc.nat(2000), fc.nat(100_000), (top, height, total) => {
        const { first, end } = visibleRows(top, height, 36, total);
        return first >= 0 && end <= total && first <= end && end - first <= Math.ceil(height / 36) + 17;
      }),
    );
  });
  it('asks for the page on screen and for page 0, which carries the total', () => {
    expect(pagesOf(0, 30, 200)).toEqual([0]);
    expect(pagesOf(390, 430, 200)).toEqual([0, 1, 2]);
    expect(pagesOf(90_000, 90_030, 200)).toEqual([0, 450]);
    expect(pagesOf(0, 0, 200)).toEqual([0]);
  });
  it('scrolls only as far as the row needs', () => {
    expect(scrollToShow(5, 0, 360, 36)).toBe(0);
    expect(scrollToShow(10, 0, 360, 36)).toBe(36);
    expect(scrollToShow(2, 360, 360, 36)).toBe(72);
  });
});
