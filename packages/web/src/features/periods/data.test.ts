import { expect, test } from 'vitest';
import { accountWords, movesTold } from './data.ts';

test('movements of a month stand in the order of its work, each in words', () => {
  const move = (debit: string, credit: string, fen = 1) => ({ debit, credit, fen, count: 1 });
  const told = movesTold([
    move('claim', 'bank'),
    move('claim', 'payable'),
    move('transit', 'bank'),
    move('expense', 'payable', 900),
    move('payable', 'transit'),
  ]);
  expect(told.map(({ words }) => words)).toEqual(['应发', '送银行', '到账', '列入追回', '撤回收现金']);
  expect(told[0]).toMatchObject({ fen: 900, count: 1 });
});

test('accounts have names an accountant knows', () => {
  expect(['payable', 'expense:central', 'transit'].map(accountWords)).toEqual([
    '应付待遇',
    '中央资金',
    '在途',
  ]);
});
