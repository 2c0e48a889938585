import { describe, expect, test } from 'vitest';
import { compileLaw } from './compile.ts';
import { REGIMES } from './regimes/index.ts';
import { runCase } from './testing/cases.ts';
import { shippedCases, shippedFiles } from './testing/files.ts';

const files = shippedFiles();
const shipped = shippedCases();
const all = shipped.flatMap(({ cases }) => cases);

test('the shipped law compiles', () => {
  const made = compileLaw(files);
  expect(made.ok ? [] : made.refusals).toEqual([]);
});

test('every regime names a source that is shipped', () => {
  const ids = files.sources.map(({ id }) => id);
  const regimes = Object.values(REGIMES).flat();
  expect(regimes.filter(({ source }) => !ids.includes(source)).map(({ id }) => id)).toEqual([]);
});

test('every case has its own name, an article and its arithmetic', () => {
  const names = all.map((one) => one.case);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(all.filter(({ article, arithmetic }) => !article || !arithmetic)).toEqual([]);
});

describe.each(shipped)('$file', ({ cases }) => {
  test.each(cases)('$case', (one) => {
    expect(runCase(one, files)).toEqual([]);
  });
});
