import ExcelJS from 'exceljs';
import { CONTRACT, type Row } from './contract.ts';

export interface ReadRow {
  readonly at: number;
  readonly cells: Row;
}
export type ReadBook = Readonly<Record<string, readonly ReadRow[]>>;

export async function openWorkbook(path: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  return workbook;
}

/** The head row of a sheet: the first that starts with the contract's first column. */
export function headOf(sheet: ExcelJS.Worksheet): { readonly at: number; readonly names: readonly string[] } {
  const first = CONTRACT[sheet.name]?.[0]?.name;
  for (let at = 1; at <= 20; at++) {
    const names = texts(sheet.getRow(at), sheet.columnCount);
    if (names[0]?.replace('*', '') === first) return { at, names };
  }
  throw new Error(`no head on ${sheet.name}`);
}

function texts(row: ExcelJS.Row, width: number): string[] {
  return Array.from({ length: width }, (_, i) => String(row.getCell(i + 1).value ?? ''));
}

/** All rows by bare column name, days as 'YYYY-MM-DD', read from the cells and nothing else. */
export async function readBook(path: string): Promise<ReadBook> {
  const workbook = await openWorkbook(path);
  return Object.fromEntries(workbook.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
}

function rowsOf(sheet: ExcelJS.Worksheet): ReadRow[] {
  const { at: head, names } = headOf(sheet);
  const rows: ReadRow[] = [];
  for (let at = head + 1; at <= sheet.rowCount; at++) {
    const filled = names.flatMap((name, i) => {
      const value = plain(sheet.getRow(at).getCell(i + 1).value);
      return value === undefined ? [] : [[name.replace('*', ''), value] as const];
    });
    rows.push({ at, cells: Object.fromEntries(filled) });
  }
  return rows;
}

function plain(value: ExcelJS.CellValue): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? value : String(value);
}
