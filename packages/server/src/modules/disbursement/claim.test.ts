import { monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { claimsOf, type FreeAccrual, netKey } from './claim.ts';

let serial = 0;
const free = (fen: number, month = 3, kind = '残疾军人'): FreeAccrual => ({
  ...{ id: String(++serial), divisionId: 'd', personId: 'p', kind, ref: '', component: 'base' },
  ...{ month: monthOf(2018, month), fen, derived: false, cause: 'regular' },
});
const fens = (list: readonly FreeAccrual[]) => list.map(({ fen }) => fen);
const NOTHING: ReadonlySet<string> = new Set();

test('what is free of one month nets inside the payment', () => {
  const { payable, claims, waiting } = claimsOf([free(500), free(-200), free(80)], NOTHING);
  expect([fens(payable), fens(claims), fens(waiting)]).toEqual([[500, -200, 80], [], []]);
});

test('a month that was paid already: each line taken back is a claim, whole, and the rest is paid', () => {
  const { payable, claims } = claimsOf([free(-500), free(-20), free(300), free(700, 4)], NOTHING);
  expect([fens(payable), fens(claims)]).toEqual([
    [300, 700],
    [-500, -20],
  ]);
});

test('another right or another month pays for nothing', () => {
  const { payable, claims } = claimsOf([free(-500), free(900, 4), free(900, 3, '参战退役人员')], NOTHING);
  expect([fens(payable), fens(claims)]).toEqual([[900, 900], [-500]]);
});

test('money of the month that has not gone to the bank yet decides later', () => {
  const back = free(-500);
  const { payable, claims, waiting } = claimsOf([back, free(100), free(700, 4)], new Set([netKey(back)]));
  expect([fens(payable), fens(claims), fens(waiting)]).toEqual([[700], [], [-500, 100]]);
});

test('whatever is free, the payable lines of a person never sum below nothing', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const some = Array.from({ length: 12 }, (_, at) =>
      free(((seed * 7919 + at * 104729) % 401) - 200, (at % 3) + 1),
    );
    const pending = new Set(some.filter((_, at) => (seed + at) % 5 === 0).map(netKey));
    const { payable, claims, waiting } = claimsOf(some, pending);
    expect(payable.reduce((sum, { fen }) => sum + fen, 0)).toBeGreaterThanOrEqual(0);
    expect(payable.length + claims.length + waiting.length).toBe(some.length);
    expect(claims.every(({ fen }) => fen < 0)).toBe(true);
  }
});
