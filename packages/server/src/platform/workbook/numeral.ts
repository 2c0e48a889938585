const SIGNIFICANT_DIGITS = 15;

/**
 * A stored number as plain decimal text: no exponent, and no more than the 15 digits a spreadsheet shows, so that
 * 12.300000000000001 is 12.3. Whole numbers keep every digit the file has.
 */
export function plainNumber(raw: string): string {
  if (/^-?\d+$/.test(raw) || (raw.length <= SIGNIFICANT_DIGITS && /^-?\d+\.\d*[1-9]$/.test(raw))) return raw;
  const match = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?$/.exec(raw);
  if (!match) return raw;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (!/[1-9]/.test(digits)) return '0';
  const shown = point >= digits.length ? { digits, point } : rounded(digits, point);
  return (sign === '-' ? '-' : '') + withPoint(shown.digits, shown.point);
}

interface Decimal {
  readonly digits: string;
  /** Where the point stands in `digits`; may lie outside. */
  readonly point: number;
}

function rounded(digits: string, point: number): Decimal {
  const zeros = digits.search(/[1-9]/);
  const significant = digits.slice(zeros);
  if (significant.length <= SIGNIFICANT_DIGITS) return { digits, point };
  const kept = BigInt(significant.slice(0, SIGNIFICANT_DIGITS));
  const up = (significant[SIGNIFICANT_DIGITS] ?? '0') >= '5' ? 1n : 0n;
  const text = String(kept + up);
  return { digits: text, point: point - zeros + (text.length - SIGNIFICANT_DIGITS) };
}

function withPoint(digits: string, point: number): string {
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits;
  const at = Math.max(0, point);
  const whole =
    padded
      .slice(0, at)
      .padEnd(at, '0')
      .replace(/^0+(?=\d)/, '') || '0';
  const fraction = padded.slice(at).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
