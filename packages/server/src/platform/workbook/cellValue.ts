import type ExcelJS from 'exceljs';

/** How a column shows and stores its values. */
export type ColumnKind =
  /** Plain text. */
  | 'text'
  /** Digits that are no number: identity numbers, accounts, telephone numbers, codes. The whole column is text. */
  | 'code'
  /** `YYYY-MM-DD`, stored as a date. */
  | 'day'
  /** Decimal text or number in yuan. */
  | 'money'
  | 'number';

export type WriteValue = string | number | boolean | null | undefined;

const TEXT_FORMAT = '@';
const DAY_FORMAT = 'yyyy-mm-dd';
const MONEY_FORMAT = '0.00';
const SAFE_DIGITS = 15;

export const KIND_FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  code: TEXT_FORMAT,
  day: DAY_FORMAT,
  money: MONEY_FORMAT,
};

/**
 * Puts a value into a cell. Text stays text whatever it begins with: it is stored as a string, never as a formula,
 * and what begins like a formula gets the text format besides, so that it stays text when someone edits the cell.
 */
export function putValue(cell: ExcelJS.Cell, value: WriteValue, kind: ColumnKind = 'text'): void {
  if (value === null || value === undefined || value === '') return;
  if (kind === 'day' && putDay(cell, value)) return;
  if ((kind === 'money' || kind === 'number') && putNumber(cell, value)) return;
  if (typeof value === 'boolean') putText(cell, value ? '是' : '否');
  else if (typeof value === 'number' && kind !== 'code') cell.value = value;
  else putText(cell, String(value));
}

/** Text that can never be run. */
export function putText(cell: ExcelJS.Cell, text: string): void {
  cell.value = escapeControls(text);
  if (/^[=+\-@\t\r\n]/.test(text)) cell.numFmt = TEXT_FORMAT;
}

/** Text that looks like the escape of a control character would otherwise be read back as one. */
function escapeControls(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}

/** Days before March 1900 have no serial number all programs agree on; they stay text. */
function putDay(cell: ExcelJS.Cell, value: WriteValue): boolean {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value) || value < '1900-03-01') return false;
  const date = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) return false;
  cell.value = date;
  cell.numFmt = DAY_FORMAT;
  return true;
}

function putNumber(cell: ExcelJS.Cell, value: WriteValue): boolean {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text) || text.replace(/\D/g, '').length > SAFE_DIGITS) return false;
  cell.value = Number(text);
  return true;
}
