import { type Day, parseIsoDay } from '@shuangyong/values';
import { refuse } from '../../kernel/refusal.ts';
import { type Row, readWorkbook, WorkbookRefused } from '../../platform/workbook/index.ts';

export type ResultState = 'paid' | 'returned' | 'taken_back';

/** One row of what the bank says. */
export interface ResultRow {
  /** As the file numbers it. */
  readonly row: number;
  readonly lineId: string;
  readonly state: ResultState;
  readonly reason: string | undefined;
  readonly on: Day | undefined;
}

const WORDS: Readonly<Record<string, ResultState>> = {
  ...{ 已到账: 'paid', 到账: 'paid', 成功: 'paid', 已发放: 'paid' },
  ...{ 退回: 'returned', 已退回: 'returned', 退票: 'returned', 失败: 'returned' },
  ...{ 冲回: 'taken_back', 已冲回: 'taken_back', 冲正: 'taken_back' },
};

const HEADERS = { line: '流水号', result: '结果', reason: '原因', on: '日期' } as const;
type Column = keyof typeof HEADERS;

/** A table as both kinds of file give it: texts by column. */
interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function textRow({ row, cells }: Row): TextRow {
  const texts: string[] = [];
  for (const { column, text } of cells) texts[column - 1] = text.trim();
  return { row, cells: Array.from(texts, (text) => text ?? '') };
}

async function bookRows(bytes: Uint8Array): Promise<readonly TextRow[]> {
  try {
    for await (const sheet of readWorkbook(bytes)) {
      const rows: TextRow[] = [];
      for await (const row of sheet.rows) rows.push(textRow(row));
      if (rows.length > 0) return rows;
    }
    return [];
  } catch (error) {
    if (error instanceof WorkbookRefused) return refuse(error.code, error.message);
    throw error;
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Cells of one line of text: separated by commas or tabs, quoted where they hold one. */
function cellsOf(line: string): readonly string[] {
  const cells = line.matchAll(/(?:^|[,\t])(?:"((?:[^"]|"")*)"|([^,\t]*))/g);
  return [...cells].map(([, quoted, plain]) => (quoted?.replaceAll('""', '"') ?? plain ?? '').trim());
}

function textRows(bytes: Uint8Array): readonly TextRow[] {
  const lines = decoded(bytes).split(/\r\n|\n|\r/);
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ row: at + 1, cells: cellsOf(line) }]));
}

const HEAD_ROWS = 20;

function headOf(rows: readonly TextRow[]): { readonly at: number; readonly columns: Record<Column, number> } {
  for (const [at, { cells }] of rows.slice(0, HEAD_ROWS).entries()) {
    const place = (column: Column) => cells.indexOf(HEADERS[column]);
    if (place('line') < 0 || place('result') < 0) continue;
    const columns = {
      line: place('line'),
      result: place('result'),
      reason: place('reason'),
      on: place('on'),
    };
    return { at, columns };
  }
  return refuse('result_head', '认不出回执的表头：要有「流水号」「结果」两列，可以有「原因」「日期」。');
}

function dayIn(text: string, row: number): Day | undefined {
  if (text === '') return undefined;
  const digits = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text);
  const [, year, month = '', date = ''] = digits ?? [];
  const day = digits ? parseIsoDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`) : undefined;
  return day ?? refuse('result_day', `第 ${row} 行的日期读不出：应写成 2018-01-05。`, { row });
}

/**
 * Reads a bank's result from a workbook or comma separated text. Refuses, naming the row, what is neither a known
 * word nor a day; a file without the two headers; an empty one.
 */
export async function readResult(bytes: Uint8Array): Promise<readonly ResultRow[]> {
  const rows = isZip(bytes) ? await bookRows(bytes) : textRows(bytes);
  const { at, columns } = headOf(rows);
  const found = rows.slice(at + 1).flatMap(({ row, cells }) => {
    const text = (column: Column) => cells[columns[column]] ?? '';
    if (text('line') === '' && text('result') === '') return [];
    const state = WORDS[text('result')];
    if (state === undefined)
      return refuse('result_word', `第 ${row} 行的结果应是：已到账、退回或冲回。`, { row });
    const reason = text('reason') || undefined;
    return [{ row, lineId: text('line').toLowerCase(), state, reason, on: dayIn(text('on'), row) }];
  });
  if (found.length === 0) refuse('result_empty', '回执里没有一行结果。');
  return found;
}
