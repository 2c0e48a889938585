import { type Day, dayOf } from './day.ts';

/** A checked 18-digit citizen identity number with an upper-case check character. */
export type IdentityNumber = string & { readonly kind: 'identity' };

export type IdentityProblem = 'format' | 'birthDate' | 'checkDigit';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';

/** The check character that GB 11643-1999 (ISO 7064, MOD 11-2) gives for the first 17 digits. */
export function identityCheckDigit(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECKS[sum % 11] ?? '';
}

/** The form numbers are compared in: half-width, upper-case X, no spaces. Says nothing about validity. */
export function normaliseIdentity(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

function birthOf(number: string): Day | undefined {
  return dayOf(Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14)));
}

/**
 * Checks a number of 18 digits, or converts one of 15 (born 19xx) by inserting the century and the check digit.
 * Returns the number or the first thing wrong with it.
 */
export function parseIdentity(text: string): IdentityNumber | { readonly problem: IdentityProblem } {
  const bare = normaliseIdentity(text);
  const long = /^\d{15}$/.test(bare) ? `${bare.slice(0, 6)}19${bare.slice(6)}` : bare.slice(0, 17);
  const full = bare.length === 15 ? long + identityCheckDigit(long) : bare;
  if (!/^\d{17}[\dX]$/.test(full)) return { problem: 'format' };
  if (birthOf(full) === undefined) return { problem: 'birthDate' };
  if (identityCheckDigit(long) !== full[17]) return { problem: 'checkDigit' };
  return full as IdentityNumber;
}

/** Day of birth inside the number. */
export function identityBirthDay(number: IdentityNumber): Day {
  return birthOf(number) as Day;
}

/** Sex inside the number: the 17th digit is odd for men. */
export function identitySex(number: IdentityNumber): '男' | '女' {
  return Number(number[16]) % 2 === 1 ? '男' : '女';
}

/** `341524********601X`: the six digits of the place and the last four stay. */
export function maskIdentity(number: string): string {
  return number.length < 8 ? '*'.repeat(number.length) : `${number.slice(0, 6)}********${number.slice(-4)}`;
}

/** Account or phone: only the last four stay. */
export function maskTail(text: string): string {
  return text.length <= 4 ? '*'.repeat(text.length) : `${'*'.repeat(text.length - 4)}${text.slice(-4)}`;
}
