import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createNumbers, createParts } from './parts.ts';

const fingerprint = (n: number) => createHash('sha256').update(String(n)).digest('hex');

test('a number is new once, however many there are', () => {
  const numbers = createNumbers();
  const met = new Set<string>();
  for (let n = 0; n < 20_000; n++) {
    const one = fingerprint(n % 3 === 0 ? Math.floor(n / 2) : n);
    expect(numbers.add(one)).toBe(!met.has(one));
    met.add(one);
  }
  expect(numbers.add('0'.repeat(64))).toBe(true);
  expect(numbers.add('0'.repeat(64))).toBe(false);
});

test('a part says whether each of its numbers was new, and holds its rows in order', () => {
  const parts = createParts(createNumbers());
  const add = (n: number) => parts.add(fingerprint(n), (fields) => fields.field(`行${n}`));
  add(1);
  add(2);
  expect(parts.rows).toBe(2);
  const first = parts.take();
  expect(first.isNew).toBe(true);
  expect(Buffer.concat(first.pieces).toString('utf8')).toBe('行1\n行2\n');
  add(3);
  add(1);
  expect(parts.take()).toMatchObject({ rows: 2, isNew: false });
  add(4);
  expect(parts.take()).toMatchObject({ rows: 1, isNew: true });
  parts.add(null, (fields) => fields.field('无'));
  expect(parts.take().isNew).toBe(false);
});
