import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import * as odd from '../packages/server/src/platform/workbook/corpus/oddFiles.ts';
import {
  markErrors,
  matchHeader,
  readWorkbook,
  type TemplateSheet,
  writeSheets,
  writeTemplate,
} from '../packages/server/src/platform/workbook/index.ts';
import { converted, shownCells } from './support/spreadsheet.ts';

async function bytesOf(write: (out: PassThrough) => Promise<void>): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), write(out)]);
  return bytes;
}

/** The texts our reader finds, laid out as LibreOffice lays out its lines. */
async function readCells(bytes: Uint8Array): Promise<Map<string, string[][]>> {
  const sheets = new Map<string, string[][]>();
  for await (const sheet of readWorkbook(bytes)) {
    const lines: string[][] = [];
    for await (const { row, cells } of sheet.rows) {
      const line: string[] = [];
      for (const cell of cells) line[cell.column - 1] = cell.text;
      lines[row - 1] = Array.from(line, (text) => text ?? '');
    }
    sheets.set(
      sheet.name,
      Array.from(lines, (line) => line ?? []),
    );
  }
  return sheets;
}

/** Trailing blanks and blank lines at the end say nothing. */
function trimmed(lines: readonly (readonly string[])[]): string[][] {
  const cut = lines.map((line) => line.slice(0, line.findLastIndex((text) => text !== '') + 1));
  return cut.slice(0, cut.findLastIndex((line) => line.length > 0) + 1);
}

const ROSTER = {
  name: '优抚对象',
  columns: [
    { header: '姓名' },
    { header: '身份证号', kind: 'code' as const },
    { header: '出生日期', kind: 'day' as const },
    { header: '金额', kind: 'number' as const },
    { header: '备注' },
  ],
  rows: Array.from({ length: 300 }, (_, row) => [
    `${['王', '𠮷', '𬭛'][row % 3]}${row}`,
    `11010519${1930 + (row % 60)}0101${String(row).padStart(4, '0')}`,
    `${1930 + (row % 60)}-0${1 + (row % 9)}-1${row % 9}`,
    (row * 37) / 100,
    row % 4 === 0 ? '=1+1' : row % 4 === 1 ? '"引,号"' : '',
  ]),
};

test('LibreOffice shows in our export what our reader reads from it', async () => {
  const bytes = await bytesOf((out) => writeSheets([ROSTER, { ...ROSTER, name: '第二表' }], out));
  const shown = await shownCells(bytes);
  const read = await readCells(bytes);
  expect([...read.keys()]).toEqual(['优抚对象', '第二表']);
  for (const [name, lines] of read) expect(trimmed(lines)).toEqual(trimmed(shown.get(name) ?? []));
});

test('a workbook LibreOffice wrote reads as what it was made from', async () => {
  const csv = '姓名,人数,日期\n王小明,3,2017-10-01\n🀄,1.5,1950-01-31\n';
  const asUtf8 = '--infilter=CSV:44,34,76,1';
  const files = await converted(Buffer.from(csv), 'list.csv', 'xlsx:Calc MS Excel 2007 XML', [asUtf8]);
  const [lines] = [...(await readCells(files.get('list.xlsx') ?? Buffer.alloc(0))).values()];
  expect(lines).toEqual([
    ['姓名', '人数', '日期'],
    ['王小明', '3', '2017-10-01'],
    ['🀄', '1.5', '1950-01-31'],
  ]);
});

test.each([
  ['phonetic guides', odd.phoneticGuides],
  ['several sheets, hidden rows', odd.severalSheets],
  ['rows without references', odd.wpsLike],
])('LibreOffice and our reader agree on %s', async (_name, make) => {
  const shown = await shownCells(make());
  const read = await readCells(make());
  for (const [name, lines] of read)
    if (shown.has(name)) expect(trimmed(lines)).toEqual(trimmed(shown.get(name) ?? []));
  expect([...shown.keys()].filter((name) => read.has(name))).not.toEqual([]);
});

const TEMPLATE: TemplateSheet[] = [
  {
    name: '会议',
    columns: [
      { header: '日期', kind: 'day', required: true, example: '2017-08-01', note: '开会那天' },
      { header: '类型', required: true, options: ['领导小组', '党委'], example: '党委' },
      { header: '主题', required: true, example: '研究双拥工作' },
    ],
  },
];

test('the template and a returned file open in LibreOffice with header, example and reasons', async () => {
  const template = await bytesOf((out) => writeTemplate(TEMPLATE, ['请逐表填写。'], out));
  const marks = [{ sheet: '会议', row: 2, column: 3, note: '主题太长' }];
  const summary = [['退回 1 行']];
  const returned = await markErrors({ original: template, marks, headerRows: new Map(), summary });
  expect(trimmed((await shownCells(template)).get('会议') ?? [])).toEqual([
    ['日期*', '类型*', '主题*'],
    ['2017-08-01', '党委', '示例：研究双拥工作'],
  ]);
  const shown = await shownCells(returned);
  expect(trimmed(shown.get('会议') ?? []).map((line) => line[3])).toEqual(['退回原因', '主题太长']);
  expect([...shown.keys()]).toContain('说明');
});

test('a file filled in and saved by LibreOffice is still found by its header', async () => {
  const template = await bytesOf((out) => writeTemplate(TEMPLATE, [], out));
  const saved = await converted(template, 'a.xlsx', 'xlsx:Calc MS Excel 2007 XML');
  const columns = (TEMPLATE[0]?.columns ?? []).map(({ header }) => ({ header, aliases: [], required: true }));
  for await (const sheet of readWorkbook(saved.get('a.xlsx') ?? Buffer.alloc(0)))
    expect(matchHeader(sheet.head, sheet.merges, columns)).toMatchObject({ headerRow: 1, unknown: [] });
});
