import { describe, expect, it } from 'vitest';
import { figureForms, figureText } from './forms.ts';
import type { FigureNumber, FigureValue } from './types.ts';

const figure = (value: FigureNumber, estimated = false): FigureValue => ({
  ...{ code: 'C03.attendance', name: '祭扫人次', unit: '人次', value, estimated },
  ...{ unevidenced: 0, records: 1, asOf: '2017-12-31' },
});

describe('the wording of a figure', () => {
  it('is exact, in Chinese, or in 万元', () => {
    expect(figureText(figure(4), '次', 'exact')).toBe('4次');
    expect(figureText(figure(4), '次', 'chinese')).toBe('四次');
    expect(figureText(figure(2), '户', 'chinese')).toBe('两户');
    expect(figureText(figure('981875.00'), '元', 'wan')).toBe('98.19万元');
    expect(figureText(figure('200000.00'), '元', 'wan')).toBe('20万元');
  });

  it('keeps every fen and drops only empty decimals', () => {
    expect(figureText(figure('981875.00'), '元', 'exact')).toBe('981875元');
    expect(figureText(figure('2727.43'), '元', 'exact')).toBe('2727.43元');
    expect(figureText(figure('12600.50'), '元', 'exact')).toBe('12600.5元');
    expect(figureText(figure('-505.05'), '元', 'exact')).toBe('-505.05元');
    expect(figureText(figure('3.0'), '天', 'exact')).toBe('3天');
  });

  it('says 余 of an estimate by itself, and of an exact number only when the writer chose it', () => {
    expect(figureText(figure(213, true), '名', 'auto')).toBe('200余名');
    expect(figureText(figure(213), '名', 'auto')).toBe('213名');
    expect(figureText(figure(213), '名', 'rounded')).toBe('200余名');
    expect(figureText(figure(213, true), '名', 'exact')).toBe('213名');
  });

  it('rounds down to the leading digit, as the reference township does', () => {
    const rounded = [213, 524, 56, 23, 981_875].map((n) => figureText(figure(n), '', 'rounded'));
    expect(rounded).toEqual(['200余', '500余', '50余', '20余', '90余万']);
    expect(figureText(figure(213), '名', 'chineseRounded')).toBe('两百余名');
  });

  it('never says 余 of less than ten or of a round number', () => {
    expect([4, 9, 10, 50, 200].map((n) => figureText(figure(n, true), '名', 'rounded'))).toEqual([
      ...['4名', '9名', '10名', '50名', '200名'],
    ]);
  });

  it('prints a rate as per cent with one decimal half up, or its two counts', () => {
    const rate = figure({ num: 41, den: 48 });
    expect(figureText(rate, '', 'auto')).toBe('85.4%');
    expect(figureText(figure({ num: 1, den: 2 }), '', 'exact')).toBe('50%');
    expect(figureText(rate, '条', 'num')).toBe('41条');
    expect(figureText(rate, '条', 'den')).toBe('48条');
  });

  it('has no words for what has no value', () => {
    expect(figureText(figure(null), '次', 'exact')).toBeUndefined();
    expect(figureText(figure({ num: 0, den: 0 }), '', 'exact')).toBeUndefined();
  });

  it('offers the writer each wording once', () => {
    expect(figureForms(figure(4), '户').map((each) => each.text)).toEqual(['4户', '四户']);
    expect(figureForms(figure(213), '名').map((each) => each.text)).toEqual([
      ...['213名', '两百一十三名', '200余名', '两百余名'],
    ]);
    expect(figureForms(figure({ num: 41, den: 48 }), '条').map((each) => each.form)).toEqual([
      'exact',
      'num',
      'den',
    ]);
  });
});
