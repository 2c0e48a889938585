import { expect, test } from 'vitest';
import type { Line } from './data.ts';
import { nextException, whyWords } from './Lines.tsx';
import { shortSpan, signed } from './texts.ts';

const line = (more: Partial<Line>): Line => ({
  ...{ id: 'l', ordinal: 1, person: { id: 'p', name: '练习' }, idTail: null, village: null, kinds: ['参战'] },
  ...{ months: '2018-01', dueFen: 100, postedBeforeFen: 0, offsetFen: 0, fen: 100, holderName: null },
  ...{ bankName: null, accountTail: null, state: 'waiting', code: null, stateWords: null, stateOn: null },
  ...{ why: [], exceptions: [], reissueOf: null },
  ...more,
});

test('a line says in words what is odd first, then where it stands, then why it differs', () => {
  const told = [{ key: 'account_new:l', words: '练习 账号 11 天前变更' }];
  const odd = line({ exceptions: ['account_new:l'], why: ['提标 505.00 → 555.00'] });
  expect(whyWords(odd, told)).toBe('账号 11 天前变更；提标 505.00 → 555.00');
  expect(whyWords(line({ state: 'returned', stateWords: '户名不符' }), told)).toBe('退回：户名不符');
});

test('n and p go from one exception to the next and stay where there is none', () => {
  const lines = [line({}), line({ state: 'held' }), line({}), line({ exceptions: ['x'] })];
  const rows = { total: lines.length, row: (index: number) => lines[index] };
  expect([nextException(rows, 0, 1), nextException(rows, 1, 1), nextException(rows, 3, 1)]).toEqual([
    1, 3, 3,
  ]);
  expect(nextException(rows, 3, -1)).toBe(1);
});

test('months of one year are written short', () => {
  expect(shortSpan('2018-01～2018-03')).toBe('2018-01～03');
  expect(shortSpan('2017-12～2018-01')).toBe('2017-12～2018-01');
  expect(shortSpan('2018-01')).toBe('2018-01');
});

test('a difference has its sign, nothing has none', () => {
  expect(['10,945.00', '0.12', '−861.67', '0.00', '0'].map(signed)).toEqual([
    '+10,945.00',
    '+0.12',
    '−861.67',
    '0.00',
    '0',
  ]);
});
