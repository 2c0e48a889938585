import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { amounts, lawFiles } from '../scripts/law-files.ts';
import { STANDARDS_PAGE, standardsPage } from '../scripts/manual-standards.ts';
import { ROOT } from './tree.ts';

const committed = readFileSync(join(ROOT, STANDARDS_PAGE), 'utf8');

test('the manual lists the spans of the rates as law/ has them', () => {
  expect(committed).toBe(standardsPage());
});

test('every table has its section and every source its line', () => {
  const counted = [...committed.matchAll(/^\| \S+ +\| \d{4}-\d{2} \|/gm)].length;
  const spans = new Set(amounts.map(({ code, value }) => `${code} ${value.region} ${value.from}`));
  expect(counted).toBe(spans.size);
  expect(lawFiles.sources.filter(({ id }) => !committed.includes(`| ${id} `))).toEqual([]);
});

test('a table taken away without the manual: the gate fires', () => {
  expect(standardsPage(amounts.slice(1))).not.toBe(committed);
});
