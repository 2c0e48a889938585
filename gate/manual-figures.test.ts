import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { INDICATORS } from '../packages/server/src/apps/figures.ts';
import { FIGURES_PAGE, figuresPage } from '../scripts/manual-figures.ts';
import { ROOT } from './tree.ts';

const committed = readFileSync(join(ROOT, FIGURES_PAGE), 'utf8');

test('the manual lists every figure as it is defined', () => {
  expect(committed).toBe(figuresPage());
});

test('each figure has its own line in the manual', () => {
  const codes = committed.split('\n').map((line) => /^\| ([A-Z]\d{2}\S*)/.exec(line)?.[1]);
  const listed = codes.filter((code) => code !== undefined);
  expect([...listed].sort()).toEqual(INDICATORS.map(({ code }) => code).sort());
});

test('a definition changed without the manual: the gate fires', () => {
  const [first, ...rest] = INDICATORS;
  const changed = first ? [{ ...first, definition: `${first.definition}（改）` }, ...rest] : [];
  expect(committed).not.toBe(figuresPage(changed));
});
