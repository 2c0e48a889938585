/** Last column of a returned file; ignored when the file comes back. */
export const REASON_COLUMN = '退回原因';

/** First sheet of a returned file and of the template; ignored when the file comes back. */
export const NOTES_SHEET = '说明';

/** Hidden sheet of the template that holds long drop-down lists; ignored when the file comes back. */
export const LISTS_SHEET = '词表';

/** A row with this word in a cell, alone or before a colon, is an example and no record. */
export const EXAMPLE_MARK = '示例';

/** Whether a row is the template's example. */
export function isExampleRow(cells: readonly { readonly text: string }[]): boolean {
  return cells.some(({ text }) => /^\s*[(（【[]?示例[行]?[)）】\]]?\s*($|[:：])/.test(text));
}
