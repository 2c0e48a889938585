/** Chinese numerals as office papers write them, and the capital amounts of sign sheets. Whole numbers only. */

import { type Fen, fen } from './fen.ts';

const DIGITS = '零一二三四五六七八九';
const SECTION_UNITS = ['', '十', '百', '千'] as const;

/**
 * Writes a whole number in Chinese numerals: 4 → 四, 12 → 十二, 105 → 一百零五.
 * With `liang` a leading two before a measure word is 两 (2 → 两, 200 → 两百, 20000 → 两万).
 * Refuses (RangeError) what is not a safe integer.
 */
export function toChineseNumeral(n: number, options: { liang?: boolean } = {}): string {
  if (!Number.isSafeInteger(n)) throw new RangeError('toChineseNumeral wants a safe integer');
  if (n < 0) return `负${toChineseNumeral(-n, options)}`;
  const plain = wholeNumeral(n).replace(/^一十/, '十');
  return options.liang ? plain.replace(/^二(?=$|[百千万亿])/, '两') : plain;
}

function wholeNumeral(n: number): string {
  if (n < 10_000) return sectionNumeral(n);
  const [size, unit] = n < 100_000_000 ? [10_000, '万'] : [100_000_000, '亿'];
  const rest = n % size;
  const head = wholeNumeral(Math.floor(n / size)) + unit;
  if (rest === 0) return head;
  return head + (rest < size / 10 ? '零' : '') + wholeNumeral(rest);
}

function sectionNumeral(n: number): string {
  if (n < 10) return DIGITS.charAt(n);
  const power = Math.floor(Math.log10(n));
  const size = 10 ** power;
  const rest = n % size;
  const head = DIGITS.charAt(Math.floor(n / size)) + (SECTION_UNITS[power] ?? '');
  if (rest === 0) return head;
  return head + (rest < size / 10 ? '零' : '') + sectionNumeral(rest);
}

/** Writes digits one by one, as years are written: 2017 → 二〇一七. Refuses a negative or broken number. */
export function toChineseDigits(n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('toChineseDigits wants a natural number');
  return [...String(n)].map((d) => (d === '0' ? '〇' : DIGITS.charAt(Number(d)))).join('');
}

const DIGIT_VALUES = new Map<string, number>([
  ...[...DIGITS].map((c, i): [string, number] => [c, i]),
  ['〇', 0],
  ['两', 2],
]);
const UNIT_VALUES = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);
const BIG_UNIT_VALUES = new Map<string, number>([
  ['万', 10_000],
  ['亿', 100_000_000],
]);

/**
 * Reads 四, 两百, 一百零五, 九十, also digit rows (二〇一七) and the spoken 三万五.
 * Undefined for anything that is not a numeral through and through.
 */
export function parseChineseNumeral(text: string): number | undefined {
  const chars = [...text.trim()];
  if (chars.length === 0) return undefined;
  if (chars.length > 1 && chars.every((c) => DIGIT_VALUES.has(c))) return digitRow(chars);
  return placeValue(chars);
}

function digitRow(chars: readonly string[]): number | undefined {
  const value = Number(chars.map((c) => DIGIT_VALUES.get(c)).join(''));
  return Number.isSafeInteger(value) ? value : undefined;
}

function placeValue(chars: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastUnit = 1;
  for (const c of chars) {
    const asDigit = DIGIT_VALUES.get(c);
    const unit = UNIT_VALUES.get(c);
    const bigUnit = BIG_UNIT_VALUES.get(c);
    if (asDigit !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = asDigit;
      if (asDigit === 0) lastUnit = 1;
    } else if (unit !== undefined) {
      section += (digit || 1) * unit;
      digit = undefined;
      lastUnit = unit;
    } else if (bigUnit !== undefined) {
      const below = section + (digit ?? 0);
      if (below === 0 && total === 0) return undefined;
      if (bigUnit > 10_000) total = (total + below) * bigUnit;
      else total += below * bigUnit;
      section = 0;
      digit = undefined;
      lastUnit = bigUnit;
    } else return undefined;
  }
  // 三万五 is 35 000: a last digit right after a unit above ten stands one place below that unit.
  const tail = (digit ?? 0) * (lastUnit >= 100 ? lastUnit / 10 : 1);
  return total + section + tail;
}

const CAPITAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const CAPITAL_UNITS = new Map([
  ['十', '拾'],
  ['百', '佰'],
  ['千', '仟'],
]);

/** The amount in capital characters, as approval slips and sign sheets want it: 981 875.00 → 玖拾捌万壹仟捌佰柒拾伍元整. */
export function capitalAmount(amount: Fen): string {
  if (amount < 0) return `负${capitalAmount(fen(-amount))}`;
  const yuan = Math.floor(amount / 100);
  const jiao = Math.floor(amount / 10) % 10;
  const cents = amount % 10;
  const head = yuan > 0 ? `${capitals(wholeNumeral(yuan))}元` : '';
  if (jiao === 0 && cents === 0) return `${head || '零元'}整`;
  const jiaoPart = jiao > 0 ? `${CAPITAL_DIGITS.charAt(jiao)}角` : head && '零';
  return head + jiaoPart + (cents > 0 ? `${CAPITAL_DIGITS.charAt(cents)}分` : '');
}

function capitals(numeral: string): string {
  return [...numeral]
    .map((c) => {
      const digit = DIGITS.indexOf(c);
      return digit >= 0 ? CAPITAL_DIGITS.charAt(digit) : (CAPITAL_UNITS.get(c) ?? c);
    })
    .join('');
}
