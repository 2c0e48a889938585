import type { FigureNumber } from './types.ts';

/** A figure's number in hundredths, exactly; a rate as hundredths of a percent, half up. Undefined for null and for a rate over nothing. */
export function hundredthsOf(value: FigureNumber): bigint | undefined {
  if (value === null) return undefined;
  if (typeof value === 'number') return BigInt(Math.round(value)) * 100n;
  if (typeof value === 'string') return hundredthsOfDecimal(value);
  return divHalfUp(BigInt(value.num) * 10_000n, BigInt(value.den));
}

export const isZero = (value: FigureNumber): boolean => hundredthsOf(value) === 0n;

/** The number as plain digits without trailing zeros: 981875.00 → 981875, 2727.43 → 2727.43, 41/48 → 85.4%. */
export function exactDigits(value: FigureNumber): string | undefined {
  const hundredths = hundredthsOf(value);
  if (hundredths === undefined) return undefined;
  if (typeof value === 'object') return `${decimalText(divHalfUp(hundredths, 10n) ?? 0n, 1)}%`;
  return decimalText(hundredths, 2);
}

/** The number as the annex prints it, nothing left out: 981875.00, 41/48 with 85.4% under it. */
export function fullDigits(value: FigureNumber): string {
  if (value !== null && typeof value === 'object')
    return `${value.num}/${value.den}\n${exactDigits(value) ?? '—'}`;
  return value === null ? '—' : String(value);
}

/** Yuan in hundredths as 万元 with at most two decimals, half up. */
export function wanDigits(hundredths: bigint): string {
  return decimalText(divHalfUp(hundredths, 10_000n) ?? 0n, 2);
}

function hundredthsOfDecimal(text: string): bigint | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const size = BigInt(match[2] ?? '0') * 100n + BigInt((match[3] ?? '').padEnd(2, '0'));
  return match[1] === '-' ? -size : size;
}

function divHalfUp(dividend: bigint, divisor: bigint): bigint | undefined {
  if (divisor <= 0n) return undefined;
  const size = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

function decimalText(scaled: bigint, decimals: number): string {
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const whole = digits.slice(0, -decimals);
  const rest = digits.slice(-decimals).replace(/0+$/, '');
  return `${scaled < 0n ? '-' : ''}${whole}${rest ? `.${rest}` : ''}`;
}
