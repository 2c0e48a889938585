import { expect, test } from 'vitest';
import { dayOnPaper, monthOnPaper, payable, type RollRow, sumOf } from './sheetData.ts';

const line = (ordinal: number, fen: number, state: string): RollRow => ({
  ...{ ordinal, fen, state, name: '练习', idMasked: null, village: null, kinds: ['参战'], months: '2018-01' },
  ...{ dueFen: fen, postedBeforeFen: 0, offsetFen: 0, holderName: null, accountTail: null, stateWords: null },
});

test('months and days stand on paper without leading zeros', () => {
  expect(monthOnPaper('2018-01')).toBe('2018年1月');
  expect(dayOnPaper('2018-02-08')).toBe('2018年2月8日');
});

test('what is held, taken out or wholly set off is signed for by nobody', () => {
  const roll = [line(1, 500, 'waiting'), line(2, 700, 'held'), line(3, 900, 'cancelled'), line(4, 0, 'paid')];
  const rows = payable([...roll, line(5, 300, 'released')]);
  expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 5]);
  expect(sumOf(rows)).toBe(800);
});
