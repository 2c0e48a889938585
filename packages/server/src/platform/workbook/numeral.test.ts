import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainNumber } from './numeral.ts';
import { dayOfSerial, isDateFormatCode } from './serial.ts';

test.each([
  ['0', '0'],
  ['0.0', '0'],
  ['1.10', '1.1'],
  ['0.1', '0.1'],
  ['.5', '0.5'],
  ['-1.5E3', '-1500'],
  ['4.2E17', '420000000000000000'],
  ['1.5E-7', '0.00000015'],
  ['0.30000000000000004', '0.3'],
  ['999.9999999999999', '1000'],
  ['201.71000000000001', '201.71'],
  ['12345678901234567890', '12345678901234567890'],
  ['NaN', 'NaN'],
])('the stored number %s reads %s', (raw, plain) => {
  expect(plainNumber(raw)).toBe(plain);
});

test('money of whole fen always reads as written, whatever the binary fraction', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => {
      const stored = (fen / 100).toPrecision(17);
      expect(Number(plainNumber(stored)) * 100).toBeCloseTo(fen, 0);
      expect(plainNumber(stored)).toBe(plainNumber(String(fen / 100)));
    }),
  );
});

test.each([
  ['yyyy-mm-dd', true],
  ['yyyy"年"m"月"', true],
  ['[$-804]m/d', true],
  ['m"月"', true],
  ['e年m月d日', true],
  ['h:mm', false],
  ['上午/下午h"时"mm"分"', false],
  ['[h]:mm:ss', false],
  ['General', false],
  ['0.00E+00', false],
  ['#,##0.00"元/day"', false],
  ['0.00_);[Red](0.00)', false],
  ['@', false],
])('the format %s shows a day: %s', (code, isDate) => {
  expect(isDateFormatCode(code)).toBe(isDate);
});

test('the last day is the end of 9999 and nothing lies past it', () => {
  expect(dayOfSerial(2_958_465, false)).toBe('9999-12-31');
  expect(dayOfSerial(2_958_466, false)).toBeUndefined();
  expect(dayOfSerial(-1, false)).toBeUndefined();
  expect(dayOfSerial(Number.NaN, false)).toBeUndefined();
});
