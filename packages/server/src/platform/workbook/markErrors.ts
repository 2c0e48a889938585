import ExcelJS from 'exceljs';
import { DEFAULT_WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import { markLean } from './markLean.ts';
import {
  clearMark,
  groupMarks,
  MARKED_FILL,
  NOTES_TITLE,
  noteOf,
  type RowMarks,
  reasonHeaderStyle,
} from './markStyle.ts';
import { NOTES_SHEET, REASON_COLUMN } from './marks.ts';
import { type SheetSurvey, surveyWorkbook } from './survey.ts';

/** One refusal. Without `column` the whole row is meant. */
export interface CellMark {
  readonly sheet: string;
  readonly row: number;
  /** 1-based. */
  readonly column: number | undefined;
  /** Why, and what to do; Chinese. */
  readonly note: string;
}

export interface MarkRequest {
  readonly original: Uint8Array;
  readonly marks: readonly CellMark[];
  /** Last row of each sheet's header; 1 where a sheet is not named. */
  readonly headerRows: ReadonlyMap<string, number>;
  /** Lines of the sheet 说明. */
  readonly summary: readonly (readonly string[])[];
  readonly limits?: WorkbookLimits;
}

/** Beyond this a file is written lean: keeping a whole workbook in memory costs a hundred bytes a cell and more. */
const MOST_CELLS = 500_000;
const FURTHEST_ROW = 100_000;
const FURTHEST_COLUMN = 500;

/**
 * The user's own file back: refused cells red with a note, a last column 退回原因, a first sheet 说明. Marks of an
 * earlier return are taken away first, so the corrected file can be dropped in again and again. Files over 500,000
 * cells, and those exceljs cannot hold whole, come back lean: only the sheets with refusals, their values and
 * header merges, without the file's own looks.
 */
export async function markErrors(request: MarkRequest): Promise<Buffer> {
  const limits = request.limits ?? DEFAULT_WORKBOOK_LIMITS;
  const surveys = await surveyWorkbook(request.original, limits, request.headerRows, REASON_COLUMN);
  const whole = isSmall([...surveys.values()]) ? await loadWhole(request.original, surveys) : undefined;
  if (!whole) return markLean(request, surveys, limits);
  for (const [name, marks] of groupMarks(request.marks)) {
    const sheet = whole.getWorksheet(name);
    if (sheet) markSheet(sheet, marks, request.headerRows.get(name) ?? 1, surveys.get(name));
  }
  addSummary(whole, request.summary);
  return Buffer.from(await whole.xlsx.writeBuffer());
}

function isSmall(surveys: readonly SheetSurvey[]): boolean {
  const cells = surveys.reduce((sum, survey) => sum + survey.cells, 0);
  const isNear = surveys.every(
    ({ lastRow, lastColumn }) => lastRow <= FURTHEST_ROW && lastColumn < FURTHEST_COLUMN,
  );
  return cells <= MOST_CELLS && isNear;
}

/** Undefined where exceljs fails on the file or, as with prefixed XML, silently sees less than there is. */
async function loadWhole(
  bytes: Uint8Array,
  surveys: ReadonlyMap<string, SheetSurvey>,
): Promise<ExcelJS.Workbook | undefined> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
  } catch {
    return undefined;
  }
  const seesAll = [...surveys].every(
    ([name, { lastRow }]) => (book.getWorksheet(name)?.rowCount ?? 0) >= lastRow,
  );
  return seesAll ? book : undefined;
}

function markSheet(
  sheet: ExcelJS.Worksheet,
  marks: ReadonlyMap<number, RowMarks>,
  headerRow: number,
  survey: SheetSurvey | undefined,
): void {
  const reasonColumn = survey?.reasonColumn ?? sheet.columnCount + 1;
  if (survey?.earlierReasons !== undefined) clearEarlier(sheet, reasonColumn, headerRow);
  const header = sheet.getRow(headerRow).getCell(reasonColumn);
  header.value = REASON_COLUMN;
  header.style = reasonHeaderStyle;
  sheet.getColumn(reasonColumn).width = 50;
  for (const [row, { reason, notes }] of marks) {
    for (const [column, note] of notes) markCell(sheet.getRow(row).getCell(column), note);
    const cell = sheet.getRow(row).getCell(reasonColumn);
    cell.value = reason;
    cell.style = { alignment: { wrapText: true, vertical: 'top' }, font: { color: { argb: 'FFC00000' } } };
  }
}

function markCell(cell: ExcelJS.Cell, note: string): void {
  // Cells read from a file share their style objects: a new one keeps the red to this cell.
  cell.style = { ...cell.style, fill: MARKED_FILL };
  cell.note = noteOf(note);
}

function clearEarlier(sheet: ExcelJS.Worksheet, reasonColumn: number, headerRow: number): void {
  sheet.eachRow((row, number) => {
    if (number <= headerRow) return;
    row.getCell(reasonColumn).value = null;
    row.eachCell({ includeEmpty: true }, clearMark);
  });
}

function addSummary(book: ExcelJS.Workbook, lines: readonly (readonly string[])[]): void {
  const earlier = book.getWorksheet(NOTES_SHEET);
  const isOurs = earlier?.getCell('A1').text === NOTES_TITLE;
  if (earlier && isOurs) book.removeWorksheet(earlier.id);
  const sheet = book.addWorksheet(earlier && !isOurs ? NOTES_TITLE : NOTES_SHEET);
  sheet.addRow([NOTES_TITLE]).font = { bold: true, size: 14 };
  for (const line of lines) sheet.addRow([...line]);
  sheet.columns = [{ width: 40 }, { width: 20 }, { width: 60 }];
  // exceljs orders the tabs by this number, which its types leave out.
  (sheet as unknown as { orderNo: number }).orderNo = -1;
  book.views = [
    { x: 0, y: 0, width: 20_000, height: 12_000, firstSheet: 0, activeTab: 0, visibility: 'visible' },
  ];
}
