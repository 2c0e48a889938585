import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { matchHeader } from './header.ts';
import { isExampleRow } from './marks.ts';
import { readWorkbookHere } from './read.ts';
import { type TemplateSheet, writeTemplate } from './template.ts';
import { type WriteSheet, writeSheets } from './write.ts';

async function written(sheets: WriteSheet[]): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeSheets(sheets, out)]);
  return bytes;
}

async function template(sheets: TemplateSheet[], notes: string[] = []): Promise<Buffer> {
  const out = new PassThrough();
  const [bytes] = await Promise.all([buffer(out), writeTemplate(sheets, notes, out)]);
  return bytes;
}

async function cellsOf(bytes: Buffer, sheetName: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const sheet of readWorkbookHere(bytes)) {
    if (sheet.name !== sheetName) continue;
    for await (const { row, cells } of sheet.rows)
      for (const cell of cells) found.set(`${row}:${cell.column}`, `${cell.type} ${cell.text}`);
  }
  return found;
}

async function inExcelJs(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

test('text that begins like a formula stays text and is formatted as text', async () => {
  const dangerous = ['=1+1', '+86', '-5', '@SUM(A1)', '=HYPERLINK("http://x")'];
  const bytes = await written([
    { name: '表', columns: [{ header: '备注' }], rows: dangerous.map((text) => [text]) },
  ]);
  const cells = await cellsOf(bytes, '表');
  expect([...cells.values()].slice(1)).toEqual(dangerous.map((text) => `text ${text}`));
  const sheet = (await inExcelJs(bytes)).getWorksheet('表');
  expect(sheet?.getCell('A2').numFmt).toBe('@');
  expect(bytes.includes('<f>')).toBe(false);
});

test('values come back as they were written, by kind', async () => {
  const bytes = await written([
    {
      name: '发放记录',
      columns: [
        { header: '身份证号', kind: 'code' },
        { header: '发放日期', kind: 'day' },
        { header: '金额', kind: 'money' },
        { header: '人数', kind: 'number' },
        { header: '低保' },
        { header: '备注' },
      ],
      rows: [
        ['110105199001011234', '2017-10-01', '1234.50', 3, true, 'a_x000D_b\r\n𠮷<&>'],
        [123, '1899-01-01', '不详', '12345678901234567', null, ''],
      ],
    },
  ]);
  const cells = await cellsOf(bytes, '发放记录');
  expect([...cells].filter(([at]) => !at.startsWith('1:'))).toEqual([
    ['2:1', 'text 110105199001011234'],
    ['2:2', 'date 2017-10-01'],
    ['2:3', 'number 1234.5'],
    ['2:4', 'number 3'],
    ['2:5', 'text 是'],
    ['2:6', 'text a_x000D_b\r\n𠮷<&>'],
    ['3:1', 'text 123'],
    ['3:2', 'text 1899-01-01'],
    ['3:3', 'text 不详'],
    ['3:4', 'text 12345678901234567'],
  ]);
});

test('rows are taken from an async source while the file is written', async () => {
  async function* rows() {
    for (let row = 1; row <= 1000; row++) yield [`某${row}`];
  }
  const bytes = await written([{ name: '表', columns: [{ header: '姓名' }], rows: rows() }]);
  const cells = await cellsOf(bytes, '表');
  expect(cells.size).toBe(1001);
  expect(cells.get('1001:1')).toBe('text 某1000');
});

const LONG_LIST = Array.from({ length: 80 }, (_, index) => `对象类别第${index}种`);
const SHEETS: TemplateSheet[] = [
  {
    name: '优抚对象',
    columns: [
      { header: '姓名', required: true, example: '王小明', note: '与身份证一致' },
      { header: '身份证号', kind: 'code', required: true, example: '110105199001011234' },
      { header: '户籍性质', options: ['农村', '城镇'], example: '农村' },
      { header: '对象类别', options: LONG_LIST },
    ],
  },
  {
    name: '会议',
    columns: [
      { header: '日期', kind: 'day', example: '2017-08-01' },
      { header: '类型', options: ['党委'] },
    ],
  },
];

test('the template has stars, notes, drop-downs, a frozen header and text columns', async () => {
  const book = await inExcelJs(await template(SHEETS, ['请逐表填写。']));
  expect(book.worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
    ['说明', 'visible'],
    ['优抚对象', 'visible'],
    ['会议', 'visible'],
    ['词表', 'veryHidden'],
  ]);
  const sheet = book.getWorksheet('优抚对象');
  expect(sheet?.getCell('A1').value).toBe('姓名*');
  expect(JSON.stringify(sheet?.getCell('A1').note)).toContain('与身份证一致');
  expect(sheet?.getCell('C3').dataValidation?.formulae).toEqual(['"农村,城镇"']);
  expect(sheet?.getCell('D5000').dataValidation?.formulae).toEqual(["'词表'!$A$1:$A$80"]);
  expect(sheet?.getColumn(2).numFmt).toBe('@');
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});

test('every sheet of the template has one row, told to be an example, and its header is found', async () => {
  for await (const sheet of readWorkbookHere(await template(SHEETS))) {
    const columns = SHEETS.find(({ name }) => name === sheet.name)?.columns;
    if (!columns) continue;
    const wanted = columns.map(({ header }) => ({ header, aliases: [], required: true }));
    expect(matchHeader(sheet.head, sheet.merges, wanted)).toMatchObject({ lastHeaderRow: 1, unknown: [] });
    expect(sheet.head.slice(1).map((row) => isExampleRow(row.cells))).toEqual([true]);
  }
});
