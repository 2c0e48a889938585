import { expect, test } from 'vitest';
import { toldIn } from '../people/events.ts';
import type { RosterHit } from './data.ts';
import { bookWords, eventSearch, likenessWords, sinceWords } from './words.ts';

const hit: RosterHit = {
  ...{ key: '', personId: 'p', likeness: 'same', name: '安某', idMasked: null, village: null },
  ...{ categories: [], state: '在发', holdReason: null, sheet: '名单', row: 2, onDay: '2018-01-20' },
  ...{ diedOn: null, lowIncome: false, hardship: false, paidThrough: null, since: null },
  ...{ act: 'death', verdict: null },
};

test('what a list says stands in the D panel: kind, day, source, and why a payment stops', () => {
  expect(toldIn(eventSearch(hit))).toEqual({
    ...{ type: 'death', day: '2018-01-20', source: '名册比对', reason: '' },
  });
  expect(toldIn(eventSearch({ act: 'stop', onDay: null }))).toEqual({
    ...{ type: 'stop', day: '', source: '名册比对', reason: '领取养老金' },
  });
  expect(toldIn({ event: 'x', on: '2018-13-40', source: '别处' })).toEqual({
    ...{ type: 'death', day: '', source: '', reason: '' },
  });
});

test('beside a hit stands what the books say, and what they cannot say', () => {
  expect(bookWords('火化', { ...hit, diedOn: '2018-01-20' })).toBe('已登记 2018-01-20 去世');
  expect(bookWords('火化', { ...hit, state: '缓发', holdReason: '去世待核' })).toBe('缓发，去世待核');
  expect(bookWords('低保特困', hit)).toBe('在发，台账没记低保、特困');
  expect(bookWords('低保特困', { ...hit, hardship: true })).toBe('在发，台账已记');
  expect(sinceWords({ ...hit, onDay: null })).toBe('名册没写日期');
  expect(sinceWords({ ...hit, since: { months: 0, fen: 0 } })).toBe('没有');
  expect(sinceWords({ ...hit, since: { months: 2, fen: 101_000 } })).toBeUndefined();
  const verdict = { verdict: 'dismissed', reason: '重名', by: '王某', on: '2018-01-05' } as const;
  expect([likenessWords(hit), likenessWords({ verdict })]).toEqual(['待认', '不是：重名（王某 2018-01-05）']);
});
