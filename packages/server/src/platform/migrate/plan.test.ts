import { expect, test } from 'vitest';
import { type Migration, pendingMigrations, readMigrations } from './plan.ts';

const one: Migration = { number: 1, name: '0001_a.sql', sql: 'select 1', sha256: 'aa' };
const two: Migration = { number: 2, name: '0002_b.sql', sql: 'select 2', sha256: 'bb' };

test('a new database needs all migrations, an old one the rest', () => {
  expect(pendingMigrations([one, two], [])).toEqual([one, two]);
  expect(pendingMigrations([one, two], [one])).toEqual([two]);
  expect(pendingMigrations([one, two], [one, two])).toEqual([]);
});

test('a database of a newer version is refused', () => {
  expect(() => pendingMigrations([one], [one, two])).toThrow(/更新的版本/);
});

test('a migration changed after it was applied is refused', () => {
  expect(() => pendingMigrations([one, two], [{ ...one, sha256: 'cc' }])).toThrow(/不一致/);
});

test("the project's own migrations have names and numbers in order", () => {
  const numbers = readMigrations().map(({ number }) => number);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(numbers.length).toBeGreaterThan(0);
});
