export { type Cell, type CellType, columnLetters, columnNumber, type Merge, type Row } from './cell.ts';
export { guardWorkbook } from './guard.ts';
export { type HeaderColumn, type HeaderMatch, matchHeader, plainHeader } from './header.ts';
export { DEFAULT_WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
export { EXAMPLE_MARK, isExampleRow, LISTS_SHEET, NOTES_SHEET, REASON_COLUMN } from './marks.ts';
export { HEAD_ROWS, type Sheet } from './read.ts';
export { readWorkbook } from './readWorkbook.ts';
export { WorkbookRefused, type WorkbookRefusalCode } from './refusal.ts';
