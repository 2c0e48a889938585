import {
  CODES,
  type Code,
  type LawFiles,
  OPEN,
  type TableFile,
  type Unit,
  type ValueFile,
} from '@shuangyong/policy';
import { type Month, monthText } from '@shuangyong/values';
import { type Held, heldOf, type LocalPackage, monthOr } from './tables.ts';

interface Span {
  readonly from: Month;
  readonly to: Month;
}

const spanOf = (from: string, to: string): Span => ({
  from: monthOr(from, 0 as Month),
  to: monthOr(to === '' ? undefined : to, OPEN),
});

// A value without a last month ends by itself where the next one begins.
const endsBefore = (held: Held, from: Month) => held.value.to === undefined && held.from < from;

/** Values of the same table and region that already tell some of these months: the compiler refuses both. */
export function clashesOf(
  files: LawFiles,
  code: Code,
  region: string,
  months: { readonly from: string; readonly to: string },
): readonly Held[] {
  const { from, to } = spanOf(months.from, months.to);
  return heldOf(files, code).filter(
    (held) => held.value.region === region && held.from <= to && held.to >= from && !endsBefore(held, from),
  );
}

/** Whether a narrower region takes the place of a wider one; sums on top and yearly steps only add to it. */
export function narrowerWins(code: Code): boolean {
  return CODES[code].combine === 'base' || CODES[code].combine === 'replace';
}

/** What is left of a value before and after the months that are told anew. */
function around(held: Held, anew: Span): readonly ValueFile[] {
  const piece = (from: number, to: number): readonly ValueFile[] => {
    if (from > to) return [];
    const { to: _, ...value } = held.value;
    const end = to >= OPEN ? {} : { to: monthText(to as Month) };
    return [{ ...value, from: monthText(from as Month), ...end }];
  };
  return [
    ...piece(held.from, Math.min(held.to, anew.from - 1)),
    ...piece(Math.max(held.from, anew.to + 1), held.to),
  ];
}

const later = (a: string, b: string) => (a > b ? a : b);

function mergedTables(tables: readonly TableFile[]): readonly TableFile[] {
  const byCode = new Map<string, TableFile>();
  for (const table of tables) {
    const before = byCode.get(table.code);
    // The unit moves to the values: tables put together may differ in it.
    const values = table.values.map((value) => ({ ...value, unit: value.unit ?? (table.unit as Unit) }));
    byCode.set(table.code, { ...table, values: [...(before?.values ?? []), ...values] });
  }
  const inOrder = (a: ValueFile, b: ValueFile) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);
  return [...byCode.values()].map((table) => ({ ...table, values: [...table.values].sort(inOrder) }));
}

/**
 * The package that takes the place of those it clashes with: everything else of theirs is carried over as it stands,
 * known from the new day on, so that what was known before does not change.
 */
export function superseding(files: LawFiles, pack: LocalPackage, clashes: readonly Held[]): LocalPackage {
  const [table] = pack.tables;
  const [value] = table?.values ?? [];
  if (table === undefined || value === undefined || clashes.length === 0) return pack;
  const anew = spanOf(value.from, value.to ?? '');
  const trimmed = new Map(clashes.map((held) => [held.value, around(held, anew)]));
  const old = [...new Set(clashes.map((held) => held.pack))];
  const carried = old.flatMap(({ tables }) =>
    tables.map((one) => ({
      ...one,
      values: one.values
        .flatMap((each) => trimmed.get(each) ?? [each])
        .map((each) => ({ ...each, knownOn: later(each.knownOn, value.knownOn) })),
    })),
  );
  const supersedes = [...new Set(old.flatMap((one) => [one.package, ...(one.supersedes ?? [])]))];
  const known = new Set(files.packages.map((one) => one.package));
  return {
    ...pack,
    supersedes: supersedes.filter((name) => known.has(name)),
    tables: mergedTables([...pack.tables, ...carried]).filter(({ values }) => values.length > 0),
  };
}
