import type { Writable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { columnLetters } from './cell.ts';
import type { WriteValue } from './cellValue.ts';
import { EXAMPLE_MARK, LISTS_SHEET, NOTES_SHEET } from './marks.ts';
import {
  addTable,
  commitBook,
  openBook,
  putRow,
  type StreamBook,
  type StreamSheet,
  type WriteColumn,
} from './write.ts';

export interface TemplateColumn extends WriteColumn {
  readonly required?: boolean;
  /** Shown when the mouse rests on the header. */
  readonly note?: string;
  /** Drop-down; other words are warned about, not forbidden. */
  readonly options?: readonly string[];
  readonly example?: WriteValue;
}

export interface TemplateSheet {
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
}

/** Rows below the header that get the drop-down. */
const LISTED_ROWS = 5_000;
/** Excel refuses a list written inside the rule beyond 255 characters. */
const LONGEST_INLINE_LIST = 250;

/**
 * Writes an empty workbook to fill in: required headers with `*`, notes on the headers, drop-downs, one 示例 row a
 * sheet, and before all a sheet 说明 of these lines. What it writes can be read back with the same headers.
 */
export async function writeTemplate(
  sheets: readonly TemplateSheet[],
  notes: readonly string[],
  out: string | Writable,
): Promise<void> {
  const book = await openBook(out);
  if (notes.length > 0) writeNotes(book, notes);
  const lists = new Map<string, readonly string[]>();
  for (const sheet of sheets) writeTemplateSheet(book, sheet, lists);
  if (lists.size > 0) writeLists(book, lists);
  await commitBook(book, out);
}

function writeNotes(book: StreamBook, notes: readonly string[]): void {
  const sheet = book.addWorksheet(NOTES_SHEET);
  sheet.columns = [{ width: 100 }];
  for (const note of notes) {
    const row = sheet.addRow([note]);
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    row.commit();
  }
  sheet.commit();
}

function writeTemplateSheet(
  book: StreamBook,
  template: TemplateSheet,
  lists: Map<string, readonly string[]>,
): void {
  const columns = template.columns.map((column) => ({
    ...column,
    header: column.required ? `${column.header}*` : column.header,
  }));
  const sheet = addTable(book, template.name, columns);
  for (const [index, column] of columns.entries()) {
    const header = sheet.getRow(1).getCell(index + 1);
    if (column.required) header.font = { bold: true, color: { argb: 'FFC00000' } };
    if (column.note) header.note = column.note;
    if (column.options) addDropDown(sheet, index + 1, column.options, lists);
  }
  sheet.getRow(1).commit();
  const example = sheet.getRow(2);
  putRow(example, columns, exampleOf(columns));
  example.eachCell((cell) => {
    cell.font = { italic: true, color: { argb: 'FF808080' } };
  });
  example.commit();
  sheet.commit();
}

/** The mark goes before the first plain text, so that dates and numbers show their form. */
function exampleOf(columns: readonly TemplateColumn[]): WriteValue[] {
  const isPlain = ({ kind = 'text', options }: TemplateColumn) => kind === 'text' && options === undefined;
  const marked = Math.max(0, columns.findIndex(isPlain));
  return columns.map(({ example }, index) => {
    if (index !== marked) return example;
    return example === undefined ? EXAMPLE_MARK : `${EXAMPLE_MARK}：${example}`;
  });
}

interface DropDowns {
  readonly dataValidations: { add(range: string, rule: ExcelJS.DataValidation): void };
}

function addDropDown(
  sheet: StreamSheet,
  column: number,
  options: readonly string[],
  lists: Map<string, readonly string[]>,
): void {
  const letters = columnLetters(column);
  // The published types leave out that a sheet takes rules for whole ranges.
  (sheet as unknown as DropDowns).dataValidations.add(`${letters}2:${letters}${LISTED_ROWS}`, {
    type: 'list',
    allowBlank: true,
    formulae: [listFormula(options, lists)],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '不在词表里',
    error: '请尽量从下拉框里选。确有别的叫法也可以保留，导入时会告诉您认不认得。',
  });
}

function listFormula(options: readonly string[], lists: Map<string, readonly string[]>): string {
  const inline = options.join(',');
  if (inline.length <= LONGEST_INLINE_LIST && !options.some((option) => /[,"]/.test(option)))
    return `"${inline}"`;
  const known = [...lists.keys()];
  if (!lists.has(inline)) lists.set(inline, options);
  const index = known.includes(inline) ? known.indexOf(inline) : known.length;
  const letters = columnLetters(index + 1);
  return `'${LISTS_SHEET}'!$${letters}$1:$${letters}$${options.length}`;
}

function writeLists(book: StreamBook, lists: ReadonlyMap<string, readonly string[]>): void {
  const sheet = book.addWorksheet(LISTS_SHEET, { state: 'veryHidden' });
  const columns = [...lists.values()];
  const longest = Math.max(...columns.map((options) => options.length));
  for (let row = 0; row < longest; row++)
    sheet.addRow(columns.map((options) => options[row] ?? null)).commit();
  sheet.commit();
}
