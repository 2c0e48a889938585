import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { Keys } from '../../kernel/context.ts';
import { assert } from '../../kernel/refusal.ts';

/** Two independent keys of 32 bytes: one seals personal data, one makes fingerprints for exact search. */
export interface KeyPair {
  readonly dataKey: Buffer;
  readonly hashKey: Buffer;
}

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function newKeyPair(): KeyPair {
  return { dataKey: randomBytes(32), hashKey: randomBytes(32) };
}

/**
 * Sealing (AES-256-GCM; format byte, nonce, tag, text) and fingerprints (HMAC-SHA-256). The same text seals to
 * different bytes each time and always has the same fingerprint. Opening fails on any changed byte.
 */
export function makeKeys({ dataKey, hashKey }: KeyPair): Keys {
  assert(dataKey.length === 32 && hashKey.length === 32, 'keys have 32 bytes');
  // Preparing a key costs several times the work itself; it is done once.
  const [sealing, marking] = [createSecretKey(dataKey), createSecretKey(hashKey)];
  const nextNonce = nonceSource();
  const fingerprint = (normalised: string) =>
    createHmac('sha256', marking).update(normalised, 'utf8').digest();
  return {
    seal: (plain) => seal(sealing, nextNonce(), plain),
    open: (sealed) => open(sealing, sealed),
    fingerprint,
    sealMany: (plains) =>
      plains.map((plain) => ({
        sealed: seal(sealing, nextNonce(), plain).toString('hex'),
        hash: createHmac('sha256', marking).update(plain, 'utf8').digest('hex'),
      })),
  };
}

/** A short public mark of a key pair: tells that these are the right keys, not what they are. */
export function keyMark({ dataKey, hashKey }: KeyPair): string {
  return createHmac('sha256', Buffer.concat([dataKey, hashKey]))
    .update('shuangyong key mark')
    .digest('hex')
    .slice(0, 16);
}

const NONCES_AT_ONCE = 256;

/** Random nonces, each used once; asking the system for one at a time is the slower part of sealing. */
function nonceSource(): () => Buffer {
  let pool = Buffer.alloc(0);
  return () => {
    if (pool.length === 0) pool = randomBytes(NONCE_BYTES * NONCES_AT_ONCE);
    const nonce = pool.subarray(0, NONCE_BYTES);
    pool = pool.subarray(NONCE_BYTES);
    return nonce;
  };
}

function seal(key: KeyObject, nonce: Buffer, plain: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  // A cipher takes bytes faster than text.
  const text = cipher.update(Buffer.from(plain, 'utf8'));
  cipher.final();
  const sealed = Buffer.allocUnsafe(1 + NONCE_BYTES + TAG_BYTES + text.length);
  sealed[0] = FORMAT;
  sealed.set(nonce, 1);
  sealed.set(cipher.getAuthTag(), 1 + NONCE_BYTES);
  sealed.set(text, 1 + NONCE_BYTES + TAG_BYTES);
  return sealed;
}

function open(key: KeyObject, sealed: Buffer): string {
  assert(sealed[0] === FORMAT && sealed.length > NONCE_BYTES + TAG_BYTES, 'sealed value has a known format');
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES));
  const text = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
}
