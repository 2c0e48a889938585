import { expect, test } from 'vitest';
import type { CheckTest, Finding } from './data.ts';
import { chosenTest, findingsOf, monthsWords, stepFrom, verdictWords } from './order.ts';

const line = (code: CheckTest['code'], hits: number, waiting = hits): CheckTest => ({
  ...{ code, title: code ?? '', basis: '', hits, waiting, confirmed: hits - waiting, dismissed: 0 },
  ...{ offFen: null, looked: '1 人', lacks: null },
});

const found = (key: string, code: Finding['code'], more: Partial<Finding> = {}): Finding => ({
  ...{
    key,
    code,
    severity: 'must',
    person: { id: null, name: '练习', idTail: null },
    sheet: null,
    row: null,
  },
  ...{
    from: '2017-10',
    to: '2017-12',
    expectedFen: null,
    actualFen: null,
    reason: '',
    payments: [],
    verdict: null,
  },
  ...more,
});

const dismissed = { verdict: 'dismissed', reason: '另册', by: '王某', on: '2018-01-05' } as const;

test('the screen opens at what waits; a test without hits cannot be opened', () => {
  const tests = [line('paid_twice', 0), line('wrong_amount', 2, 0), line('unpaid_due', 1), line(null, 0)];
  expect(chosenTest(tests, undefined)?.code).toBe('unpaid_due');
  expect(chosenTest(tests, 'wrong_amount')?.code).toBe('wrong_amount');
  expect(chosenTest(tests, 'paid_twice')?.code).toBe('unpaid_due');
  expect(chosenTest([line('paid_twice', 0)], undefined)).toBeUndefined();
});

test('what waits comes first, what must be done before what is to be looked at', () => {
  const all = [
    found('a', 'wrong_amount', { verdict: dismissed }),
    found('b', 'wrong_amount', { severity: 'look' }),
    found('c', 'wrong_amount'),
    found('d', 'unpaid_due'),
  ];
  expect(findingsOf(all, 'wrong_amount').map(({ key }) => key)).toEqual(['c', 'b', 'a']);
  const tests = [line('wrong_amount', 3), line('unpaid_due', 1)];
  expect(stepFrom(tests, all, 'a', 1)).toEqual({ code: 'unpaid_due', key: 'd' });
  expect(stepFrom(tests, all, undefined, 1)?.key).toBe('c');
  expect(stepFrom(tests, all, 'd', 1)).toBeUndefined();
  expect(stepFrom(tests, all, 'c', -1)).toBeUndefined();
});

test('a verdict is told with its reason, who and when', () => {
  expect(verdictWords(found('a', 'paid_twice'))).toBe('待核');
  expect(verdictWords(found('a', 'paid_twice', { verdict: dismissed }))).toBe(
    '不属实：另册（王某 2018-01-05）',
  );
  expect(monthsWords({ from: '2017-10', to: '2017-12' })).toBe('2017-10 至 2017-12');
  expect(monthsWords({ from: null, to: null })).toBe('—');
});
