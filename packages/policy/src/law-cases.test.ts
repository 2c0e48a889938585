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

test('the reference township is 360 people and 981,875.00 yuan in 2017', () => {
  const township = shipped.find(({ file }) => file === 'reference-township.yaml')?.cases ?? [];
  const totals = township.map(
    ({ expect: all, times = 1 }) =>
      times * all.reduce((sum, one) => sum + ('total' in one ? one.total : 0), 0),
  );
  expect(township.reduce((sum, { times = 1 }) => sum + times, 0)).toBe(360);
  expect(totals.reduce((sum, total) => sum + total, 0)).toBe(98_187_500);
});

describe.each(shipped)('$file', ({ cases }) => {
  test.each(cases)('$case', (one) => {
    expect(runCase(one, files)).toEqual([]);
  });
});
