import {
  type Code,
  compileLaw,
  type Law,
  type LawFiles,
  OPEN,
  type PackageFile,
  regionsAround,
  type TableFile,
  type Unit,
  type ValueFile,
} from '@shuangyong/policy';
import { type Month, monthOf, monthText, parseIsoMonth } from '@shuangyong/values';
import { refuse } from '../../kernel/refusal.ts';
import { emptyTable } from './tables.ts';

/** A rate as it might be for the twelve months of a year: every amount by so much, or some amounts anew. */
export interface WhatIf {
  readonly code: Code;
  readonly year: number;
  /** Hundredths of a per cent: 550 = +5.5 %. */
  readonly basisPoints?: number | undefined;
  /** New amounts by key, in whole fen (or per cent) of `unit`. */
  readonly amounts?: Readonly<Record<string, number>> | undefined;
  readonly unit?: Unit | undefined;
}

interface Months {
  readonly from: Month;
  readonly to: Month;
}

interface Held extends Months {
  readonly value: ValueFile;
  readonly table: TableFile;
}

const EXTENDED = '试算';
const month = (text: string): Month => parseIsoMonth(text) ?? (0 as Month);
const regionText = (region: number) => String(region).padStart(6, '0');

/** Values of a code that speak of a place, with the months they hold. */
function heldAt(files: LawFiles, code: Code, regions: ReadonlySet<string>): readonly Held[] {
  const gone = new Set(files.packages.flatMap(({ supersedes = [] }) => supersedes));
  const own = files.packages
    .filter((pack) => !gone.has(pack.package))
    .flatMap(({ tables }) => tables.filter((table) => table.code === code))
    .flatMap((table) => table.values.map((value) => ({ table, value })))
    .filter(({ value }) => regions.has(value.region));
  return own.map(({ table, value }) => {
    const later = own.filter((one) => one.value.region === value.region && one.value.from > value.from);
    const next = later.map((one) => month(one.value.from)).sort((a, b) => a - b)[0];
    const open = next === undefined ? OPEN : ((next - 1) as Month);
    return { table, value, from: month(value.from), to: value.to === undefined ? open : month(value.to) };
  });
}

/** Stretches of the year that no value tells. */
function gapsOf(held: readonly Held[], year: Months): readonly Months[] {
  const gaps: Months[] = [];
  for (let at = year.from; at <= year.to; at = (at + 1) as Month) {
    if (held.some(({ from, to }) => from <= at && at <= to)) continue;
    const last = gaps.at(-1);
    if (last && last.to === at - 1) gaps[gaps.length - 1] = { from: last.from, to: at };
    else gaps.push({ from: at, to: at });
  }
  return gaps;
}

/** The newest value before a gap, of the narrowest region, as if it went on. */
function extended(held: readonly Held[], gap: Months): readonly ValueFile[] {
  const before = held.filter(({ to }) => to < gap.from);
  const end = Math.max(...before.map(({ to }) => to));
  const last = before
    .filter(({ to }) => to === end)
    .sort((a, b) => (a.value.region < b.value.region ? 1 : -1));
  return last
    .filter(({ value }) => value.region === last[0]?.value.region)
    .map(({ value, table }) => ({
      ...value,
      unit: value.unit ?? (table.unit as Unit),
      ...{ from: monthText(gap.from), to: monthText(gap.to) },
      ...{ status: 'derived', derivation: '试算：延用最近一次的标准' },
    }));
}

/** The base of the demobilised goes on by national increments; it is never simply continued. */
const CONTINUED_BY_LAW: ReadonlySet<Code> = new Set<Code>(['demobilised.base']);

function withTable(files: LawFiles, code: Code, values: readonly ValueFile[]): LawFiles {
  if (values.length === 0) return files;
  const { keys: _, ...table } = emptyTable(code);
  const pack: PackageFile = { package: EXTENDED, title: EXTENDED, tables: [{ ...table, values }] };
  return { ...files, packages: [...files.packages, pack] };
}

const PER_MONTH = /_per_month/;

function inUnit(amount: number, from: Unit | undefined, to: Unit): number {
  if (from === undefined || PER_MONTH.test(from) === PER_MONTH.test(to)) return amount;
  return PER_MONTH.test(from) ? amount * 12 : Math.round(amount / 12);
}

