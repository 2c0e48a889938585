import { expect, test } from 'vitest';
import { askOf, isNarrowed } from './ask.ts';
import { LEDGERS, type Ledger } from './ledgers.ts';

const ledger = (kind: string) => LEDGERS.find((one) => one.kind === kind) as Ledger;

test('a dated ledger asks for the year unless all years are chosen', () => {
  expect(askOf(ledger('activity'), 2017, {})).toMatchObject({ from: '2017-01-01', to: '2017-12-31' });
  expect(askOf(ledger('activity'), 2017, { when: 'all' })).not.toHaveProperty('from');
  expect(askOf(ledger('groupMember'), 2017, {})).not.toHaveProperty('from');
});

test('a resolution not carried out is one that was passed and has no day of completion', () => {
  expect(askOf(ledger('meeting'), 2017, { ended: 'no' })).toMatchObject({
    blank: 'done_on',
    filled: 'resolution',
  });
  expect(askOf(ledger('publicity'), 2017, { ended: 'no' })).toMatchObject({ blank: 'removed_on' });
  expect(askOf(ledger('aidCase'), 2017, { ended: 'yes' })).toMatchObject({ filled: 'closed_on' });
});

test('the year and the order narrow nothing, a filter does', () => {
  expect(isNarrowed({ year: '2017', order: 'old', when: 'all' })).toBe(false);
  expect(isNarrowed({ evidenced: 'no' })).toBe(true);
});
