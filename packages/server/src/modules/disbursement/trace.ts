import { createHash } from 'node:crypto';

/** Why an amount is what it is, as it is kept: many lines share one. */
export interface KeptTrace {
  /** Hexadecimal sha256 of the body. */
  readonly hash: string;
  readonly body: string;
}

const known = new WeakMap<object, KeptTrace>();

/** A trace as text with its hash. The engine gives the same object to all people alike, so each is written once. */
export function keptTrace(trace: object): KeptTrace {
  const found = known.get(trace);
  if (found !== undefined) return found;
  const body = JSON.stringify(trace);
  const kept = { hash: createHash('sha256').update(body).digest('hex'), body };
  known.set(trace, kept);
  return kept;
}
