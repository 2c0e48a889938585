import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { Cell, Row } from './cell.ts';
import * as odd from './corpus/oddFiles.ts';
import { oneSheet } from './corpus/rawWorkbook.ts';
import { DEFAULT_WORKBOOK_LIMITS } from './limits.ts';
import { readWorkbookHere, type Sheet } from './read.ts';
import { readWorkbookInWorker } from './readInWorker.ts';
import { readWorkbook } from './readWorkbook.ts';

type ReadSheet = Omit<Sheet, 'rows'> & { readonly rows: Row[] };

async function readAll(sheets: AsyncGenerator<Sheet>): Promise<ReadSheet[]> {
  const read: ReadSheet[] = [];
  for await (const sheet of sheets) {
    const rows: Row[] = [];
    for await (const row of sheet.rows) rows.push(row);
    read.push({ ...sheet, rows });
  }
  return read;
}

async function firstRow(bytes: Buffer): Promise<readonly Cell[]> {
  const [sheet] = await readAll(readWorkbookHere(bytes));
  return sheet?.rows[0]?.cells ?? [];
}

const texts = (cells: readonly Cell[]) => cells.map((cell) => cell.text);

test('a file whose XML carries prefixes is read with its merges', async () => {
  const [sheet] = await readAll(readWorkbookHere(odd.prefixedXml()));
  expect(texts(sheet?.rows[0]?.cells ?? [])).toEqual(['姓名', '7']);
  expect(sheet?.merges).toEqual([{ top: 1, left: 1, bottom: 1, right: 2 }]);
});

test('a phonetic guide never becomes part of the name', async () => {
  expect(texts(await firstRow(odd.phoneticGuides()))).toEqual(['王小明', '李']);
});

test('formulas are read by their cached value, and one without is told', async () => {
  const cells = await firstRow(odd.formulas());
  expect(cells.map((cell) => [cell.column, cell.type, cell.text])).toEqual([
    [1, 'number', '2'],
    [2, 'formulaNoValue', ''],
    [3, 'formulaNoValue', ''],
    [4, 'text', 'a'],
    [6, 'error', '#DIV/0!'],
    [7, 'number', '9'],
  ]);
});

test('dates of the 1900 system mean the day the program shows', async () => {
  const cells = await firstRow(odd.dates());
  expect(cells.map((cell) => [cell.type, cell.text, cell.raw, cell.numberFormatIsDate])).toEqual([
    ['date', '1900-01-01', '1', true],
    ['date', '1900-02-28', '59', true],
    ['number', '60', '60', true],
    ['date', '1900-03-01', '61', true],
    ['date', '2017-10-01', '43009', true],
    ['date', '2017-10-01', '43009.75', true],
    ['number', '0.5', '0.5', true],
    ['number', '43009', '43009', false],
    ['number', '43009.5', '43009.5', false],
    ['date', '2017-10-01', '2017-10-01T00:00:00', false],
  ]);
});

test('dates of the 1904 system lie four years and a day later', async () => {
  expect(texts(await firstRow(odd.dates(true))).slice(0, 6)).toEqual([
    '1904-01-02',
    '1904-02-29',
    '1904-03-01',
    '1904-03-02',
    '2021-10-02',
    '2021-10-02',
  ]);
});

test('an identity number kept as a number is told from one kept as text', async () => {
  const cells = await firstRow(odd.numbersAndTexts());
  expect(cells.map((cell) => [cell.type, cell.raw, cell.text])).toEqual([
    ['number', '110105199001011234', '110105199001011234'],
    ['number', '1.1010519900101101E+17', '110105199001011010'],
    ['text', '110105199001011234', '110105199001011234'],
    ['number', '12.300000000000001', '12.3'],
    ['number', '1E-2', '0.01'],
    ['text', '１２３４', '１２３４'],
    ['bool', '1', 'TRUE'],
    ['error', '#N/A', '#N/A'],
    ['number', '-0.50', '-0.5'],
  ]);
});

test('rare characters, entities, escapes and spaces come through whole', async () => {
  expect(texts(await firstRow(odd.rareCharacters()))).toEqual([
    '𠮷野',
    '𬭛',
    '🀄&<',
    'a\r\nb',
    '_x000D_',
    ' 前后 ',
    '<b>&amp;',
  ]);
});

