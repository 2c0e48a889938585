import { expect, test } from 'vitest';
import { commonestFile, type SourcePlace, sourceWords } from './sources.ts';

const at = (sheet: string, row: number, file = '双拥台账-2017.xlsx'): SourcePlace => ({ file, sheet, row });
const entered: SourcePlace = { file: null, sheet: null, row: null };

test('rows that follow one another are drawn together, sheet by sheet', () => {
  const rows = [9, 3, 7, 8].map((row) => at('活动', row));
  expect(sourceWords([...rows, at('会议', 4)], '双拥台账-2017')).toBe(
    '「活动」第 3、7–9 行；「会议」第 4 行',
  );
});

test('rows in many stretches are told by their span and number', () => {
  const rows = [2, 4, 6, 8, 10].map((row) => at('发放记录', row));
  expect(sourceWords(rows, '双拥台账-2017')).toBe('「发放记录」第 2–10 行间 5 行');
});

test('only another file than the usual one is named, and what was entered here is counted', () => {
  const records = [at('活动', 3, '双拥台账-2016.xlsx'), entered, entered];
  expect(sourceWords(records, '双拥台账-2017')).toBe('双拥台账-2016「活动」第 3 行；录入 2 条');
  expect(sourceWords([], '双拥台账-2017')).toBe('');
});

test('the usual file is the one most rows come from', () => {
  expect(commonestFile([at('活动', 3, '旧.xlsx'), at('活动', 3), at('会议', 4), entered])).toBe(
    '双拥台账-2017',
  );
  expect(commonestFile([entered])).toBeUndefined();
});
