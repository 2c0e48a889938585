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
  isMore: false,
  waitsForMe: null,
  ...more,
});
const home = (more: Partial<PayHome>): PayHome => ({
  ...{ year: 2018, counts: {}, batches: [batch({})], months: [], next: null },
  returnsWaiting: { lines: 0, fen: 0, batches: [] },
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
    returnsWaiting: {
      ...{ lines: 2, fen: 19050 },
      batches: [{ id: 'b1', number: 'PF-2018-01-01', lines: 2, fen: 19050, noAccount: 1 }],
    },
  });
  expect(payRows(asked, today, OTHER)).toEqual([]);
  expect(payRows(asked, today, MAKER).map(({ text, due, note }) => [text, due, note])).toEqual([
    ['PF-2018-01-01 银行退回 2 笔', '2018-02-08', '¥190.50　1 笔还没有换账号'],
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

test('a raise announced late is a task with the months it makes up for and what it costs', () => {
  const raise = {
    ...{ from: '2017-10', to: '2017-12', people: 358, moreFen: 2_148_000, lessFen: 0, months: [] },
    ...{ documents: [], month: '2018-02', open: null, withMonth: false },
  };
  const rowOf = (more: Partial<typeof raise>) =>
    payRows(home({}), today, { ...MAKER, raise: { ...raise, ...more } })[0];
  expect(rowOf({})).toMatchObject({
    ...{ text: '标准提高，补 10–12 月', note: '358 人　补 ¥21,480.00', due: today, href: '/pay/arrears' },
  });
  expect(rowOf({ to: '2018-01', lessFen: 300 })?.text).toBe('标准提高，补 2017-10～2018-01');
  expect(rowOf({ to: '2018-01', lessFen: 300 })?.note).toBe('358 人　补 ¥21,480.00，减 ¥3.00');
  expect(rowOf({ to: '2017-10', moreFen: 0, lessFen: 300 })?.text).toBe('标准有变，2017 年 10 月 多记了');
  expect(payRows(home({}), today, { ...OTHER, raise })).toEqual([]);
});
