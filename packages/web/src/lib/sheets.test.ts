import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillPages, lettersThatFit } from './sheets.ts';

const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0);
const heightsOf = (most: number) => fc.array(fc.integer({ min: 1, max: most }), { maxLength: 200 });

describe('distributing measured rows over printed pages', () => {
  it('keeps every row once and in order, no page too full, totals below the last row', () => {
    fc.assert(
      fc.property(heightsOf(60), fc.integer({ min: 80, max: 400 }), (heights, room) => {
        const pages = fillPages(heights, room, 20);
        const last = pages.length - 1;
        expect(pages.flatMap(([from, to]) => heights.slice(from, to))).toEqual(heights);
        expect(
          pages.every(([from, to], page) => page === 0 || (from === pages[page - 1]?.[1] && to > from)),
        ).toBe(true);
        return pages.every(
          ([from, to], page) => sum(heights.slice(from, to)) + (page === last ? 20 : 0) <= room,
        );
      }),
    );
  });
  it('begins a page only for a row that does not fit on the one before', () => {
    fc.assert(
      fc.property(heightsOf(60), fc.integer({ min: 80, max: 400 }), (heights, room) => {
        const pages = fillPages(heights, room);
        return pages.slice(1).every(([next], page) => {
          const [from] = pages[page] ?? [0];
          return sum(heights.slice(from, next + 1)) > room;
        });
      }),
    );
  });
  it('puts fewer rows on a page where they wrap', () => {
    expect(fillPages([10, 10, 10, 10, 10, 10], 30)).toEqual([
      [0, 3],
      [3, 6],
    ]);
    expect(fillPages([10, 20, 10, 30, 10, 10], 30)).toEqual([
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 6],
    ]);
  });
  it('takes the last row over when only the totals would not fit', () => {
    expect(fillPages([10, 10, 10], 30, 10)).toEqual([
      [0, 2],
      [2, 3],
    ]);
    expect(fillPages([10, 10], 30, 10)).toEqual([[0, 2]]);
  });
  it('gives a row higher than a page a page of its own', () => {
    expect(fillPages([10, 90, 10], 30)).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
  it('prints one page for an empty list', () => {
    expect(fillPages([], 30, 10)).toEqual([[0, 0]]);
  });
});

describe('the letters of a row higher than a page', () => {
  it('stay as they are when it fits, and never fall below half', () => {
    expect(lettersThatFit(30, 30)).toBe(1);
    expect(lettersThatFit(120, 100)).toBeCloseTo(0.867, 2);
    expect(lettersThatFit(9000, 100)).toBe(0.5);
  });
});
