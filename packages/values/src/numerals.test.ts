import fc from 'fast-check';
import Nzh from 'nzh';
import { describe, expect, it } from 'vitest';
import { fen, yuanText } from './fen.ts';
import { capitalAmount, parseChineseNumeral, toChineseDigits, toChineseNumeral } from './numerals.ts';

describe('Chinese numerals', () => {
  it('are written as an office writes them', () => {
    expect([0, 4, 10, 12, 20, 90, 105, 200, 1010, 10_010, 101_000].map((n) => toChineseNumeral(n))).toEqual([
      ...[
        '零',
        '四',
        '十',
        '十二',
        '二十',
        '九十',
        '一百零五',
        '二百',
        '一千零一十',
        '一万零一十',
        '十万一千',
      ],
    ]);
  });

  it('say 两 before a measure word, but never inside twenty-two or twelve', () => {
    const said = [2, 12, 22, 200, 222, 2000, 20_000].map((n) => toChineseNumeral(n, { liang: true }));
    expect(said).toEqual(['两', '十二', '二十二', '两百', '两百二十二', '两千', '两万']);
  });

  it('write a year digit by digit', () => {
    expect(toChineseDigits(2017)).toBe('二〇一七');
    expect(parseChineseNumeral('二〇一七')).toBe(2017);
  });

  it('agree with nzh on every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (n) => {
        expect(toChineseNumeral(n)).toBe(Nzh.cn.encodeS(n).replace(/^一十/, '十'));
      }),
    );
  });

  it('are read back to the number they were written from', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), fc.boolean(), (n, liang) => {
        expect(parseChineseNumeral(toChineseNumeral(n, { liang }))).toBe(n);
      }),
    );
  });

  it('are read as they are spoken, and not guessed at', () => {
    expect(parseChineseNumeral('两百')).toBe(200);
    expect(parseChineseNumeral('三万五')).toBe(35_000);
    expect(parseChineseNumeral('一百二')).toBe(120);
    expect(parseChineseNumeral('一百零二')).toBe(102);
    expect(parseChineseNumeral('一户')).toBeUndefined();
    expect(parseChineseNumeral('')).toBeUndefined();
    expect(parseChineseNumeral('四五十')).toBeUndefined();
  });

  it('refuse fractions', () => {
    expect(() => toChineseNumeral(0.5)).toThrow(RangeError);
    expect(() => toChineseDigits(-1)).toThrow(RangeError);
  });
});

describe('capital amounts', () => {
  it('are those of the bank slip', () => {
    expect(capitalAmount(fen(98_187_500))).toBe('玖拾捌万壹仟捌佰柒拾伍元整');
    expect(capitalAmount(fen(272_743))).toBe('贰仟柒佰贰拾柒元肆角叁分');
    expect(capitalAmount(fen(1005))).toBe('壹拾元零伍分');
    expect(capitalAmount(fen(0))).toBe('零元整');
    expect(capitalAmount(fen(-50_500))).toBe('负伍佰零伍元整');
  });

  it('agree with nzh on every amount', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999_999 }), (cents) => {
        // nzh leaves 整 out when it is handed zero cents after a point.
        const yuan = yuanText(fen(cents)).replace('.00', '');
        expect(capitalAmount(fen(cents))).toBe(Nzh.cn.toMoney(yuan, { outSymbol: false }));
      }),
    );
  });
});
