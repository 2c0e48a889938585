import { describe, expect, it } from 'vitest';
import { countText, figureText, percentText, unitAfter } from './figures.ts';

describe('a figure on the screen', () => {
  it('shows money with ¥, thousands and two decimals, and needs no unit after it', () => {
    expect(figureText('981875.00', '元')).toBe('¥981,875.00');
    expect(unitAfter('981875.00', '元')).toBe('');
  });
  it('puts a true minus sign before ¥', () => {
    expect(figureText('-505.00', '元')).toBe('−¥505.00');
  });
  it('separates thousands of people and keeps their unit', () => {
    expect(figureText(4303, '人')).toBe('4,303');
    expect(unitAfter(4303, '人')).toBe('人');
    expect(countText(-1200)).toBe('−1,200');
  });
  it('turns a ratio into per cent with one decimal, half up', () => {
    expect(figureText({ num: 318, den: 359 }, '%')).toBe('88.6');
    expect(percentText(1, 8)).toBe('12.5');
    expect(percentText(1, 16)).toBe('6.3');
  });
  it('says 不详 without a source, never zero', () => {
    expect(figureText(null, '次')).toBe('不详');
    expect(unitAfter(null, '次')).toBe('');
    expect(figureText({ num: 0, den: 0 }, '%')).toBe('不详');
    expect(figureText(0, '次')).toBe('0');
  });
});
