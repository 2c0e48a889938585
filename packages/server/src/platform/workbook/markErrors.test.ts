import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import * as odd from './corpus/oddFiles.ts';
import { oneSheet, rawWorkbook } from './corpus/rawWorkbook.ts';
import { matchHeader } from './header.ts';
import { markErrors } from './markErrors.ts';
import type { CellMark } from './markRequest.ts';
import { readWorkbookHere } from './read.ts';

const COLUMNS = [
  { header: '姓名', aliases: [], required: true },
  { header: '身份证号', aliases: [], required: true },
];

async function roster(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('优抚对象');
  sheet.addRow(['2017年花名册']);
  sheet.mergeCells('A1:C1');
  sheet.addRow(['姓名', '身份证号', '备注']);
  sheet.addRow(['王小明', '110105199001011234', '=好']);
  sheet.addRow(['李大力', null, '正常']);
  sheet.getCell('B3').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF00FF00' } };
  sheet.getCell('B4').style = sheet.getCell('B3').style;
  book.addWorksheet('村(社区)').addRow(['名称']);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const MARKS: CellMark[] = [
  { sheet: '优抚对象', row: 4, column: 2, note: '身份证号没有填，请补上' },
  { sheet: '优抚对象', row: 4, column: undefined, note: '与第 3 行重复' },
];

async function returned(
  original: Uint8Array,
  marks: readonly CellMark[],
  headerRow = 2,
): Promise<ExcelJS.Workbook> {
  const sheet = marks[0]?.sheet ?? '优抚对象';
  const bytes = await markErrors({
    original,
    marks,
    headerRows: new Map([[sheet, headerRow]]),
    summary: [['退回 1 行']],
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

const fillOf = (cell: ExcelJS.Cell | undefined) =>
  cell?.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined;

test('the file comes back with 说明 first, red noted cells and the reasons in a last column', async () => {
  const book = await returned(await roster(), MARKS);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['说明', '优抚对象', '村(社区)']);
  expect(book.worksheets[0]?.getCell('A2').value).toBe('退回 1 行');
  const sheet = book.getWorksheet('优抚对象');
  expect(sheet?.getCell('D2').value).toBe('退回原因');
  expect(sheet?.getCell('D4').value).toBe('身份证号没有填，请补上；与第 3 行重复');
  expect(fillOf(sheet?.getCell('B4'))).toBe('FFFFC7CE');
  expect(JSON.stringify(sheet?.getCell('B4').note)).toContain('请补上');
  expect(fillOf(sheet?.getCell('B3'))).toBe('FF00FF00');
  expect(sheet?.getCell('D3').value).toBeNull();
  expect(sheet?.getCell('C3').value).toBe('=好');
});

test('a returned file reads as before, its reasons being no column', async () => {
  const original = await roster();
  const bytes = await markErrors({
    original,
    marks: MARKS,
    headerRows: new Map([['优抚对象', 2]]),
    summary: [],
  });
  for await (const sheet of readWorkbookHere(bytes)) {
    if (sheet.name !== '优抚对象') continue;
    const match = matchHeader(sheet.head, sheet.merges, COLUMNS);
    expect(match).toMatchObject({ headerRow: 2, unknown: [{ text: '备注' }] });
    expect(sheet.head[2]?.cells.map((cell) => cell.text)).toEqual(['王小明', '110105199001011234', '=好']);
  }
});

test('a file returned twice carries only the newest marks', async () => {
  const once = await markErrors({
    original: await roster(),
    marks: MARKS,
    headerRows: new Map([['优抚对象', 2]]),
    summary: [['第一次']],
  });
  const book = await returned(once, [{ sheet: '优抚对象', row: 3, column: 1, note: '重名' }]);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['说明', '优抚对象', '村(社区)']);
  const sheet = book.getWorksheet('优抚对象');
  expect([sheet?.getCell('D2').value, sheet?.getCell('D3').value, sheet?.getCell('D4').value]).toEqual([
    '退回原因',
    '重名',
    null,
  ]);
  expect(fillOf(sheet?.getCell('B4'))).not.toBe('FFFFC7CE');
  expect(sheet?.getCell('B4').note).toBeUndefined();
  expect(sheet?.getCell('E2').value).toBeNull();
});

test('a sheet 说明 of the user own stays his', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('说明').addRow(['本镇的说明']);
  book.addWorksheet('优抚对象').addRow(['姓名']);
  const marks = [{ sheet: '优抚对象', row: 1, column: 1, note: 'x' }];
  const back = await returned(new Uint8Array(await book.xlsx.writeBuffer()), marks, 1);
  expect(back.worksheets.map((sheet) => sheet.name)).toEqual(['退回说明', '说明', '优抚对象']);
});

test('a file exceljs reads as empty comes back lean, with its values and merges', async () => {
  const marks = [{ sheet: '表', row: 1, column: 2, note: '不对' }];
  const book = await returned(odd.prefixedXml(), marks, 1);
  const sheet = book.getWorksheet('表');
  expect([sheet?.getCell('A1').value, sheet?.getCell('C1').value]).toEqual(['姓名', '退回原因']);
  expect(sheet?.getCell('B1').isMerged).toBe(true);
  expect(book.worksheets[0]?.getCell('A1').value).toBe('退回说明');
});

test('a stray cell at the end of the sheet costs nothing and is no part of the table', async () => {
  const marks = [{ sheet: '表', row: 1_048_576, column: 1, note: '不对' }];
  const book = await returned(odd.farCell(), marks, 1);
  const row = book.getWorksheet('表')?.getRow(1);
  expect(JSON.stringify(row?.getCell(1).note)).toContain('不对');
  expect(row?.getCell('XFD').value).toBe(1);
});

test('a lean file keeps every kind of value, and damaged numbers stay numbers', async () => {
  const rows = `<row r="1"><c t="str"><v>甲</v></c></row><row r="20"><c r="A20"><v>110105199001011234</v></c>
    <c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2017-10-01</v></c><c t="str"><v>=1</v></c><c><f>1</f></c>
    <c r="ZZ20"><v>1</v></c></row>`;
  const marks = [{ sheet: '表', row: 20, column: 6, note: '没有算出来' }];
  const bytes = await markErrors({ original: oneSheet(rows), marks, headerRows: new Map(), summary: [] });
  const lines: string[][] = [];
  for await (const sheet of readWorkbookHere(bytes))
    if (sheet.name === '表')
      for await (const { row, cells } of sheet.rows)
        lines.push([`${row}`, ...cells.map(({ column, type, text }) => `${column} ${type} ${text}`)]);
  expect(lines).toEqual([
    ['1', '1 text 甲', '7 text 退回原因'],
    [
      '20',
      '1 number 110105199001011230',
      '2 bool TRUE',
      '3 error #N/A',
      '4 date 2017-10-01',
      '5 text =1',
      '6 formulaNoValue ',
      '7 text 没有算出来',
      '702 number 1',
    ],
  ]);
});

test.each([
  ['merged over whole columns', '<mergeCells><mergeCell ref="C1:XFD1048576"/></mergeCells>'],
  [
    'with a rule over whole columns',
    '<dataValidations><dataValidation type="list" sqref="C1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
  ],
])('a file %s comes back in time', async (_name, after) => {
  const rows = '<row r="1"><c t="str"><v>姓名</v></c></row><row r="2"><c t="str"><v>王小明</v></c></row>';
  const original = rawWorkbook({ sheets: [{ name: '表', rows, after }] });
  const book = await returned(original, [{ sheet: '表', row: 2, column: 1, note: '重名' }], 1);
  expect(book.getWorksheet('表')?.getCell('B2').value).toBe('重名');
});

test('a bomb in a part nobody reads does not go off when the file is returned', async () => {
  const picture = { name: 'xl/media/a.png', data: Buffer.alloc(32 * 1024 * 1024), declaredBytes: 100 };
  const rows = '<row r="1"><c t="str"><v>姓名</v></c></row>';
  const original = rawWorkbook({ sheets: [{ name: '表', rows }], extraParts: [picture] });
  const book = await returned(original, [{ sheet: '表', row: 1, column: 1, note: '不对' }], 1);
  expect(book.worksheets[0]?.getCell('A2').text).toContain('文件较大');
});
