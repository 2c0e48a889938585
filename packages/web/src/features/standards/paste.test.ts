import { expect, test } from 'vitest';
import { pasted } from './paste.ts';

test('a grid with its heads finds its cells by their names, in any order', () => {
  const block = '等级\t因公\t因战\n十级\t11,964\t14400\n九级\t16008\t20484';
  expect(pasted(block, 'disability.base', 'fen_per_year', '1/combat')).toEqual({
    cells: { '10/duty': '11,964', '10/combat': '14400', '9/duty': '16008', '9/combat': '20484' },
    wrong: [],
  });
});

test('one line a cell, the grade only in its first line', () => {
  const block = '残疾等级\t残疾性质\t抚恤金标准\n一级\t因战\t131880\n\t因公\t124164\n2级\t因病\t102852';
  expect(pasted(block, 'disability.base', 'fen_per_year', '1/combat')).toEqual({
    cells: { '1/combat': '131880', '1/duty': '124164', '2/illness': '102852' },
    wrong: [],
  });
});

test('one axis: by the names of its rows, short ones too', () => {
  const block = '对象\t年标准\n烈士\t41856\n因公牺牲军人\t34956\n病故军人遗属\t31968';
  expect(pasted(block, 'survivor.base', 'fen_per_year', 'martyr').cells).toEqual({
    ...{ martyr: '41856', dutyDeath: '34956', illnessDeath: '31968' },
  });
});

test('bare amounts are laid down from the chosen cell; what lies outside or is no amount is said with its place', () => {
  const read = pasted('1\t2\n3\tx\n', 'disability.base', 'fen_per_year', '9/duty');
  expect(read.cells).toEqual({ '9/duty': '1', '9/illness': '2', '10/duty': '3' });
  expect(read.wrong).toEqual(['第 2 行第 2 列「x」不是金额']);
  expect(pasted('1\n2\n3', 'disability.base', 'fen_per_year', '10/combat').wrong).toEqual([
    '第 2 行第 1 列「2」超出了表格',
    '第 3 行第 1 列「3」超出了表格',
  ]);
  expect(pasted('900', 'illness.base', 'fen_per_month', '-').cells).toEqual({ '-': '900' });
});

test('a line with an amount that names no cell is said', () => {
  const read = pasted('烈士遗属\t1\n其他遗属\t2', 'survivor.base', 'fen_per_year', 'martyr');
  expect(read).toEqual({ cells: { martyr: '1' }, wrong: ['第 2 行「其他遗属 2」没认出是哪一档'] });
});

test('a line that names its cell but has no amount is said, not passed over', () => {
  const read = pasted('烈士\t60,000\n病故\t4八000', 'survivor.base', 'fen_per_year', 'martyr');
  expect(read).toEqual({ cells: { martyr: '60,000' }, wrong: ['第 2 行第 2 列「4八000」不是金额'] });
});
