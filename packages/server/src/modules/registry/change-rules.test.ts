import { day, monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { cellsForRight, eventCells } from './change-rules.ts';

const moved = eventCells('move', day('2017-12-05'));

test('a move in December ends with January, a death keeps its day', () => {
  expect(moved).toEqual({ stop_month: monthOf(2018, 1), stop_reason: '迁出' });
  expect(eventCells('death', day('2017-08-14'))).toEqual({ died_on: '2017-08-14' });
});

test('a right that had ended before the move stays as it is', () => {
  expect(
    cellsForRight(moved, { from_month: monthOf(2007, 8), stop_month: monthOf(2010, 5) }),
  ).toBeUndefined();
  expect(
    cellsForRight(moved, { from_month: monthOf(2007, 8), stop_month: monthOf(2018, 1) }),
  ).toBeUndefined();
});

test('a right that would have ended later ends with the move, one that had not begun never begins', () => {
  const later = { from_month: monthOf(2007, 8), stop_month: monthOf(2018, 9) };
  expect(cellsForRight(moved, later)?.stop_month).toBe(monthOf(2018, 1));
  const ahead = { from_month: monthOf(2018, 6), stop_month: null };
  expect(cellsForRight(moved, ahead)?.stop_month).toBe(monthOf(2018, 6));
});

test('a death stands in every right, ended or not', () => {
  const ended = { from_month: monthOf(2007, 8), stop_month: monthOf(2010, 5) };
  expect(cellsForRight({ died_on: '2017-08-14' }, ended)).toEqual({ died_on: '2017-08-14' });
});
