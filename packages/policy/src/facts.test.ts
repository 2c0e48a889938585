import { day, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { factsReader, personFacts } from './facts.ts';
import { halfYearsServed } from './service.ts';
import { OPEN } from './types.ts';

describe('half-years of service', () => {
  test.each([
    [{ years: 3.5 }, 7],
    [{ years: 4 }, 8],
    [{ years: 3.2 }, 7],
    [{ years: 3, enlistedOn: day('1983-11-01'), leftOn: day('1999-01-10') }, 6],
    [{ enlistedOn: day('1983-11-01'), leftOn: day('1987-01-10') }, 7],
    [{ enlistedOn: day('1983-11-01'), leftOn: day('1987-11-01') }, 8],
    [{ enlistedOn: day('1983-11-01'), leftOn: day('1987-10-31') }, 8],
    [{ enlistedOn: day('1983-11-01'), leftOn: day('1987-05-01') }, 7],
    [{ enlistedOn: day('1983-11-01'), leftOn: day('1987-05-02') }, 8],
    [{ enlistedOn: day('1983-11-01') }, 0],
    [{ years: 0 }, 0],
  ])('%j: %i', (served, halves) => {
    expect(halfYearsServed(served)).toBe(halves);
  });
});

describe('plain rows become flat facts', () => {
  const right = { category: '残疾军人', from: '2010-03', grade: 9, cause: 'duty' };
  test('a stop is the first month not due any more', () => {
    const { spells } = personFacts({ region: '341524101', rights: [{ ...right, stop: '2017-06' }] });
    expect(spells[0]?.periods).toHaveLength(1);
    expect(spells[0]?.only).toMatchObject({ from: monthOf(2010, 3), to: monthOf(2017, 5), state: 'due' });
    expect(spells[0]?.only?.facts).toMatchObject({ region: 341_524, grade: 9, cause: 2, housed: 0 });
  });
  test('without a stop a right is open; periods take from the right what they leave out', () => {
    const { spells } = personFacts({
      region: '341524',
      rights: [{ ...right, periods: [{ from: '2010-03' }, { from: '2015-02', grade: 8 }] }],
    });
    expect(spells[0]?.only).toBeUndefined();
    expect(
      spells[0]?.periods.map(({ from, to, facts: { grade, cause } }) => [from, to, grade, cause]),
    ).toEqual([
      [monthOf(2010, 3), monthOf(2015, 1), 9, 2],
      [monthOf(2015, 2), OPEN, 8, 2],
    ]);
  });
  test.each([
    ['a category that is none', { ...right, category: '老兵' }],
    ['a cause that is none', { ...right, cause: 'war' }],
    ['a grade that is none', { ...right, grade: 11 }],
    ['a month that is none', { ...right, from: '2010-13' }],
    [
      'periods that overlap',
      { ...right, periods: [{ from: '2010-03', to: '2012-01' }, { from: '2012-01' }] },
    ],
  ])('%s is refused', (_what, bad) => {
    expect(() => personFacts({ region: '341524', rights: [bad] })).toThrow(RangeError);
  });
  test('a roll’s reader gives the same facts and shares those that read the same', () => {
    const person = { region: '341524', rights: [right] };
    const read = factsReader();
    const [one, two] = [read(person), read({ ...person, rights: [{ ...right, from: '2011-01' }] })];
    expect(one).toEqual(personFacts(person));
    expect(one.only?.only?.facts).toBe(two.only?.only?.facts);
  });
});
