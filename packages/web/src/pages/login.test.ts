import { describe, expect, it } from 'vitest';
import { loginErrors, safeNext } from './login.ts';

describe('signing in', () => {
  it('goes on to the page that was asked for', () => {
    expect(safeNext('/people?year=2017')).toBe('/people?year=2017');
    expect(safeNext(undefined)).toBe('/');
  });
  it('never leaves this product', () => {
    for (const foreign of ['https://example.org', '//example.org', '/\\example.org', '/login?next=/']) {
      expect(safeNext(foreign)).toBe('/');
    }
  });
  it('asks for both name and pass code', () => {
    expect(loginErrors(' ', '').map((error) => error.field)).toEqual(['name', 'passCode']);
    expect(loginErrors('王敏', 'x')).toEqual([]);
  });
});
