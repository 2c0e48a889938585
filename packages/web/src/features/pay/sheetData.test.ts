import { expect, test } from 'vitest';
import { type ChangeRow, changeLines, payable, type RollRow, sumOf } from './sheetData.ts';

const line = (ordinal: number, fen: number, state: string): RollRow => ({
  ...{ ordinal, fen, state, name: '练习', idMasked: null, village: null, kinds: ['参战'], months: '2018-01' },
  ...{ dueFen: fen, postedBeforeFen: 0, offsetFen: 0, holderName: null, accountTail: null, stateWords: null },
});

test('what is held, taken out or wholly set off is signed for by nobody', () => {
  const roll = [line(1, 500, 'waiting'), line(2, 700, 'held'), line(3, 900, 'cancelled'), line(4, 0, 'paid')];
  const rows = payable([...roll, line(5, 300, 'released')]);
  expect(rows.map(({ ordinal }) => ordinal)).toEqual([1, 5]);
  expect(sumOf(rows)).toBe(800);
});

test('changes stand group by group with their people and sum; what changes no sum has none', () => {
  const change = (group: ChangeRow['group'], fen: number): ChangeRow => ({
    ...{
      group,
      words: group,
      name: '练习',
      village: null,
      category: '参战',
      fromFen: 0,
      toFen: fen,
      fen,
      why: '',
    },
  });
  const lines = changeLines([
    change('新增', 300),
    change('新增', 200),
    change('停发', -100),
    change('缓发', 0),
  ]);
  expect(lines.map((line) => (line.kind === 'one' ? line.no : [line.group, line.count, line.fen]))).toEqual([
    ...[1, 2, ['新增', '2 人', 500], 3, ['停发', '1 人', -100], 4, ['缓发', '1 人', 0]],
  ]);
  expect(lines.filter(({ isMoney }) => !isMoney).map(({ group }) => group)).toEqual(['缓发', '缓发']);
});
