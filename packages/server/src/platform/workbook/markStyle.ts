import type ExcelJS from 'exceljs';
import type { CellMark } from './markRequest.ts';
import { REASON_COLUMN } from './marks.ts';

/** First cell of the sheet 说明 of a returned file, by which it is known to be ours. */
export const NOTES_TITLE = '退回说明';

const MARKED_COLOUR = 'FFFFC7CE';
export const MARKED_FILL: ExcelJS.Fill = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: MARKED_COLOUR },
};

export const reasonHeaderStyle: Partial<ExcelJS.Style> = {
  font: { bold: true, color: { argb: 'FFC00000' } },
  fill: MARKED_FILL,
};

export interface RowMarks {
  /** All of the row's notes, for the last column. */
  readonly reason: string;
  readonly notes: ReadonlyMap<number, string>;
}

/** Marks by sheet and row; several notes of one cell are joined. */
export function groupMarks(marks: readonly CellMark[]): Map<string, Map<number, RowMarks>> {
  const sheets = new Map<string, Map<number, CellMark[]>>();
  for (const mark of marks) {
    const rows = sheets.get(mark.sheet) ?? new Map<number, CellMark[]>();
    sheets.set(mark.sheet, rows.set(mark.row, [...(rows.get(mark.row) ?? []), mark]));
  }
  return new Map(
    [...sheets].map(([sheet, rows]) => [sheet, new Map([...rows].map(([row, all]) => [row, rowMarks(all)]))]),
  );
}

function rowMarks(marks: readonly CellMark[]): RowMarks {
  const notes = new Map<number, string>();
  for (const { column, note } of marks) {
    if (column === undefined) continue;
    const before = notes.get(column);
    notes.set(column, before === undefined ? note : `${before}；${note}`);
  }
  return { reason: [...new Set(marks.map(({ note }) => note))].join('；'), notes };
}

export function noteOf(note: string): string {
  return `${REASON_COLUMN}：${note}`;
}

/** Takes away what an earlier return put on a cell; the user's own colours and notes stay. */
export function clearMark(cell: ExcelJS.Cell): void {
  const fill = cell.style.fill;
  if (fill?.type === 'pattern' && fill.fgColor?.argb === MARKED_COLOUR) {
    const { fill: _, ...rest } = cell.style;
    cell.style = rest;
  }
  // exceljs has no way to remove a note but this.
  if (textOfNote(cell.note).startsWith(noteOf(''))) Object.assign(cell, { _comment: undefined });
}

function textOfNote(note: string | ExcelJS.Comment | undefined): string {
  if (note === undefined) return '';
  return typeof note === 'string' ? note : (note.texts ?? []).map(({ text }) => text).join('');
}
