import { describe, expect, it } from 'vitest';
import type { Session } from '../api/types.ts';
import { defaultAsOf, scopeOf, yearsOf } from './scope.ts';
import { keptSearch, parseSearch, stringifySearch } from './search.ts';

const session: Session = {
  user: null,
  needsStart: false,
  sample: false,
  division: { code: '341524105', name: '某某镇' },
  divisions: [],
  years: [2016, 2017],
  today: '2018-01-05',
  todayIsSet: false,
  onePerson: false,
  version: '0.1.0',
};

describe('year and 截至 of a page', () => {
  it('start at the newest year with records, as it stood on its last day', () => {
    expect(scopeOf(session, {})).toMatchObject({ division: '341524105', year: 2017, asOf: '2017-12-31' });
  });
  it('end today in the year that is running', () => {
    expect(defaultAsOf(2018, session.today)).toBe('2018-01-05');
    expect(scopeOf(session, { year: '2018' }).asOf).toBe('2018-01-05');
  });
  it('follow the address, and say that the day was chosen', () => {
    expect(scopeOf(session, { year: '2017', asOf: '2017-06-30' })).toMatchObject({
      asOf: '2017-06-30',
      asOfChosen: true,
    });
  });
  it('ignore a day or year that does not exist', () => {
    expect(scopeOf(session, { year: 'abc', asOf: '2017-02-30' })).toMatchObject({
      year: 2017,
      asOf: '2017-12-31',
      asOfChosen: false,
    });
  });
  it('offer the years with records and this one, newest first', () => {
    expect(yearsOf(session)).toEqual([2018, 2017, 2016]);
  });
});

describe('the address', () => {
  it('keeps values as plain text and leaves empty ones out', () => {
    expect(stringifySearch({ year: '2017', village: '河湾村', q: '' })).toBe(
      `?year=2017&village=${encodeURIComponent('河湾村')}`,
    );
    expect(parseSearch('?year=2017&q=%E6%9D%8E')).toEqual({ year: '2017', q: '李' });
  });
  it('carries town, year and 截至 to the next page and drops its filters', () => {
    expect(keptSearch({ year: '2017', asOf: '2017-06-30', division: '1', village: 'x' })).toEqual({
      year: '2017',
      asOf: '2017-06-30',
      division: '1',
    });
  });
});
