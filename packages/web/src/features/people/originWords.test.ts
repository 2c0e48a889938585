import { expect, test } from 'vitest';
import { originWords } from './originWords.ts';

const row = { file: '双拥台账-2017.xlsx', sheet: '优抚对象', row: 31 };
const earlier = { ...row, file: '双拥台账-2016.xlsx' };
const right = {
  source: row,
  origins: {
    phone: { source: null, correction: { on: '2018-01-05', by: '王某', reason: '换了号码' } },
    category: { source: row, correction: null },
    grade: { source: earlier, correction: null },
  },
};

test('a corrected value says who, when and why; one of another file says which row', () => {
  expect(originWords(right, 'phone')).toBe('2018-01-05 王某更正：换了号码');
  expect(originWords(right, 'grade')).toBe('双拥台账-2016.xlsx「优抚对象」第 31 行');
});

test('what stands in the row the right names is not said twice', () => {
  expect(originWords(right, 'category')).toBeNull();
  expect(originWords(right, 'never')).toBeNull();
  const entered = {
    source: null,
    origins: { phone: { source: null, correction: { on: '', by: '', reason: null } } },
  };
  expect(originWords(entered, 'phone')).toBeNull();
});
