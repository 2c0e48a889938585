import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyMark, makeKeys, newKeyPair } from './index.ts';

const pair = newKeyPair();
const keys = makeKeys(pair);

test('every text comes back as it was sealed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(keys.open(keys.seal(text))).toBe(text);
    }),
  );
});

test('the same number sealed twice looks different, so equal people cannot be seen in the table', () => {
  expect(keys.seal('340000000000000000').equals(keys.seal('340000000000000000'))).toBe(false);
});

test('the same number always has the same fingerprint, under one key only', () => {
  expect(keys.fingerprint('a')).toEqual(keys.fingerprint('a'));
  expect(keys.fingerprint('a')).not.toEqual(keys.fingerprint('b'));
  expect(keys.fingerprint('a')).not.toEqual(makeKeys(newKeyPair()).fingerprint('a'));
});

test('a sealed value with any byte changed does not open', () => {
  const sealed = keys.seal('6217000010001234567');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => keys.open(changed)).toThrow();
  }
});

test('another key does not open it', () => {
  expect(() => makeKeys(newKeyPair()).open(keys.seal('x'))).toThrow();
});

test('the mark tells key pairs apart and is not a key', () => {
  expect(keyMark(pair)).toBe(keyMark(pair));
  expect(keyMark(pair)).not.toBe(keyMark(newKeyPair()));
  expect(keyMark(pair)).toHaveLength(16);
});

test('many values sealed at once are the same as one by one, in order', () => {
  const numbers = Array.from({ length: 1_000 }, (_, index) => `62170000100${index}`);
  const plains = [...numbers, '', '练习;,路 1 号', '😀', '\u0000'];
  const values = keys.sealMany(plains);
  expect(values.map(({ sealed }) => keys.open(Buffer.from(sealed, 'hex')))).toEqual(plains);
  expect(values.map(({ hash }) => hash)).toEqual(
    plains.map((plain) => keys.fingerprint(plain).toString('hex')),
  );
  expect(keys.sealMany(['a'])).toHaveLength(1);
});
