import { createCipheriv, type KeyObject, randomBytes } from 'node:crypto';

/**
 * AES-256-GCM (NIST SP 800-38D) for very many short texts. Setting up a cipher costs twenty times the work on an
 * account number, and Node sets one up for each text. Here OpenSSL enciphers the counter blocks of a whole batch in one
 * call; counting and the authentication tag, which need no block cipher, are done in this file. The bytes are those of
 * `createCipheriv('aes-256-gcm')`, and are opened by it.
 */

const BLOCK = 16;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** Many texts one after another, and where each ends. */
export interface PackedTexts {
  readonly bytes: Buffer;
  readonly ends: Uint32Array;
}

/**
 * Seals every text under a fresh random nonce. What comes out are `lead` bytes of room, nonce, tag and sealed text of
 * each, packed in their order.
 */
export type SealTexts = (texts: PackedTexts, lead: number) => PackedTexts;

export function createTextsSealer(
  key: KeyObject,
  freshNonces: (bytes: number) => Buffer = randomBytes,
): SealTexts {
  const encipher = (blocks: Buffer) => {
    const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
    return cipher.update(blocks);
  };
  const authenticate = createAuthenticator(encipher(Buffer.alloc(BLOCK)));
  return ({ bytes: texts, ends }, lead) => {
    const nonces = freshNonces(NONCE_BYTES * ends.length);
    const stream = encipher(countersOf(ends, nonces));
    const head = lead + NONCE_BYTES + TAG_BYTES;
    const bytes = Buffer.alloc(texts.length + head * ends.length);
    const sealedEnds = ends.map((end, index) => end + head * (index + 1));
    let [from, to, block] = [0, 0, 0];
    for (let index = 0; index < ends.length; index++) {
      const end = ends[index] ?? 0;
      copy(nonces, index * NONCE_BYTES, bytes, to + lead, NONCE_BYTES);
      const tagAt = to + lead + NONCE_BYTES;
      const textAt = tagAt + TAG_BYTES;
      const length = end - from;
      for (let i = 0; i < length; i++)
        bytes[textAt + i] = (texts[from + i] ?? 0) ^ (stream[block + BLOCK + i] ?? 0);
      authenticate(bytes, textAt, textAt + length, tagAt);
      for (let i = 0; i < TAG_BYTES; i++)
        bytes[tagAt + i] = (bytes[tagAt + i] ?? 0) ^ (stream[block + i] ?? 0);
      block += BLOCK * blocksOf(length);
      from = end;
      to = textAt + length;
    }
    return { bytes, ends: sealedEnds };
  };
}

/** For a few bytes this is faster than Buffer's own. */
function copy(source: Buffer, from: number, target: Buffer, to: number, length: number): void {
  for (let i = 0; i < length; i++) target[to + i] = source[from + i] ?? 0;
}

/** One block for the tag, then the text's own. */
const blocksOf = (length: number) => 1 + Math.ceil(length / BLOCK);

/** Nonce and counter of every block, counting from 1 for each text. */
function countersOf(ends: Uint32Array, nonces: Buffer): Buffer {
  const lengths = ends.map((end, index) => end - (ends[index - 1] ?? 0));
  const counters = Buffer.alloc(BLOCK * lengths.reduce((sum, length) => sum + blocksOf(length), 0));
  let at = 0;
  for (const [index, length] of lengths.entries())
    for (let counter = 1; counter <= blocksOf(length); counter++) {
      copy(nonces, index * NONCE_BYTES, counters, at, NONCE_BYTES);
      counters.writeUInt32BE(counter, at + NONCE_BYTES);
      at += BLOCK;
    }
  return counters;
}

/** What a bit shifted out at the low end puts back at the high end, as the field's polynomial has it. */
const REDUCTION = 0xe1000000;

/** An element of GF(2^128) in four words, the coefficient of x^0 first. */
type Words = [number, number, number, number];

function timesX([a, b, c, d]: Words): Words {
  const carried = d & 1 ? REDUCTION : 0;
  return [(a >>> 1) ^ carried, (b >>> 1) | (a << 31), (c >>> 1) | (b << 31), (d >>> 1) | (c << 31)];
}

/** Multiples of `unit` by every byte, four words each. */
function multiplesOf(unit: Words): Int32Array {
  const table = new Int32Array(256 * 4);
  let power = unit;
  for (let bit = 0x80; bit > 0; bit >>= 1, power = timesX(power))
    for (let byte = 0; byte < 256; byte++)
      if (byte & bit) for (let word = 0; word < 4; word++) xorInto(table, byte * 4 + word, power[word] ?? 0);
  return table;
}

function xorInto(table: Int32Array, at: number, value: number): void {
  table[at] = (table[at] ?? 0) ^ value;
}

/** What remains in the first word when a low byte is shifted out. */
function remainders(): Int32Array {
  return Int32Array.from({ length: 256 }, (_, byte) => {
    let words: Words = [0, 0, 0, byte];
    for (let bit = 0; bit < 8; bit++) words = timesX(words);
    return words[0];
  });
}

type Authenticate = (bytes: Buffer, from: number, to: number, tagAt: number) => void;

/** GHASH of the sealed text between `from` and `to`, written at `tagAt`; by tables of bytes, as Shoup has it. */
function createAuthenticator(hashKey: Buffer): Authenticate {
  const unit = [0, 4, 8, 12].map((at) => hashKey.readInt32BE(at)) as Words;
  const [multiples, shifted] = [multiplesOf(unit), remainders()];
  const block = new Uint8Array(BLOCK);
  const sum = new Int32Array(4);

  /** Adds the block to the sum and multiplies it by the hash key. */
  function take(): void {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = BLOCK - 1; at >= 0; at--) {
      const byte = (block[at] ?? 0) ^ (((sum[at >> 2] ?? 0) >>> (24 - 8 * (at & 3))) & 0xff);
      const low = d & 0xff;
      const row = byte << 2;
      d = ((d >>> 8) | (c << 24)) ^ (multiples[row + 3] ?? 0);
      c = ((c >>> 8) | (b << 24)) ^ (multiples[row + 2] ?? 0);
      b = ((b >>> 8) | (a << 24)) ^ (multiples[row + 1] ?? 0);
      a = (a >>> 8) ^ (shifted[low] ?? 0) ^ (multiples[row] ?? 0);
    }
    sum[0] = a;
    sum[1] = b;
    sum[2] = c;
    sum[3] = d;
  }

  return (bytes, from, to, tagAt) => {
    sum.fill(0);
    for (let at = from; at < to; at += BLOCK) {
      for (let i = 0; i < BLOCK; i++) block[i] = at + i < to ? (bytes[at + i] ?? 0) : 0;
      take();
    }
    block.fill(0);
    // The length in bits; texts here are far below 2^28 bytes.
    const bits = (to - from) * 8;
    for (let i = 0; i < 4; i++) block[BLOCK - 1 - i] = bits >>> (8 * i);
    take();
    for (let i = 0; i < TAG_BYTES; i++) bytes[tagAt + i] = (sum[i >> 2] ?? 0) >>> (24 - 8 * (i & 3));
  };
}
