import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import type { Task } from './home.ts';
import { dueByRoom, roomOf } from './menu-routes.ts';

const task = (key: string, href: string, daysLeft: number): Task => ({
  ...{ key, href, daysLeft, dueOn: day('2017-11-24'), text: '', note: '', action: '', rule: '' },
  delayedBecause: null,
});

test('a task belongs to the room its address begins with', () => {
  expect(['/people/changes?id=1', '/care?q=', '/', '/report/2017'].map(roomOf)).toEqual([
    '/people',
    '/care',
    '/',
    '/report',
  ]);
});

test('what is due within a week is counted, later things are not', () => {
  const tasks = [task('meeting:1', '/ledger/r/meeting/1', -3), task('meeting:2', '/ledger/r/meeting/2', 7)];
  expect(dueByRoom([...tasks, task('report:2017', '/report/2017', 8)], 0)).toEqual({ '/ledger': 2 });
});

test('changes that wait are counted once each, not by the day of their proof', () => {
  const tasks = [
    task('hold:1', '/people/1', 29),
    task('changes', '/people/changes', 0),
    task('age:1', '/people/1', 3),
  ];
  expect(dueByRoom(tasks, 2)).toEqual({ '/people': 3 });
});
