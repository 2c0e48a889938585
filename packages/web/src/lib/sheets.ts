/**
 * Cuts rows into printed pages, because browsers from 109 cannot number pages themselves. The last page
 * keeps room for totals and sign places; an empty list still gives one page.
 */
export function cutIntoPages<Row>(rows: readonly Row[], perPage: number, lastPerPage = perPage): Row[][] {
  const pages: Row[][] = [];
  for (let from = 0; from < rows.length; from += perPage) pages.push(rows.slice(from, from + perPage));
  if ((pages.at(-1)?.length ?? 0) > lastPerPage) {
    const last = pages.pop() ?? [];
    pages.push(last.slice(0, lastPerPage), last.slice(lastPerPage));
  }
  return pages.length > 0 ? pages : [[]];
}
