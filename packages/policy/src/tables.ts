import { day, type Month, parseIsoMonth } from '@shuangyong/values';
import { fetch, standingPackages } from './check.ts';
import { type Code, isCode, type Unit } from './codes.ts';
import { fundOf } from './regions.ts';
import { type Cell, type LawFiles, OPEN, type PackageFile, type TableFile, type ValueFile } from './types.ts';

/** What one value says of one key over its months. */
export type Entry = {
  readonly from: Month;
  readonly to: Month;
} & (
  | { readonly kind: 'cell'; readonly cell: Cell }
  | { readonly kind: 'absent'; readonly source: string; readonly article: string }
  | { readonly kind: 'missing' }
);

/** Entries of one code, key and region in order of months. */
export interface Tables {
  of(code: Code, key: string, region: number): readonly Entry[];
  /** First months of entries and first months after them, of a code in a region. */
  turns(code: Code, region: number): readonly Month[];
  readonly cells: readonly Cell[];
  /** What is absent by law or missing a source: code, region, key, from, to, kind. */
  readonly gaps: readonly (readonly (string | number)[])[];
}

const NONE: readonly Entry[] = [];
const NO_TURNS: readonly Month[] = [];

/** Indexes checked files; values known later than `knownOn` are left out. */
export function makeTables(files: LawFiles, knownOn: string | null): Tables {
  const index = new Map<string, Entry[]>();
  const turns = new Map<string, Set<Month>>();
  const cells: Cell[] = [];
  const gaps: (readonly (string | number)[])[] = [];
  for (const { pack, table, value, code, to } of knownValues(files, knownOn)) {
    for (const [key, entry] of entriesOf(pack, table, value, code, to)) {
      fetch(index, `${code} ${Number(value.region)} ${key}`, () => []).push(entry);
      if (entry.kind === 'cell') cells.push(entry.cell);
      else gaps.push([code, value.region, key, entry.from, entry.to, entry.kind]);
    }
    fetch(turns, `${code} ${Number(value.region)}`, () => new Set<Month>())
      .add(month(value.from))
      .add((to + 1) as Month);
  }
  for (const list of index.values()) list.sort((a, b) => a.from - b.from);
  const turned = new Map([...turns].map(([name, set]) => [name, [...set].sort((a, b) => a - b)]));
  return {
    cells,
    gaps,
    of: (code, key, region) => index.get(`${code} ${region} ${key}`) ?? NONE,
    turns: (code, region) => turned.get(`${code} ${region}`) ?? NO_TURNS,
  };
}

interface KnownValue {
  readonly pack: PackageFile;
  readonly table: TableFile;
  readonly value: ValueFile;
  readonly code: Code;
  /** Last month it holds: its own, else the month before the next value of the code in the region. */
  readonly to: Month;
}

function knownValues(files: LawFiles, knownOn: string | null): readonly KnownValue[] {
  const known = standingPackages(files.packages, knownOn).flatMap((pack) =>
    pack.tables.flatMap((table) =>
      table.values
        .filter((value) => knownOn === null || value.knownOn <= knownOn)
        .map((value) => ({ pack, table, value, place: `${table.code} ${value.region}` })),
    ),
  );
  const starts = new Map<string, string[]>();
  for (const { place, value } of known) fetch(starts, place, () => []).push(value.from);
  return known.flatMap(({ pack, table, value, place }) => {
    const next = (starts.get(place) ?? []).filter((from) => from > value.from).sort()[0];
    const to = value.to ? month(value.to) : next ? ((month(next) - 1) as Month) : OPEN;
    return isCode(table.code) ? [{ pack, table, value, code: table.code, to }] : [];
  });
}

function entriesOf(
  pack: PackageFile,
  table: TableFile,
  value: ValueFile,
  code: Code,
  to: Month,
): readonly (readonly [string, Entry])[] {
  const span = { from: month(value.from), to };
  const { source, article = '' } = value;
  return [
    ...Object.entries(value.cells ?? {}).map(
      ([key, amount]) =>
        [key, { ...span, kind: 'cell', cell: cellOf(pack, table, value, code, key, amount, to) }] as const,
    ),
    ...(value.absent ?? []).map((key) => [key, { ...span, kind: 'absent', source, article }] as const),
    ...(value.missing ?? []).map((key) => [key, { ...span, kind: 'missing' }] as const),
  ];
}

function cellOf(
  pack: PackageFile,
  table: TableFile,
  value: ValueFile,
  code: Code,
  key: string,
  amount: number,
  to: Month,
): Cell {
  const region = Number(value.region);
  return Object.freeze({
    code,
    key,
    amount,
    unit: value.unit ?? (table.unit as Unit),
    region,
    fund: value.fund ?? fundOf(region),
    from: month(value.from),
    to,
    knownOn: day(value.knownOn),
    source: value.source,
    article: value.article ?? '',
    status: value.status,
    confidence: value.confidence ?? '',
    derivation: value.derivation ?? '',
    package: pack.package,
  });
}

export function month(text: string): Month {
  const parsed = parseIsoMonth(text);
  if (parsed === undefined) throw new RangeError(`not a month: ${text}`);
  return parsed;
}
