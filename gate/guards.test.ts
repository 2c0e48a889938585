import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { GUARDS } from './guards/guards.ts';
import { ROOT } from './tree.ts';

const SERVER = 'packages/server/src';
const read = (path: string) => readFileSync(join(ROOT, SERVER, path), 'utf8');

/** What the tests and their groups of a file are called; a place for the cases of a table may say anything. */
function titlesIn(code: string): RegExp[] {
  const titles = [...code.matchAll(/(?:test|describe|\))\('([^']+)'/g)].map(([, title = '']) => title);
  const plain = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return plain.map((title) => new RegExp(`^${title.replaceAll('%s', '.+')}$`));
}

// Taking the guards out and running what must fail then takes minutes; that they can be taken out, and that the tests
// are still called so, is seen at once.
describe.each(GUARDS)(
  'the guard «$name»',
  ({ file, stands, becomes, statement, in: tests, tests: names }) => {
    test('stands once where it is taken out of, and something else comes in its place', () => {
      if (file === undefined || stands === undefined) return expect(statement).toBeTruthy();
      expect(read(file).split(stands)).toHaveLength(2);
      expect(becomes).not.toBe(stands);
    });

    test.each(names)('has the test that fails without it: %s', (name) => {
      const titles = titlesIn(read(`apps/${tests}`));
      for (const title of name.split(' > ')) expect(titles.filter((one) => one.test(title))).toHaveLength(1);
    });
  },
);
