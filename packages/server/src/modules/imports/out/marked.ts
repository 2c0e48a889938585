import { readFile } from 'node:fs/promises';
import { type CellMark, markErrors } from '../../../platform/workbook/index.ts';
import type { ImportResult } from '../apply/import.ts';
import type { Counts, Issue } from '../plan/index.ts';

export function sumOfCounts(counts: Iterable<Counts>): Counts {
  const sum = { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
  for (const one of counts) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += one[key];
  return sum;
}

export function countsText({ read, created, updated, unchanged, refused }: Counts): string {
  return `读到 ${read} 行 = 新增 ${created} + 更新 ${updated} + 不变 ${unchanged} + 退回 ${refused}`;
}

type Marked = Pick<ImportResult, 'read' | 'errors' | 'sheets'>;

function markOf({ read }: Marked, issue: Issue): CellMark {
  const column = read.find((sheet) => sheet.name === issue.sheet)?.columns.get(issue.column);
  return { sheet: issue.sheet, row: issue.row, column, note: `「${issue.column}」${issue.reason}` };
}

/** The user's own file with the refused cells marked, and 退回原因 as its last column. */
export async function markedFile(file: string | Uint8Array, result: Marked): Promise<Buffer> {
  const original = typeof file === 'string' ? await readFile(file) : file;
  const lines = Object.entries(result.sheets).map(([sheet, counts]) => [sheet, countsText(counts)]);
  const total = countsText(sumOfCounts(Object.values(result.sheets)));
  return markErrors({
    original,
    marks: result.errors.map((issue) => markOf(result, issue)),
    headerRows: new Map(result.read.map((sheet) => [sheet.name, sheet.lastHeaderRow])),
    summary: [
      ['退回的格子已标红，改好后把这个文件再导入一次，只有改动的行会变。'],
      ['合计', total],
      ...lines,
    ],
  });
}