const WHOLE = 10_000;

function changed(cells: Readonly<Record<string, number>>, unit: Unit, ask: WhatIf): Record<string, number> {
  const { basisPoints = 0, amounts = {} } = ask;
  return Object.fromEntries(
    Object.entries(cells).map(([key, amount]) => {
      const told = amounts[key];
      if (told !== undefined) return [key, inUnit(told, ask.unit, unit)];
      return [key, Math.floor((amount * (WHOLE + basisPoints) + WHOLE / 2) / WHOLE)];
    }),
  );
}

/** A value cut at the ends of the year, its amounts within the year changed. */
function cut(one: Held, year: Months, ask: WhatIf): readonly ValueFile[] {
  const { value, table, from, to } = one;
  if (to < year.from || from > year.to || value.cells === undefined) return [value];
  const piece = (first: number, last: number): readonly ValueFile[] =>
    first > last
      ? []
      : [{ ...value, from: monthText(first as Month), to: monthText(Math.min(last, LAST) as Month) }];
  const cells = changed(value.cells, value.unit ?? (table.unit as Unit), ask);
  return [
    ...piece(from, year.from - 1),
    ...piece(Math.max(from, year.from), Math.min(to, year.to)).map((inside) => ({ ...inside, cells })),
    ...piece(year.to + 1, to),
  ];
}

const LAST = monthOf(2199, 12);

function changedFiles(files: LawFiles, held: readonly Held[], year: Months, ask: WhatIf): LawFiles {
  const cuts = new Map(held.map((one) => [one.value, cut(one, year, ask)]));
  const packages = files.packages.map((pack) => ({
    ...pack,
    tables: pack.tables.map((table) => ({
      ...table,
      values: table.values
        .flatMap((value) => cuts.get(value) ?? [value])
        .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    })),
  }));
  return { ...files, packages };
}

/** A table that nobody has yet, as the asker names it. */
function invented(files: LawFiles, region: number, year: Months, ask: WhatIf): readonly ValueFile[] {
  const { keys, unit } = emptyTable(ask.code);
  const cells = Object.fromEntries(keys.flatMap((key) => cellAsked(key, ask)));
  const source = files.sources[0];
  if (Object.keys(cells).length === 0 || source === undefined) return [];
  const missing = keys.filter((key) => cells[key] === undefined);
  const span = { from: monthText(year.from), to: monthText(year.to), knownOn: '2199-12-31' };
  const told = { status: 'published', unit: ask.unit ?? unit, cells, missing } as const;
  return [{ region: regionText(region), ...span, source: source.id, ...told }];
}

function cellAsked(key: string, { amounts = {} }: WhatIf): readonly (readonly [string, number])[] {
  const amount = amounts[key];
  return amount === undefined ? [] : [[key, amount]];
}

const compiled = (files: LawFiles): Law => {
  const made = compileLaw(files);
  return made.ok
    ? made.law
    : refuse('what_if_impossible', '这样试算，几份标准的月份合不到一起。换一项再试。');
};

/**
 * Two laws for «what if»: as it is, months of the year that nobody has told yet continuing the last amounts, and the
 * same with the change. Nothing of it is kept. Refuses `rate_missing` when there is no amount to start from.
 */
export function lawsIf(
  files: LawFiles,
  region: number,
  ask: WhatIf,
): { readonly was: Law; readonly is: Law; readonly continued: boolean } {
  const year = { from: monthOf(ask.year, 1), to: monthOf(ask.year, 12) };
  const regions = new Set(regionsAround(region).map(regionText));
  const held = heldAt(files, ask.code, regions);
  const gaps = CONTINUED_BY_LAW.has(ask.code) ? [] : gapsOf(held, year);
  const going = gaps.flatMap((gap) => extended(held, gap));
  const base = withTable(files, ask.code, going);
  const all = heldAt(base, ask.code, regions);
  if (all.some(({ from, to }) => from <= year.to && to >= year.from)) {
    const is = compiled(changedFiles(base, all, year, ask));
    return { was: compiled(base), is, continued: going.length > 0 };
  }
  const values = invented(files, region, year, ask);
  if (values.length === 0) refuse('rate_missing', '这一项还没有录过标准，请写新的金额再试。');
  return { was: compiled(files), is: compiled(withTable(files, ask.code, values)), continued: false };
}
