import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { payRows } from './pay-tasks.ts';

type PayHome = Parameters<typeof payRows>[0];
const today = day('2018-02-08');
const MAKER = { mayMake: true, isPaying: true };
const OTHER = { mayMake: false, isPaying: true };

const batch = (more: Partial<PayHome['batches'][number]>): PayHome['batches'][number] => ({
  ...{ id: 'b1', number: 'PF-2018-01-01', kind: '抚恤补助', month: '2018-01', state: 'reviewed', round: 1 },
  ...{ people: 360, lines: 360, totalFen: 9004671, held: 0, heldFen: 0, inTransit: 0, paid: 0, returned: 0 },
  waitsForMe: null,
  ...more,
});
const home = (more: Partial<PayHome>): PayHome => ({
  ...{ year: 2018, counts: {}, batches: [batch({})], months: [], next: null },
  returnsWaiting: { lines: 0, fen: 0 },
  ...more,
});

test('a batch is a task of whom it waits for, with what it is worth, and of nobody else', () => {
  expect(payRows(home({}), today, MAKER)).toEqual([]);
  const [row, ...others] = payRows(home({ batches: [batch({ waitsForMe: '批准' })] }), today, OTHER);
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    ...{ key: 'batch:b1:reviewed', due: today, text: '2018-01 抚恤补助 PF-2018-01-01：待您批准' },
    ...{ note: '360 人　¥90,046.71', href: '/pay/b/b1?year=2018', action: '批准' },
  });
});

test('what came back and a month not opened are tasks of whoever makes batches', () => {
  const asked = home({
    next: { kind: '抚恤补助', month: '2018-02' },
    returnsWaiting: { lines: 2, fen: 19050 },
  });
  expect(payRows(asked, today, OTHER)).toEqual([]);
  expect(payRows(asked, today, MAKER).map(({ text, due, note }) => [text, due, note])).toEqual([
    ['银行退回 2 笔', '2018-02-08', '¥190.50'],
    ['2018-02 抚恤补助还没有生成', '2018-02-25', '只看变化'],
  ]);
});

test('a month waits to be opened from the first one on, yet nowhere that pays nobody', () => {
  const january = home({ batches: [], next: { kind: '抚恤补助', month: '2018-01' } });
  expect(payRows(january, day('2018-01-05'), MAKER).map(({ text }) => text)).toEqual([
    '2018-01 抚恤补助还没有生成',
  ]);
  expect(payRows(january, day('2018-01-05'), { mayMake: true, isPaying: false })).toEqual([]);
});
