/** Money in whole fen. A branded safe integer, so yuan, floats and plain numbers cannot slip in. */
export type Fen = number & { readonly unit: 'fen' };

/** Brands a whole number of fen. Throws on fractions and unsafe integers: money is never rounded in silence. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError('fen must be a safe integer');
  return value as Fen;
}

export const zeroFen: Fen = fen(0);

export function addFen(...parts: readonly Fen[]): Fen {
  return fen(parts.reduce((sum, part) => sum + part, 0));
}

/** Times a whole number (months, people, service years). */
export function timesFen(amount: Fen, factor: number): Fen {
  return fen(amount * factor);
}

/** Divides and rounds half up (half away from zero for negative amounts), exactly, without floats. */
export function divRoundFen(amount: Fen, divisor: number): Fen {
  const sign = amount < 0 ? -1 : 1;
  const twice = BigInt(Math.abs(amount)) * 2n + BigInt(divisor);
  return fen(sign * Number(twice / (BigInt(divisor) * 2n)));
}

const YUAN = /^([+-]?)(\d{1,13})(?:\.(\d{1,2}))?$/;

/**
 * Reads yuan as written in a township's sheet: thousands separators, a leading ¥ or ￥ and a trailing 元
 * are allowed, at most two decimals. Undefined when it is not such an amount.
 */
export function parseYuan(text: string): Fen | undefined {
  const bare = text
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
    .replace(/^([+-]?)[¥￥]/, '$1');
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d{1,2})?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  const match = YUAN.exec(plain);
  if (!match) return undefined;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  if (!Number.isSafeInteger(cents)) return undefined;
  return fen(match[1] === '-' && cents !== 0 ? -cents : cents);
}

/** Yuan with exactly two decimals and no separators: `-505.00`. The form of machine output. */
export function yuanText(amount: Fen): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${whole}.${rest}`;
}

/** Yuan for people: thousands separators, two decimals, a true minus sign: `−1,764.00`. */
export function yuanDisplay(amount: Fen): string {
  const [whole = '0', rest = '00'] = yuanText(fen(Math.abs(amount))).split('.');
  return `${amount < 0 ? '−' : ''}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`;
}
