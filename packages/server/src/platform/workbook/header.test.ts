import { expect, test } from 'vitest';
import { parseRange, type Row } from './cell.ts';
import { type HeaderColumn, matchHeader } from './header.ts';
import { isExampleRow } from './marks.ts';

const COLUMNS: HeaderColumn[] = [
  { header: '姓名', aliases: ['名字'], required: true },
  { header: '身份证号', aliases: ['身份证', '公民身份号码'], required: true },
  { header: '村(社区)', aliases: ['村居'], required: false },
  { header: '享受起始年月', aliases: [], required: false },
  { header: '停止年月', aliases: [], required: false },
];

function rowsOf(...lines: readonly (readonly string[])[]): Row[] {
  return lines.map((line, index) => ({
    row: index + 1,
    cells: line
      .map((text, at) => ({
        column: at + 1,
        type: 'text' as const,
        raw: text,
        text,
        numberFormatIsDate: false,
      }))
      .filter((cell) => cell.text !== ''),
  }));
}

const merged = (...ranges: string[]) => ranges.map(parseRange).filter((range) => range !== undefined);

function match(rows: Row[], ...ranges: string[]) {
  const found = matchHeader(rows, merged(...ranges), COLUMNS);
  return found && { ...found, byColumnIndex: Object.fromEntries(found.byColumnIndex) };
}

test('the header is found below titles, by names with stars, breaks, spaces and full-width forms', () => {
  const rows = rowsOf(['2017年优抚对象花名册'], [], ['序号', '姓 名*', '身份证\n号＊', '村（社区）']);
  expect(match(rows, 'A1:D1')).toEqual({
    headerRow: 3,
    lastHeaderRow: 3,
    byColumnIndex: { 2: '姓名', 3: '身份证号', 4: '村(社区)' },
    unknown: [{ column: 1, text: '序号' }],
  });
});

test('a title merged right over the header does not become part of it', () => {
  const rows = rowsOf(['花名册'], ['姓名', '身份证号'], ['王小明', '1']);
  expect(match(rows, 'A1:B1')).toMatchObject({ headerRow: 2, lastHeaderRow: 2 });
});

test('two merged rows are joined, parent and child', () => {
  const rows = rowsOf(['姓名', '身份证号', '享受', '', '停止'], ['', '', '起始年月', '年限', '年月']);
  expect(match(rows, 'A1:A2', 'B1:B2', 'C1:D1')).toEqual({
    headerRow: 1,
    lastHeaderRow: 2,
    byColumnIndex: { 1: '姓名', 2: '身份证号', 3: '享受起始年月', 5: '停止年月' },
    unknown: [{ column: 4, text: '享受年限' }],
  });
});

test('in two merged rows the child alone is a name too', () => {
  const rows = rowsOf(['基本情况', '', '备'], ['名字', '身份证', '注']);
  expect(match(rows, 'A1:B1')).toMatchObject({
    lastHeaderRow: 2,
    byColumnIndex: { 1: '姓名', 2: '身份证号' },
  });
});

test('a title over a two-row header leaves both rows of it', () => {
  const rows = rowsOf(['花名册'], ['姓名', '身份证号', '享受'], ['', '', '起始年月']);
  expect(match(rows, 'A1:C1', 'A2:A3', 'B2:B3')).toMatchObject({
    headerRow: 2,
    lastHeaderRow: 3,
    byColumnIndex: { 3: '享受起始年月' },
  });
});

test('two rows that nobody merged are still joined when one is not enough', () => {
  const rows = rowsOf(['姓名', '公民身份', '享受', ''], ['', '号码', '起始年月', '停止年月']);
  expect(match(rows)).toMatchObject({
    lastHeaderRow: 2,
    byColumnIndex: { 1: '姓名', 2: '身份证号', 3: '享受起始年月', 4: '停止年月' },
  });
});

test('an alias never takes a column from its namesake', () => {
  const rows = rowsOf(['名字', '姓名', '身份证号', '身份证号']);
  expect(match(rows)).toMatchObject({
    byColumnIndex: { 2: '姓名', 3: '身份证号' },
    unknown: [
      { column: 1, text: '名字' },
      { column: 4, text: '身份证号' },
    ],
  });
});

test('our own reason column is no unknown column', () => {
  expect(match(rowsOf(['姓名', '身份证号', '退回原因']))?.unknown).toEqual([]);
});

test('without all required columns in rows 1–20 there is no header', () => {
  expect(match(rowsOf(['姓名', '村(社区)'], ['王小明', '东村']))).toBeUndefined();
  const late = rowsOf(...Array.from({ length: 20 }, () => ['x']), ['姓名', '身份证号']);
  expect(match(late)).toBeUndefined();
});

test.each([
  ['示例', true],
  ['示例：王小明', true],
  ['（示例）', true],
  ['示例行', true],
  ['示例村', false],
  ['国防教育示例课', false],
])('a row with the cell %s is an example: %s', (text, isExample) => {
  expect(isExampleRow([{ text: '1' }, { text }])).toBe(isExample);
});

test('a unit that changes no number and a word about filling in are no part of a header; 万元 is', () => {
  const header = ['姓名（必填）', '身份证号(18位)', '停止年月（选填）', '享受起始年月(万元)'];
  const match = matchHeader(rowsOf(header), [], COLUMNS);
  expect([...(match?.byColumnIndex.values() ?? [])]).toEqual(['姓名', '身份证号', '停止年月']);
  expect(match?.unknown.map(({ text }) => text)).toEqual(['享受起始年月(万元)']);
});
