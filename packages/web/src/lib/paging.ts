/** Rows to draw for a scroll position, with a few more on both sides so that fast scrolling shows no gap. */
export function visibleRows(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  total: number,
  extra = 8,
): { readonly first: number; readonly end: number } {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - extra);
  const end = Math.min(total, Math.ceil((scrollTop + viewHeight) / rowHeight) + extra);
  return { first: Math.min(first, end), end };
}

/** Page numbers that hold rows first … end − 1; page 0 always, because it carries the total. */
export function pagesOf(first: number, end: number, pageSize: number): readonly number[] {
  const pages = new Set([0]);
  const last = Math.floor(Math.max(first, end - 1) / pageSize);
  for (let page = Math.floor(first / pageSize); page <= last; page += 1) pages.add(page);
  return [...pages];
}

/** The scroll position that brings a row into view below a sticky head; the old one when it is in view. */
export function scrollToShow(row: number, scrollTop: number, roomHeight: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return top + rowHeight > scrollTop + roomHeight ? top + rowHeight - roomHeight : scrollTop;
}
