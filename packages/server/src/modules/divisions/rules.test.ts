import { describe, expect, test } from 'vitest';
import { covers, divisionCodeAsked, levelOfCode, namesAbove, normaliseDivisionCode } from './rules.ts';

describe('division codes', () => {
  test('nine digits and the same nine with three zeros are one code', () => {
    expect(normaliseDivisionCode('341524101')).toBe('341524101000');
    expect(normaliseDivisionCode('3415 2410 1000')).toBe('341524101000');
    expect(normaliseDivisionCode('３４１５２４１０１')).toBe('341524101000');
  });

  test('anything but 9 or 12 digits is no code', () => {
    for (const text of ['', '34152410', '3415241010', '34152410100A']) {
      expect(normaliseDivisionCode(text)).toBeUndefined();
    }
  });

  test('a county is asked for by its six digits, a city by four, a province by two', () => {
    expect(['341524', '3415', '34', '341524101'].map(divisionCodeAsked)).toEqual([
      '341524000000',
      '341500000000',
      '340000000000',
      '341524101000',
    ]);
    expect(['34152', '3415241', '34152A'].map(divisionCodeAsked)).toEqual([undefined, undefined, undefined]);
  });

  test('the trailing zeros name the level', () => {
    expect(
      ['340000000000', '341500000000', '341524000000', '341524101000', '341524100000'].map(levelOfCode),
    ).toEqual(['province', 'city', 'county', 'township', 'township']);
  });

  test('a place covers itself and what lies below it, nothing beside or above', () => {
    expect(covers('341524000000', '341524101000')).toBe(true);
    expect(covers('341524101000', '341524101000')).toBe(true);
    expect(covers('341524101000', '341524102000')).toBe(false);
    expect(covers('341524101000', '341524000000')).toBe(false);
  });
});

describe('上级名称', () => {
  test('a county alone', () => expect(namesAbove('金寨县', '安徽省')).toEqual({ county: '金寨县' }));
  test('with its city and province', () => {
    expect(namesAbove('安徽省六安市金寨县', '安徽省')).toEqual({ city: '六安市', county: '金寨县' });
    expect(namesAbove('甘孜藏族自治州康定市', '四川省')).toEqual({
      city: '甘孜藏族自治州',
      county: '康定市',
    });
  });
  test('a county-level city alone is the county', () => {
    expect(namesAbove('巢湖市', '安徽省')).toEqual({ county: '巢湖市' });
  });
});
