import { expect, test } from 'vitest';
import type { Task } from './data.ts';
import { dayWords, dueWords, partByDue, urgency } from './due.ts';

const task = (daysLeft: number): Task => ({
  ...{
    key: `${daysLeft}`,
    dueOn: '2017-11-24',
    daysLeft,
    text: '',
    note: '',
    href: '/',
    action: '',
    rule: '',
    delayedBecause: null,
  },
});

test('a day is said as an office says it', () => {
  expect([-3286, -12, 0, 1].map(dueWords)).toEqual(['逾期 9 年', '逾期 12 天', '今天', '差 1 天']);
  expect([dayWords('2017-11-30', '2017-11-24'), dayWords('2018-01-10', '2017-11-24')]).toEqual([
    '11-30',
    '2018-01-10',
  ]);
  expect([-366, -365, -1, 0, 7, 8].map((days) => urgency(task(days)))).toEqual([
    'check',
    'must',
    'must',
    'must',
    'check',
    undefined,
  ]);
});

test('what is open for more than a year stands apart and hurries nobody', () => {
  const due = partByDue([-3286, -366, -365, 0].map(task));
  expect(due.old.map((one) => one.daysLeft)).toEqual([-3286, -366]);
  expect(due.now.map((one) => one.daysLeft)).toEqual([-365, 0]);
});

test('money that is held back stays in sight however long ago it was due', () => {
  const held = { ...task(-3286), key: 'hold:1' };
  expect(urgency(held)).toBe('must');
  expect(partByDue([held])).toMatchObject({ now: [held], old: [] });
});

test('what is due within a week stands first, then the month, and the next one is named', () => {
  const due = partByDue([-3, 7, 8, 30, 31].map(task));
  expect(due.now.map((one) => one.daysLeft)).toEqual([-3, 7]);
  expect(due.soon.map((one) => one.daysLeft)).toEqual([8, 30]);
  expect(due.next?.daysLeft).toBe(8);
});
