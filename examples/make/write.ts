import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import { type Book, CONTRACT, type Column, EVIDENCE, EVIDENCED_SHEETS, type Row } from './contract.ts';

/** Stands above the head of every sheet, as title rows do in office workbooks. */
export const NOTICE = '练习资料，人员和数字全部合成，不是真数据';
const STAMP = '2018-01-08T00:00:00';
/** The roll writes its days as text, the other sheets as Excel dates: offices do both. */
const TEXT_DAYS = ['优抚对象'];

export function columnsOf(sheet: string): Column[] {
  const columns = CONTRACT[sheet];
  if (columns === undefined) throw new Error(`no sheet ${sheet}`);
  return EVIDENCED_SHEETS.includes(sheet) ? [...columns, EVIDENCE] : [...columns];
}

/** The xlsx bytes of a book; equal rows give equal bytes. */
export async function workbookBytes(book: Book): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const stamp = new Date(`${STAMP}Z`);
  Object.assign(workbook, { creator: NOTICE, lastModifiedBy: NOTICE, created: stamp, modified: stamp });
  for (const [sheet, rows] of Object.entries(book)) addSheet(workbook, sheet, rows);
  return steady(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** Packs a zip again with one fixed time, so that the file changes only when its content does. */
function steady(bytes: Uint8Array): Uint8Array {
  return packed(unzipSync(bytes));
}

export function packed(parts: Record<string, Uint8Array>): Uint8Array {
  const sorted = Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { mtime: STAMP, level: 9 });
}

function addSheet(workbook: ExcelJS.Workbook, name: string, rows: readonly Row[]): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 2 }] });
  const columns = columnsOf(name);
  sheet.addRow([NOTICE]);
  sheet.mergeCells(1, 1, 1, columns.length);
  sheet.addRow(columns.map((c) => (c.required ? `${c.name}*` : c.name)));
  sheet.getRow(2).font = { bold: true };
  columns.forEach((column, i) => {
    const drawn = sheet.getColumn(i + 1);
    drawn.width = column.name.includes('号') ? 22 : 14;
    drawn.numFmt = formatOf(column, TEXT_DAYS.includes(name));
  });
  for (const row of rows) sheet.addRow(columns.map((column) => cell(row[column.name], column, name)));
}

function formatOf(column: Column, textDays: boolean): string {
  if (column.kind === 'money') return '#,##0.00';
  if (column.kind === 'day' && !textDays) return 'yyyy-mm-dd';
  return column.kind === 'count' ? 'General' : '@';
}

function cell(
  value: string | number | undefined,
  column: Column,
  sheet: string,
): string | number | Date | null {
  if (value === undefined) return null;
  const asDate = column.kind === 'day' && !TEXT_DAYS.includes(sheet) && typeof value === 'string';
  return asDate ? new Date(`${value}T00:00:00Z`) : value;
}
