import { expect, it } from 'vitest';
import type { Claim, Debt } from './data.ts';
import { monthsOf, originWords, spanOf } from './words.ts';

const claim = (month: string, fen: number, openFen = fen): Claim => ({
  ...{ id: `${month} ${fen}`, kind: '参战退役人员', component: 'base', fund: 'central', month },
  ...{ cause: 'correction', fen, openFen, on: '2018-04-01', paidIn: [] },
});

it('funds of a month stand as one line', () => {
  expect(
    monthsOf([claim('2018-03', 500), claim('2018-02', 55_000, 0), claim('2018-03', 55_000)]),
  ).toMatchObject([
    { month: '2018-02', fen: 55_000, openFen: 0 },
    { month: '2018-03', fen: 55_500, openFen: 55_500 },
  ]);
});

it('where a debt comes from: one month, or from which to which and how many', () => {
  const of = (...months: string[]) =>
    originWords({ claims: months.map((month) => claim(month, 1)) } as unknown as Debt);
  expect(of('2018-02', '2018-02')).toBe('2018-02');
  expect(of('2018-04', '2018-02')).toBe('2018-02 至 2018-04，2 个月');
});

it('a month of the roll-forward ends with its last day, February too; anything else is the year', () => {
  expect(spanOf(2018, '02')).toEqual({ from: '2018-02-01', to: '2018-02-28' });
  expect(spanOf(2020, '02').to).toBe('2020-02-29');
  expect(spanOf(2018, '')).toEqual({ from: '2018-01-01', to: '2018-12-31' });
});
