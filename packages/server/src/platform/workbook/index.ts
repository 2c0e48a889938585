export { type Cell, type CellType, columnLetters, columnNumber, type Merge, type Row } from './cell.ts';
export { guardWorkbook } from './guard.ts';
export { DEFAULT_WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
export { HEAD_ROWS, type Sheet } from './read.ts';
export { readWorkbook } from './readWorkbook.ts';
export { type WorkbookRefusalCode, WorkbookRefused } from './refusal.ts';
