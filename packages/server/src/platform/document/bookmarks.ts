/** Where a figure stands in the text: the n-th of its code. */
export const figureBookmark = (code: string, nth: number): string =>
  nth === 1 ? `fig_${code}` : `fig_${code}_${nth}`;

/** Where the annex explains it. */
export const rowBookmark = (code: string): string => `src_${code}`;
