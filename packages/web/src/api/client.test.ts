import { describe, expect, it } from 'vitest';
import { querySerializer } from './client.ts';

describe('a question to the server', () => {
  it('leaves out what was not asked', () => {
    expect(querySerializer({ division: '', year: 2017, q: undefined, offset: 0 })).toBe('year=2017&offset=0');
  });
});
