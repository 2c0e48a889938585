import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { requireWritable } from '../files/writable.ts';
import { type ColumnKind, KIND_FORMATS, putValue, type WriteValue } from './cellValue.ts';
import { loadExcel } from './excel.ts';

export interface WriteColumn {
  readonly header: string;
  readonly kind?: ColumnKind;
  /** In characters of Latin width. */
  readonly width?: number;
}

export interface WriteSheet {
  readonly name: string;
  readonly columns: readonly WriteColumn[];
  /** Values in the order of `columns`. */
  readonly rows: Iterable<readonly WriteValue[]> | AsyncIterable<readonly WriteValue[]>;
}

const ROWS_A_TURN = 200;
const NARROWEST = 10;
export const HEADER_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: 'FFEFEFEF' },
};

/**
 * Writes sheets with a frozen header, widths and formats, row by row: memory does not grow with the rows. Text is
 * never a formula. `out` is a path or a stream, which is ended.
 */
export async function writeSheets(sheets: readonly WriteSheet[], out: string | Writable): Promise<void> {
  const book = await openBook(out);
  for (const sheet of sheets) await writeSheet(book, sheet);
  await commitBook(book, out);
}

export type StreamBook = ExcelJS.stream.xlsx.WorkbookWriter;
export type StreamSheet = ReturnType<StreamBook['addWorksheet']>;

export async function openBook(out: string | Writable): Promise<StreamBook> {
  // ExcelJS opens the file itself and waits for ever when it cannot.
  if (typeof out === 'string') await requireWritable(out);
  const target = typeof out === 'string' ? { filename: out } : { stream: out };
  const excel = await loadExcel();
  return new excel.stream.xlsx.WorkbookWriter({ ...target, useStyles: true, useSharedStrings: false });
}

export async function commitBook(book: StreamBook, out: string | Writable): Promise<void> {
  const closed = typeof out === 'string' || out.writableFinished ? undefined : once(out, 'finish');
  await book.commit();
  await closed;
}

/** A sheet with its header row written and frozen. */
export function addTable(book: StreamBook, name: string, columns: readonly WriteColumn[]): StreamSheet {
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', xSplit: 0, ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map((column) => {
    const numFmt = KIND_FORMATS[column.kind ?? 'text'];
    return { width: column.width ?? widthOf(column.header), style: numFmt === undefined ? {} : { numFmt } };
  });
  const header = sheet.getRow(1);
  for (const [index, column] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = column.header;
    cell.style = {
      font: { bold: true },
      fill: HEADER_FILL,
      alignment: { vertical: 'middle', wrapText: true },
    };
  }
  return sheet;
}

function widthOf(header: string): number {
  return Math.max(NARROWEST, header.length * 2 + 4);
}

async function writeSheet(book: StreamBook, { name, columns, rows }: WriteSheet): Promise<void> {
  const sheet = addTable(book, name, columns);
  sheet.getRow(1).commit();
  let number = 1;
  for await (const values of rows) {
    number++;
    putRow(sheet.getRow(number), columns, values);
    sheet.getRow(number).commit();
    // The writer takes rows faster than they are packed; giving way keeps its buffers short.
    if (number % ROWS_A_TURN === 0) await nextTurn();
  }
  sheet.commit();
}

export function putRow(
  row: ExcelJS.Row,
  columns: readonly WriteColumn[],
  values: readonly WriteValue[],
): void {
  for (const [index, column] of columns.entries())
    putValue(row.getCell(index + 1), values[index], column.kind);
}
