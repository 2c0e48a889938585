import { expect, test } from 'vitest';
import type { FileOfBatch, Issue, RecordChange, SheetOfFile } from './data.ts';
import { dayWords, isRecognised, leftOut, problemsOf, reasonsOf, sumText } from './reasons.ts';

const issue = (row: number, code: string, value = '', column = '身份证号', sheet = '优抚对象'): Issue => ({
  ...{ sheet, row, column, value, code, reason: '请核对。' },
});

const counts = { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
const sheet = (name: string, more: Partial<SheetOfFile> = {}): SheetOfFile => ({
  ...{ name, as: name, state: 'read', named: null, missing: [], candidates: [], header: [] },
  ...counts,
  ...more,
});
const file = (more: Partial<FileOfBatch>): FileOfBatch => ({
  ...{ index: 0, name: '台账.xlsx', sha256: '', refusal: null, earlier: null },
  ...{ sheets: [], errors: [], warnings: [], notes: [], changes: [] },
  ...more,
});

const errors = [
  issue(12, 'word_unknown', '老兵', '对象类别'),
  issue(13, 'id_check_digit'),
  issue(14, 'id_check_digit'),
  issue(15, 'word_unknown', '荣军', '对象类别'),
  issue(9, 'date_invalid', '', '日期', '活动'),
];

test('refusals are grouped by what has to be mended, most rows first', () => {
  expect(reasonsOf({ errors }, '优抚对象').map(({ words, rows, word }) => [words, rows, word])).toEqual([
    ['身份证号校验位不对', 2, undefined],
    ['对象类别「老兵」不认识', 1, '老兵'],
    ['对象类别「荣军」不认识', 1, '荣军'],
  ]);
});

test('an unknown word names its rows, another reason its first row', () => {
  const [check, word] = reasonsOf({ errors }, '优抚对象');
  expect(check?.example).toBe('第 13 行：请核对。');
  expect(word?.example).toBe('第 12 行');
});

test('a row refused twice for one reason counts once', () => {
  const twice = [issue(3, 'required_empty'), issue(3, 'required_empty')];
  expect(reasonsOf({ errors: twice }, '优抚对象')[0]?.rows).toBe(1);
});

test('n goes through refused files, sheets nobody knows, guesses and reasons in the order of the page', () => {
  const sheets = [
    sheet('优抚对象', { refused: 4 }),
    sheet('Sheet2', { as: '会议', candidates: ['会议'] }),
    sheet('Sheet3', { as: null, state: 'unknown' }),
    sheet('草稿', { as: null, state: 'left_out' }),
  ];
  const files = [file({ sheets, errors }), file({ index: 1, refusal: { code: 'not_xlsx', message: '' } })];
  expect(problemsOf(files).map(({ id }) => id)).toEqual([
    '0/优抚对象/id_check_digit|身份证号|',
    '0/优抚对象/word_unknown|对象类别|老兵',
    '0/优抚对象/word_unknown|对象类别|荣军',
    '0/Sheet2',
    '0/Sheet3',
    '1',
  ]);
  expect(isRecognised(files)).toBe(false);
  expect(isRecognised([file({ sheets: [sheet('优抚对象')] })])).toBe(true);
});

test('an update of money counts only when it was ticked, any other counts by itself', () => {
  const change = (key: string, isMoney: boolean): RecordChange => ({
    ...{ key, isMoney, sheet: '发放记录', row: 2, label: '', cells: [] },
  });
  const files = [file({ changes: [change('a', true), change('b', true), change('c', false)] })];
  expect(leftOut(files, new Set(['b']))).toEqual(['a']);
});

test('the sum is written as it adds up', () => {
  expect(sumText({ read: 4731, created: 4719, updated: 0, unchanged: 0, refused: 12 })).toBe(
    '读到 4,731 行 = 新增 4,719 + 更新 0 + 不变 0 + 退回 12',
  );
});

test('a day of another year says its year', () => {
  expect(dayWords('2017-11-02T01:00:00Z', '2017-12-01')).toBe('11 月 2 日');
  expect(dayWords('2016-11-02T01:00:00Z', '2017-12-01')).toBe('2016 年 11 月 2 日');
});
