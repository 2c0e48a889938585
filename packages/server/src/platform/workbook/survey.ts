import type { WorkbookLimits } from './limits.ts';
import { readWorkbook } from './readWorkbook.ts';

/** What a returned file must know of one sheet before it is written. */
export interface SheetSurvey {
  readonly rows: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly cells: number;
  /** Where the reasons of an earlier return stand. */
  readonly earlierReasons: number | undefined;
  /** Where reasons go: that column, or the first to the right of the table. */
  readonly reasonColumn: number;
}

/** Stray cells further right are no part of the table. */
const WIDEST_TABLE = 500;

/** Goes through the whole file once, with our own reader. */
export async function surveyWorkbook(
  file: Uint8Array,
  limits: WorkbookLimits,
  headerRows: ReadonlyMap<string, number>,
  reasonHeader: string,
): Promise<Map<string, SheetSurvey>> {
  const surveys = new Map<string, SheetSurvey>();
  for await (const sheet of readWorkbook(file, limits)) {
    const headerRow = headerRows.get(sheet.name);
    const survey = { rows: 0, lastRow: 0, lastColumn: 0, cells: 0 };
    let tableColumns = 0;
    let earlierReasons: number | undefined;
    for await (const { row, cells } of sheet.rows) {
      survey.rows++;
      survey.lastRow = row;
      survey.cells += cells.length;
      survey.lastColumn = Math.max(survey.lastColumn, cells.at(-1)?.column ?? 0);
      const inTable = cells.findLast((cell) => cell.column <= WIDEST_TABLE);
      tableColumns = Math.max(tableColumns, inTable?.column ?? 0);
      if (row === headerRow) earlierReasons = cells.find(({ text }) => text.trim() === reasonHeader)?.column;
    }
    surveys.set(sheet.name, { ...survey, earlierReasons, reasonColumn: earlierReasons ?? tableColumns + 1 });
  }
  return surveys;
}
