import { createCipheriv, createHmac, createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextsSealer, type PackedTexts } from './gcm-many.ts';
import { createFingerprinter } from './seal-many.ts';

function packed(texts: readonly Buffer[]): PackedTexts {
  let end = 0;
  return { bytes: Buffer.concat(texts), ends: Uint32Array.from(texts, ({ length }) => (end += length)) };
}

/** Nonce, tag and sealed text as OpenSSL makes them. */
function sealedByOpenSsl(key: Buffer, nonce: Buffer, text: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

function sealedHere(key: Buffer, nonces: Buffer, texts: readonly Buffer[]): Buffer[] {
  const { bytes, ends } = createTextsSealer(createSecretKey(key), () => nonces)(packed(texts), 3);
  return Array.from(ends, (end, index) => bytes.subarray((ends[index - 1] ?? 0) + 3, end));
}

test('the case of AES-256-GCM that NIST published', () => {
  const key = Buffer.from('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308', 'hex');
  const text =
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255';
  const sealed =
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad';
  const [made] = sealedHere(key, Buffer.from('cafebabefacedbaddecaf888', 'hex'), [Buffer.from(text, 'hex')]);
  expect(made?.toString('hex')).toBe(`cafebabefacedbaddecaf888b094dac5d93471bdec1a502270e3cc6c${sealed}`);
});

test('any texts under any key are the bytes OpenSSL makes', () => {
  const any = (bytes: number) => fc.uint8Array({ minLength: bytes, maxLength: bytes });
  const texts = fc.array(fc.uint8Array({ maxLength: 70 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(any(32), texts, (key, bytes) => {
      const plain = bytes.map((one) => Buffer.from(one));
      const nonces = randomBytes(12 * plain.length);
      const expected = plain.map((text, index) =>
        sealedByOpenSsl(Buffer.from(key), nonces.subarray(index * 12, index * 12 + 12), text),
      );
      expect(sealedHere(Buffer.from(key), nonces, plain)).toEqual(expected);
    }),
  );
});

test('no two texts are sealed under one nonce', () => {
  const seal = createTextsSealer(createSecretKey(randomBytes(32)));
  const nonces = [1, 2].flatMap(() => {
    const { bytes, ends } = seal(packed(Array.from({ length: 600 }, () => Buffer.from('13900000000'))), 0);
    return Array.from(ends, (_, index) => ends[index - 1] ?? 0).map((at) =>
      bytes.toString('hex', at, at + 12),
    );
  });
  expect(new Set(nonces).size).toBe(1_200);
});

test('fingerprints are HMAC-SHA-256, whatever the length of text before', () => {
  const hashKey = randomBytes(32);
  const fingerprint = createFingerprinter(hashKey);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 700 }), (bytes) => {
      const [key, text] = [hashKey, Buffer.from(bytes)];
      expect(fingerprint(Buffer.concat([Buffer.from('x'), text, text]), 1, 1 + text.length)).toBe(
        createHmac('sha256', key).update(text).digest('hex'),
      );
    }),
  );
});
