import { describe, expect, it } from 'vitest';
import { startErrors } from './start.ts';

const filled = { townCode: '341524105', townName: '某某镇', year: '2017', userName: '王敏' };

describe('首次使用', () => {
  it('takes a nine or twelve digit code, a name, a year, a user and a pass code twice', () => {
    expect(startErrors(filled, 'long enough', 'long enough')).toEqual([]);
    expect(startErrors({ ...filled, townCode: '341524105000' }, 'long enough', 'long enough')).toEqual([]);
  });
  it('names every field that is missing, in the order of the page', () => {
    const empty = { townCode: '', townName: '', year: '', userName: '' };
    expect(startErrors(empty, '', '').map((error) => error.field)).toEqual([
      'townCode',
      'townName',
      'year',
      'userName',
      'passCode',
    ]);
  });
  it('refuses a pass code that was not repeated', () => {
    expect(startErrors(filled, 'long enough', 'long enougH').map((error) => error.field)).toEqual(['again']);
  });
});
