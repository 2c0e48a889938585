import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** AES-256-GCM under a nonce the caller never uses twice with this key: text, then tag. */
export function encrypt(key: Buffer, nonce: Buffer, plain: Uint8Array, bound: Buffer): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(bound);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when key, nonce, bound text or any byte is not the one it was encrypted with. */
export function decrypt(key: Buffer, nonce: Buffer, sealed: Buffer, bound: Buffer): Buffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Seals a few bytes under a random nonce, which stands before them. `purpose` must be the same on opening. */
export function sealBytes(key: Buffer, plain: Uint8Array, purpose: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  return Buffer.concat([nonce, encrypt(key, nonce, plain, Buffer.from(purpose))]);
}

export function openBytes(key: Buffer, sealed: Buffer, purpose: string): Buffer | undefined {
  const text = sealed.subarray(NONCE_BYTES);
  return decrypt(key, sealed.subarray(0, NONCE_BYTES), text, Buffer.from(purpose));
}
