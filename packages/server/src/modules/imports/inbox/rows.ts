import type { KindDef } from '../../../platform/contract/kind.ts';
import { listOf, z } from '../../../platform/http/index.ts';
import { type Row, readWorkbook } from '../../../platform/workbook/index.ts';
import { type Learned, recogniseSheet, type SheetPlan, shownValue, unitSheet } from '../plan/index.ts';

/** Rows of a dropped sheet under the headers they were taken for; sensitive cells are masked. */
export const rowsSchema = z
  .object({
    columns: listOf(z.string()),
    rows: listOf(z.object({ row: z.number(), cells: listOf(z.string()) })),
    /** Whether rows follow after these. */
    more: z.boolean(),
  })
  .openapi('ImportRows');
export type RowsAnswer = z.input<typeof rowsSchema>;

const PAGE = 200;

export interface RowsAsk {
  readonly sheet: string;
  readonly offset: number;
  readonly kinds: readonly KindDef[];
  readonly learned: Learned;
}

/** Cells of columns nobody knows are left out: what they hold could not be masked. */
function shownRow({ columns }: SheetPlan, row: Row): RowsAnswer['rows'][number] {
  const text = (column: number) => row.cells.find((cell) => cell.column === column)?.text.trim() ?? '';
  return { row: row.row, cells: columns.map(({ column, def }) => shownValue(def, text(column))) };
}

async function pageOf(rows: AsyncIterable<Row>, plan: SheetPlan, offset: number): Promise<RowsAnswer> {
  const shown: RowsAnswer['rows'][number][] = [];
  const columns = plan.columns.map(({ header }) => header);
  let at = 0;
  for await (const row of rows) {
    if (row.row <= plan.lastHeaderRow || row.cells.every((cell) => cell.text.trim() === '')) continue;
    if (shown.length === PAGE) return { columns, rows: shown, more: true };
    if (at++ >= offset) shown.push(shownRow(plan, row));
  }
  return { columns, rows: shown, more: false };
}

/** At most 200 rows of one sheet of a dropped file, from `offset`; none where the sheet was not recognised. */
export async function listRows(file: string, ask: RowsAsk): Promise<RowsAnswer> {
  for await (const sheet of readWorkbook(file)) {
    if (sheet.name !== ask.sheet) continue;
    const { plan } = recogniseSheet(sheet, [unitSheet, ...ask.kinds], ask.learned);
    if (!plan) break;
    const columns = [...plan.columns].sort((left, right) => left.column - right.column);
    return pageOf(sheet.rows, { ...plan, columns }, ask.offset);
  }
  return { columns: [], rows: [], more: false };
}
