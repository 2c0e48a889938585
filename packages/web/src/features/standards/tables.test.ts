import { compileLaw, type LawFiles, type PackageFile, type ValueFile } from '@shuangyong/policy';
import { monthOf } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { clashesOf, narrowerWins, superseding } from './overlap.ts';
import { cellFaults, freeName, lastTable, packageOf, type TableDraft, usualTo } from './tables.ts';

const value = (more: Partial<ValueFile>): ValueFile =>
  ({
    ...{ region: '000000', from: '2023-08', to: '2024-07', knownOn: '2023-08-01', source: 'old' },
    ...{ status: 'derived', derivation: '推', cells: { martyr: 300, dutyDeath: 200, illnessDeath: 100 } },
    ...more,
  }) as ValueFile;
const survivors = { code: 'survivor.base', unit: 'fen_per_year', axes: ['group'], combine: 'base' };
const children = { code: 'martyrChild.base', unit: 'fen_per_month', axes: [], combine: 'replace' };
const shipped: PackageFile = {
  ...{ package: 'shipped', title: '旧表' },
  tables: [
    { ...survivors, values: [value({})] },
    { ...children, values: [value({ cells: { '-': 50 } })] },
  ],
};
const files: LawFiles = {
  sources: [{ id: 'old', title: '旧文件' }],
  packages: [shipped],
  settings: [],
};
const draft: TableDraft = {
  ...{ code: 'survivor.base', unit: 'fen_per_year', from: '2024-01', to: '2024-12', region: '000000' },
  ...{ title: '新通知', number: '练〔2024〕1号', issuer: '', issued: '2024-02-01', knownOn: '2024-02-03' },
  article: '附件',
  cells: { martyr: '4', dutyDeath: '3', illnessDeath: '' },
};
const withPack = ({ sources = [], ...pack }: ReturnType<typeof packageOf>): LawFiles => ({
  ...files,
  sources: [...files.sources, ...sources],
  packages: [...files.packages, pack],
});
const amountAt = (pack: ReturnType<typeof packageOf>, month: number, key = 'martyr', knownOn?: never) => {
  const made = compileLaw(withPack(pack), knownOn === undefined ? {} : { knownOn });
  if (!made.ok) return made.refusals.map(({ code }) => code).join();
  const code = key === '-' ? 'martyrChild.base' : 'survivor.base';
  const answer = made.law.at(341524, monthOf(2024, month)).cell(code, key);
  return answer.kind === 'cell' ? answer.cell.amount : answer.kind;
};

test('a typed table becomes a package; an empty cell is told as missing', () => {
  const pack = packageOf(draft, '甲-1');
  expect(pack).toMatchObject({
    title: '2024 年 1 月起定期抚恤金',
    sources: [{ id: '甲-1-文件', title: '新通知', number: '练〔2024〕1号', issued: '2024-02-01' }],
    tables: [{ values: [{ cells: { martyr: 400, dutyDeath: 300 }, missing: ['illnessDeath'] }] }],
  });
  expect(cellFaults({ ...draft, cells: { martyr: '四元' } })).toEqual([
    { key: 'martyr', why: '「四元」不是金额' },
  ]);
  expect(freeName('341524101', draft, new Set(['341524101-survivor.base-2024-01']))).toBe(
    '341524101-survivor.base-2024-01-2',
  );
});

test('a table holds up to the month before the next yearly raise, a local one for a year', () => {
  expect(usualTo('survivor.base', '2026-08')).toBe('2027-07');
  expect(usualTo('survivor.base', '2026-01')).toBe('2026-07');
  expect(usualTo('survivor.base', '2026-10')).toBe('2027-07');
  expect(usualTo('nursing.wage', '2026-01')).toBe('2026-12');
  expect(usualTo('nursing.ratio', '2026-01')).toBe('');
});

test('the last table is the newest one around the county, the narrowest first', () => {
  expect(lastTable(files, 'survivor.base', '341524', '2026-08')).toMatchObject({
    ...{ from: '2023-08', region: '000000', cells: { martyr: 300 }, status: 'derived' },
  });
  expect(lastTable(files, 'survivor.base', '341524', '2020-01')).toBeUndefined();
});

test('months told already clash; written for the county, the new table wins there and only there', () => {
  const clashes = clashesOf(files, 'survivor.base', '000000', draft);
  expect(clashes.map(({ pack }) => pack.package)).toEqual(['shipped']);
  expect(amountAt(packageOf(draft, 'n'), 3)).toContain('overlap');
  const narrow = packageOf(draft, 'n', '341524');
  expect([amountAt(narrow, 3), amountAt(narrow, 3, 'illnessDeath')]).toEqual([400, 'missing']);
  expect(narrow.tables[0]?.values[0]?.fund).toBe('central');
  expect([narrowerWins('survivor.base'), narrowerWins('demobilised.increment')]).toEqual([true, false]);
});

test('taking its place carries over everything else, and what was known before does not change', () => {
  const pack = packageOf(draft, 'n');
  const whole = superseding(files, pack, clashesOf(files, 'survivor.base', '000000', draft));
  expect(whole.supersedes).toEqual(['shipped']);
  expect([amountAt(whole, 3), amountAt(whole, 12), amountAt(whole, 3, '-')]).toEqual([400, 400, 50]);
  const before = compileLaw(withPack(whole));
  const in2023 = before.ok && before.law.at(341524, monthOf(2023, 12)).cell('survivor.base', 'martyr');
  expect(in2023).toMatchObject({ cell: { amount: 300, status: 'derived' } });
  expect(amountAt(whole, 3, 'martyr', '2024-01-31' as never)).toBe(300);
  expect(amountAt(whole, 3, '-', '2024-01-31' as never)).toBe(50);
});

test('a table without a last month ends where the next begins: no clash after its first month', () => {
  const { to: _, ...open } = value({});
  const openFiles: LawFiles = {
    ...files,
    packages: [{ ...shipped, tables: [{ ...survivors, values: [open] }] }],
  };
  expect(clashesOf(openFiles, 'survivor.base', '000000', draft)).toEqual([]);
  expect(clashesOf(openFiles, 'survivor.base', '000000', { from: '2023-08', to: '' })).toHaveLength(1);
  const made = compileLaw({
    ...openFiles,
    sources: [...files.sources, ...(packageOf(draft, 'n').sources ?? [])],
    packages: [...openFiles.packages, packageOf(draft, 'n')],
  });
  expect(made.ok).toBe(true);
});
