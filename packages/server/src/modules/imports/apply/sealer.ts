import type { Keys } from '../../../kernel/context.ts';

/** A sensitive value as the table keeps it, in hexadecimal. */
export interface SealedValue {
  readonly sealed: string;
  readonly hash: string;
}

/** A township's people come again every month; forgetting beyond this keeps memory flat. */
const REMEMBERED = 20_000;

/** Seals and fingerprints each distinct value once. */
export function createSealer(keys: Keys): (plain: string) => SealedValue {
  let known = new Map<string, SealedValue>();
  return (plain) => {
    const found = known.get(plain);
    if (found) return found;
    const value = {
      sealed: keys.seal(plain).toString('hex'),
      hash: keys.fingerprint(plain).toString('hex'),
    };
    if (known.size >= REMEMBERED) known = new Map();
    known.set(plain, value);
    return value;
  };
}
