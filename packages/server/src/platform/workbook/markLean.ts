import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import type { Cell, Merge } from './cell.ts';
import { putText } from './cellValue.ts';
import type { WorkbookLimits } from './limits.ts';
import type { MarkRequest } from './markRequest.ts';
import {
  groupMarks,
  MARKED_FILL,
  NOTES_TITLE,
  noteOf,
  type RowMarks,
  reasonHeaderStyle,
} from './markStyle.ts';
import { NOTES_SHEET, REASON_COLUMN } from './marks.ts';
import type { Sheet } from './read.ts';
import { readWorkbook } from './readWorkbook.ts';
import type { SheetSurvey } from './survey.ts';
import { commitBook, openBook, type StreamBook } from './write.ts';

const ROWS_A_TURN = 200;
/** The writer keeps a place for every row in between, so a stray row far below moves up. */
const WIDEST_GAP = 10_000;

/** A returned file written row by row: only the sheets with refusals, values without looks. */
export async function markLean(
  request: MarkRequest,
  surveys: ReadonlyMap<string, SheetSurvey>,
  limits: WorkbookLimits,
): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeLean(request, surveys, limits, out)]);
  return bytes;
}

async function writeLean(
  request: MarkRequest,
  surveys: ReadonlyMap<string, SheetSurvey>,
  limits: WorkbookLimits,
  out: PassThrough,
): Promise<void> {
  const book = await openBook(out);
  writeSummary(book, request.summary);
  const marks = groupMarks(request.marks);
  for await (const sheet of readWorkbook(request.original, limits)) {
    const own = marks.get(sheet.name);
    if (!own) continue;
    const reasonColumn = surveys.get(sheet.name)?.reasonColumn ?? 1;
    await writeLeanSheet(book, sheet, own, request.headerRows.get(sheet.name) ?? 1, reasonColumn);
  }
  await commitBook(book, out);
}

function writeSummary(book: StreamBook, lines: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet(NOTES_SHEET);
  sheet.addRow([NOTES_TITLE]).commit();
  sheet.addRow(['文件较大，这里只保留有退回内容的工作表，原来的颜色和格式没有保留。']).commit();
  for (const line of lines) sheet.addRow([...line]).commit();
  sheet.commit();
}

async function writeLeanSheet(
  book: StreamBook,
  source: Sheet,
  marks: ReadonlyMap<number, RowMarks>,
  headerRow: number,
  reasonColumn: number,
): Promise<void> {
  const sheet = book.addWorksheet(source.name);
  const merges = source.merges.filter(({ bottom, right }) => bottom <= headerRow && right < reasonColumn);
  for (const { top, left, bottom, right } of merges) sheet.mergeCells(top, left, bottom, right);
  let written = 0;
  let shift = 0;
  for await (const { row: number, cells } of source.rows) {
    if (number - shift - written > WIDEST_GAP) shift = number - written - 1;
    written = number - shift;
    const row = sheet.getRow(written);
    const isWanted = ({ column }: Cell) => column !== reasonColumn && !isCovered(number, column, merges);
    for (const cell of cells.filter(isWanted)) putCell(row.getCell(cell.column), cell);
    putMarks(row, marks.get(number), reasonColumn);
    if (number === headerRow) putHeader(row.getCell(reasonColumn));
    row.commit();
    if (written % ROWS_A_TURN === 0) await nextTurn();
  }
  sheet.commit();
}

/** A cell under a merge shows nothing, and writing to it would overwrite the merge's value. */
function isCovered(row: number, column: number, merges: readonly Merge[]): boolean {
  return merges.some(
    ({ top, left, bottom, right }) =>
      row >= top && row <= bottom && column >= left && column <= right && (row !== top || column !== left),
  );
}

function putHeader(cell: ExcelJS.Cell): void {
  cell.value = REASON_COLUMN;
  cell.style = reasonHeaderStyle;
}

function putMarks(row: ExcelJS.Row, marks: RowMarks | undefined, reasonColumn: number): void {
  if (!marks) return;
  for (const [column, note] of marks.notes) {
    const cell = row.getCell(column);
    cell.style = { ...cell.style, fill: MARKED_FILL };
    cell.note = noteOf(note);
  }
  row.getCell(reasonColumn).value = marks.reason;
}

/** Numbers stay numbers even where digits are lost: as text they would pass for intact when dropped in again. */
function putCell(target: ExcelJS.Cell, { type, raw, text }: Cell): void {
  if (type === 'number') target.value = Number(raw);
  else if (type === 'bool') target.value = text === 'TRUE';
  else if (type === 'error') target.value = { error: raw as '#N/A' };
  else if (type === 'date' && text >= '1900-03-01') {
    target.value = new Date(`${text}T00:00:00Z`);
    target.numFmt = 'yyyy-mm-dd';
  } else if (type === 'formulaNoValue') {
    // Left blank it would pass for «not recorded» when the file comes back.
    target.value = { formula: 'NA()' };
  } else putText(target, text);
}
