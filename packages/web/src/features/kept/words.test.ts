import { expect, it } from 'vitest';
import { nextMonth, slipState } from './words.ts';

it('knows the month after one', () => {
  expect(nextMonth('2017-12')).toBe('2018-01');
});

it('says how far a slip is', () => {
  const slip = {
    state: 'sent',
    toAccept: false,
    slipOn: '2017-11-20',
    endedOn: null,
    endedBy: null,
    asked: null,
  } as const;
  expect(slipState(slip, '2017-11-24')).toBe('等对方接收 4 天');
  expect(slipState({ ...slip, toAccept: true }, '2017-11-20')).toBe('等您接收');
  expect(
    slipState({ ...slip, state: 'accepted', endedOn: '2017-11-22', endedBy: '钱某' }, '2017-11-24'),
  ).toBe('2017-11-22 钱某接收');
  expect(slipState({ ...slip, state: 'withdrawn' }, '2017-11-24')).toBe('已撤回');
  expect(slipState({ ...slip, state: 'voided' }, '2017-11-24')).toBe('已作废');
  const asked = { reason: '照错了行', by: '王某', on: '2017-11-24', paidThrough: null };
  expect(slipState({ ...slip, state: 'accepted', asked }, '2017-11-24')).toBe('更正等核实');
});
