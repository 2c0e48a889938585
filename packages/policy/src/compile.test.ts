import { day, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { compileLaw } from './compile.ts';
import { type MadeValue, madeFiles, madeLaw, madeSetting } from './testing/make-law.ts';
import type { LawFiles, LawRefusalCode, TableFile, ValueFile } from './types.ts';

const flat: MadeValue = { code: 'combat.base', cells: { '-': 50_000 } };
const good = madeFiles([flat]);

/** The good files with one value, table or package changed. */
const withValue = (change: Partial<ValueFile>): LawFiles =>
  withTable(({ values }) => ({
    values: values.map((value) => ({ ...value, ...change })),
  }));
function withTable(change: (table: TableFile) => Partial<TableFile>): LawFiles {
  return {
    ...good,
    packages: good.packages.map((pack) => ({
      ...pack,
      tables: pack.tables.map((table) => ({ ...table, ...change(table) })),
    })),
  };
}
const twoValues = (first: Partial<ValueFile>, second: Partial<ValueFile>): LawFiles =>
  withTable(({ values: [value] }) => ({
    values: value
      ? [
          { ...value, ...first },
          { ...value, ...second },
        ]
      : [],
  }));

function refusedFor(files: LawFiles): readonly LawRefusalCode[] {
  const made = compileLaw(files);
  return made.ok ? [] : made.refusals.map(({ code }) => code);
}

describe('files that do not make a law are refused', () => {
  const [pack] = good.packages;
  const [source] = good.sources;
  if (!pack || !source) throw new Error('no files');
  test.each<[string, LawRefusalCode, LawFiles]>([
    ['a package named twice', 'package_twice', { ...good, packages: [pack, { ...pack, tables: [] }] }],
    ['a source named twice', 'source_twice', { ...good, sources: [source, source] }],
    ['no such source', 'source_missing', withValue({ source: 'nowhere' })],
    [
      'a source issued after the day of knowledge',
      'source_after_known',
      { ...good, sources: [{ ...source, issued: day('2010-01-02') }] },
    ],
    ['no such code', 'code_unknown', withTable(() => ({ code: 'combat.bonus' }))],
    ['other axes', 'axes_disagree', withTable(() => ({ axes: ['grade'] }))],
    ['another unit', 'unit_disagrees', withTable(() => ({ unit: 'percent' }))],
    ['another unit of a value', 'unit_disagrees', withValue({ unit: 'percent' })],
    ['another way to combine', 'combine_disagrees', withTable(() => ({ combine: 'add' }))],
    ['a region of two digits', 'region_invalid', withValue({ region: '34' })],
    ['a month that is none', 'month_invalid', withValue({ from: '2010-13' })],
    ['an end before the beginning', 'month_invalid', withValue({ to: '2009-12' })],
    ['a day that is none', 'day_invalid', withValue({ knownOn: '2010-02-30' })],
    ['another status', 'status_invalid', withValue({ status: 'guessed' as 'derived' })],
    ['a derived value without its rule', 'derivation_missing', withValue({ status: 'derived' })],
    ['a cell outside the axes', 'cell_unknown', withValue({ cells: { '-': 1, '1': 2 } })],
    ['a cell left out', 'cell_missing', withValue({ cells: {} })],
    ['a cell given and absent', 'cell_twice', withValue({ absent: ['-'] })],
    ['part of a fen', 'amount_invalid', withValue({ cells: { '-': 50_000.5 } })],
    ['less than nothing', 'amount_invalid', withValue({ cells: { '-': -1 } })],
    ['values out of order', 'unsorted', twoValues({ from: '2012-01' }, { from: '2010-01', to: '2011-12' })],
    ['values that overlap', 'overlap', twoValues({ to: '2011-12' }, { from: '2011-12' })],
    ['one beginning with two ends', 'overlap', twoValues({ to: '2011-12' }, { to: '2010-12' })],
    ['no such setting', 'setting_unknown', { ...good, settings: [madeSetting('mood', 'good')] }],
    ['a setting that cannot be', 'setting_invalid', { ...good, settings: [madeSetting('rounding', 'up')] }],
  ])('%s', (_what, code, files) => {
    expect(refusedFor(files)).toContain(code);
  });

  test('good files are not, and every reason comes at once', () => {
    expect(refusedFor(good)).toEqual([]);
    expect(refusedFor(withValue({ source: 'nowhere', region: 'x', cells: {} }))).toEqual([
      'region_invalid',
      'source_missing',
      'cell_missing',
    ]);
  });

  test('a cell twice across two packages of one span is refused, cells that complete each other are not', () => {
    const era = (cells: Readonly<Record<string, number>>, absent: readonly string[] = []): MadeValue => ({
      code: 'demobilised.base',
      region: '340000',
      cells,
      absent,
    });
    const both = madeFiles([era({ resistance: 1 }), era({ resistance: 2 })]);
    expect(refusedFor(both)).toContain('cell_twice');
    const [first, second] = madeFiles([era({ resistance: 1 }), era({ liberation: 2 })]).packages;
    if (!first || !second) throw new Error('no packages');
    const bare = (one: typeof first, missing: readonly string[]) => ({
      ...one,
      tables: one.tables.map((table) => ({
        ...table,
        values: table.values.map((value) => ({ ...value, missing })),
      })),
    });
    expect(refusedFor({ ...good, packages: [bare(first, ['afterFounding']), bare(second, [])] })).toEqual([]);
  });
});

describe('the law compiled', () => {
  const at = monthOf(2017, 5);
  const cellOf = (law: ReturnType<typeof madeLaw>, region: number, month = at) =>
    law.at(region, month).cell('combat.base', '-');
  const amountOf = (...args: Parameters<typeof cellOf>) => {
    const answer = cellOf(...args);
    return answer.kind === 'cell' ? answer.cell.amount : answer.kind;
  };

  test('the narrowest region in force wins, others are not touched', () => {
    const law = madeLaw([flat, { ...flat, region: '341500', cells: { '-': 60_000 } }]);
    expect(amountOf(law, 341524)).toBe(60_000);
    expect(amountOf(law, 341602)).toBe(50_000);
  });

  test('outside its months a value says nothing', () => {
    const law = madeLaw([{ ...flat, from: '2016-10', to: '2017-09' }]);
    expect(amountOf(law, 341524, monthOf(2016, 9))).toBe('missing');
    expect(amountOf(law, 341524, monthOf(2017, 9))).toBe(50_000);
    expect(amountOf(law, 341524, monthOf(2017, 10))).toBe('missing');
  });

  test('an open value ends where the next begins', () => {
    const law = madeLaw([flat, { ...flat, from: '2017-10', cells: { '-': 55_000 } }]);
    expect(amountOf(law, 341524, monthOf(2017, 9))).toBe(50_000);
    expect(amountOf(law, 341524, monthOf(2017, 10))).toBe(55_000);
  });

  test('as known on a day, later knowledge is not there', () => {
    const later = { ...flat, from: '2017-05', cells: { '-': 55_000 }, knownOn: '2017-06-13' };
    expect(amountOf(madeLaw([flat, later], [], '2017-06-12'), 341524)).toBe(50_000);
    expect(amountOf(madeLaw([flat, later], [], '2017-06-13'), 341524)).toBe(55_000);
  });

  test('an erratum takes the place of a package from the day it is known', () => {
    const files = madeFiles([flat, { ...flat, cells: { '-': 50_500 }, knownOn: '2012-03-01' }]);
    const [first, second] = files.packages;
    if (!first || !second) throw new Error('no packages');
    const corrected = { ...files, packages: [first, { ...second, supersedes: ['made-1'] }] };
    const now = compileLaw(corrected);
    const then = compileLaw(corrected, { knownOn: day('2012-02-29') });
    expect(now.ok && amountOf(now.law, 341524)).toBe(50_500);
    expect(then.ok && amountOf(then.law, 341524)).toBe(50_000);
  });

  test('the hash is of the content, not of its order', () => {
    const two = madeFiles([flat, { ...flat, code: 'illness.base' }]);
    const turned = { ...two, packages: [...two.packages].reverse() };
    const [one, other] = [compileLaw(two), compileLaw(turned)];
    expect(one.ok && other.ok && one.law.hash === other.law.hash).toBe(true);
    expect(one.ok && one.law.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(one.ok && madeLaw([flat]).hash !== one.law.hash).toBe(true);
  });

  test('a setting of a province holds there, in its months', () => {
    const law = madeLaw(
      [flat],
      [madeSetting('partYear', 'ceil'), madeSetting('partYear', 'half', '340000', '2015-01')],
    );
    expect(law.at(341524, at).setting('partYear')).toBe('half');
    expect(law.at(341524, monthOf(2014, 12)).setting('partYear')).toBe('ceil');
    expect(law.at(370100, at).setting('partYear')).toBe('ceil');
  });
});
