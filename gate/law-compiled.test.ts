import { expect, test } from 'vitest';
import { compileLaw, REGIMES } from '../packages/policy/src/index.ts';
import { amounts, lawFiles } from '../scripts/law-files.ts';

const compiled = compileLaw(lawFiles);

test('the files of law/ make a law, with every amount in it', () => {
  expect(compiled.ok ? [] : compiled.refusals).toEqual([]);
  expect(compiled.ok && compiled.law.cells.length).toBe(amounts.length);
});

test('a table whose source is taken away is refused', () => {
  const without = compileLaw({
    ...lawFiles,
    sources: lawFiles.sources.filter(({ id }) => id !== 'mca-2017-154'),
  });
  const codes = without.ok ? [] : without.refusals.map(({ code }) => code);
  expect(new Set(codes)).toEqual(new Set(['source_missing']));
});

test('every regime cites a source that stands in law/sources', () => {
  const ids = lawFiles.sources.map(({ id }) => id);
  const regimes = Object.values(REGIMES).flat();
  expect(regimes.length).toBeGreaterThan(0);
  expect(regimes.filter(({ source }) => !ids.includes(source)).map(({ id }) => id)).toEqual([]);
});
