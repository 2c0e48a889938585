import type ExcelJS from 'exceljs';
import { DEFAULT_WORKBOOK_LIMITS } from './limits.ts';
import { markLean } from './markLean.ts';
import type { MarkRequest } from './markRequest.ts';
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
import { findWhole } from './whole.ts';

/**
 * The user's own file back: refused cells red with a note, a last column 退回原因, a first sheet 说明. Marks of an
 * earlier return are taken away first, so the corrected file can be dropped in again and again. Files over 300,000
 * cells, and those exceljs cannot hold whole, come back lean: only the sheets with refusals, their values and
 * header merges, without the file's own looks.
 */
export async function markErrors(request: MarkRequest): Promise<Buffer> {
  const limits = request.limits ?? DEFAULT_WORKBOOK_LIMITS;
  const surveys = await surveyWorkbook(request.original, limits, request.headerRows, REASON_COLUMN);
  const whole = await findWhole(request.original, surveys, limits);
  if (!whole) return markLean(request, surveys, limits);
  for (const [name, marks] of groupMarks(request.marks)) {
    const sheet = whole.getWorksheet(name);
    if (sheet) markSheet(sheet, marks, request.headerRows.get(name) ?? 1, surveys.get(name));
  }
  addSummary(whole, request.summary);
  return Buffer.from(await whole.xlsx.writeBuffer());
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