test('a cell in the last column of the last row costs nothing', async () => {
  const before = process.memoryUsage().heapUsed;
  const [sheet] = await readAll(readWorkbookHere(odd.farCell()));
  expect(sheet?.rows).toMatchObject([{ row: 1_048_576, cells: [{ column: 16_384, text: '1' }] }]);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(16 * 1024 * 1024);
});

test('rows and cells without references count on from the one before', async () => {
  const [sheet] = await readAll(readWorkbookHere(odd.wpsLike()));
  expect(sheet?.rows.map((row) => [row.row, row.cells.map((cell) => `${cell.column}${cell.text}`)])).toEqual([
    [1, ['1姓名', '2村']],
    [3, ['1王小明', '33']],
  ]);
});

test('part names with backslashes and other case are found', async () => {
  expect(texts(await firstRow(odd.backslashes()))).toEqual(['1']);
});

test('sheets come in order with hidden rows and sheets, merges of the head and the head itself', async () => {
  const sheets = await readAll(readWorkbookHere(odd.severalSheets()));
  expect(sheets.map((sheet) => [sheet.name, sheet.hidden, sheet.rows.map((row) => row.row)])).toEqual([
    ['甲&乙', false, []],
    ['藏', true, [2]],
    ['表头', false, [1, 3, 30]],
  ]);
  expect(sheets[2]?.head.map((row) => row.row)).toEqual([1, 3]);
  expect(sheets[2]?.merges).toEqual([
    { top: 1, left: 1, bottom: 1, right: 4 },
    { top: 3, left: 2, bottom: 4, right: 2 },
  ]);
});

test('sheets whose rows are not wanted can be passed over', async () => {
  const names: string[] = [];
  for await (const sheet of readWorkbookInWorker(odd.severalSheets(), DEFAULT_WORKBOOK_LIMITS)) {
    if (sheet.name === '藏') for await (const row of sheet.rows) names.push(`row ${row.row}`);
    names.push(sheet.name);
  }
  expect(names).toEqual(['甲&乙', 'row 2', '藏', '表头']);
});

test('the worker reads every odd file just as this thread does', async () => {
  const makers = [odd.formulas, odd.dates, odd.severalSheets];
  for (const make of makers) {
    const inWorker = await readAll(readWorkbookInWorker(make(), DEFAULT_WORKBOOK_LIMITS));
    expect(inWorker).toEqual(await readAll(readWorkbookHere(make())));
  }
});

test('tags and characters cut by the ends of chunks are whole again', async () => {
  const rows = Array.from(
    { length: 9000 },
    (_, index) =>
      `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>优抚${index}</t></is></c></row>`,
  );
  const limits = { ...DEFAULT_WORKBOOK_LIMITS, inProcessBytes: 0 };
  const [sheet] = await readAll(readWorkbook(oneSheet(rows.join('')), limits));
  expect(sheet?.rows.map((row) => row.cells[0]?.text)).toEqual(rows.map((_, index) => `优抚${index}`));
});

test('exceljs and this reader agree on an ordinary workbook', async () => {
  const book = new ExcelJS.Workbook();
  const written = book.addWorksheet('优抚对象');
  written.addRow(['姓名', '出生日期', '金额', '备注']);
  for (let row = 0; row < 500; row++)
    written.addRow([
      `某${row % 7}`,
      new Date(Date.UTC(1930, 0, 1 + row * 37)),
      row / 8,
      row % 3 ? '' : '<&">',
    ]);
  written.getColumn(2).numFmt = 'yyyy-mm-dd';
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  const [sheet] = await readAll(readWorkbookHere(bytes));

  const again = new ExcelJS.Workbook();
  await again.xlsx.load(bytes as unknown as ArrayBuffer);
  const expected: string[][] = [];
  again.getWorksheet('优抚对象')?.eachRow((row) => {
    const values = (row.values as ExcelJS.CellValue[]).slice(1);
    expected.push(
      values.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))),
    );
  });
  const found = sheet?.rows.map((row) => {
    const line: string[] = [];
    for (const cell of row.cells) line[cell.column - 1] = cell.text;
    return line;
  });
  expect(found).toHaveLength(501);
  expect(found).toEqual(expected.map((line) => (line[3] === '' ? line.slice(0, 3) : line)));
});
