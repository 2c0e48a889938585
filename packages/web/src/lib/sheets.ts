/** Rows of one printed page: the first, and the one after the last. */
export type Stretch = readonly [from: number, to: number];

/**
 * Distributes rows over printed pages by their measured heights, because rows wrap and browsers from 109 cannot
 * number pages themselves. All heights in one unit. Every page has the same room; the last also holds the totals,
 * which never stand on a page without a row. A row higher than a page gets a page of its own; an empty list still
 * gives one page.
 */
export function fillPages(heights: readonly number[], room: number, totals = 0): Stretch[] {
  const pages: Stretch[] = [];
  let from = 0;
  let used = 0;
  heights.forEach((height, index) => {
    if (index > from && used + height > room) {
      pages.push([from, index]);
      from = index;
      used = 0;
    }
    used += height;
  });
  const last = heights.length - 1;
  if (last > from && used + totals > room) {
    pages.push([from, last]);
    from = last;
  }
  pages.push([from, heights.length]);
  return pages;
}

/**
 * How much smaller the letters of a row must be to let it fit: lines get lower and fewer, so its height falls with
 * the square. Never below half, where nobody reads it any more.
 */
export function lettersThatFit(height: number, room: number): number {
  return height <= room ? 1 : Math.max(0.5, Math.sqrt(room / height) * 0.95);
}
