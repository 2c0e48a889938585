import {
  CODES,
  type Code,
  type CodeDef,
  cellKeys,
  fundOf,
  type LawFiles,
  OPEN,
  type PackageFile,
  type SourceFile,
  type TableFile,
  type Unit,
  type ValueFile,
} from '@shuangyong/policy';
import { type Month, monthText, parseIsoMonth } from '@shuangyong/values';
import { isAround } from './regions.ts';
import { isMoney, readCell } from './units.ts';
import { codeWords, LOCAL } from './words.ts';

/** A package as it is handed in: with the documents it rests on. */
export interface LocalPackage extends PackageFile {
  readonly sources?: readonly SourceFile[];
}

/** A table being typed. */
export interface TableDraft {
  readonly code: Code;
  readonly unit: Unit;
  readonly from: string;
  readonly to: string;
  /** For whom the document speaks: six digits. */
  readonly region: string;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly issued: string;
  readonly knownOn: string;
  readonly article: string;
  /** What stands in each cell, by key. */
  readonly cells: Readonly<Record<string, string>>;
}

/** A value with its table, and the months it really holds. */
export interface Held {
  readonly pack: PackageFile;
  readonly table: TableFile;
  readonly value: ValueFile;
  readonly from: Month;
  readonly to: Month;
}

export const monthOr = (text: string | undefined, otherwise: Month): Month =>
  (text === undefined ? undefined : parseIsoMonth(text)) ?? otherwise;

/** Every value of a code that counts, superseded packages left out, in order of months. */
export function heldOf(files: LawFiles, code: Code): readonly Held[] {
  const gone = new Set(files.packages.flatMap(({ supersedes = [] }) => supersedes));
  const own = files.packages
    .filter((pack) => !gone.has(pack.package))
    .flatMap((pack) => pack.tables.map((table) => ({ pack, table })))
    .filter(({ table }) => table.code === code)
    .flatMap(({ pack, table }) => table.values.map((value) => ({ pack, table, value })));
  return own
    .map((one) => {
      const starts = own
        .filter(({ value }) => value.region === one.value.region)
        .map(({ value }) => value.from);
      const next = starts.filter((from) => from > one.value.from).sort()[0];
      const open = next === undefined ? OPEN : ((monthOr(next, OPEN) - 1) as Month);
      return { ...one, from: monthOr(one.value.from, 0 as Month), to: monthOr(one.value.to, open) };
    })
    .sort((a, b) => a.from - b.from);
}

/** The table that was in force, or the last one, before a month at a place: for prefilling and comparing. */
export interface LastTable {
  readonly from: string;
  readonly region: string;
  readonly unit: Unit;
  readonly cells: Readonly<Record<string, number>>;
  readonly absent: readonly string[];
  readonly status: ValueFile['status'];
}

export function lastTable(
  files: LawFiles,
  code: Code,
  county: string,
  before: string,
): LastTable | undefined {
  const month = monthOr(before, OPEN);
  const around = heldOf(files, code).filter(
    ({ value, from }) => isAround(value.region, county) && from <= month,
  );
  const newest = Math.max(...around.map(({ from }) => from));
  const narrowest = around.filter(({ from }) => from === newest).sort(narrowFirst)[0];
  if (narrowest === undefined) return undefined;
  const parts = around.filter(
    ({ value, from }) => from === newest && value.region === narrowest.value.region,
  );
  return {
    from: narrowest.value.from,
    region: narrowest.value.region,
    unit: (narrowest.value.unit ?? narrowest.table.unit) as Unit,
    cells: Object.assign({}, ...parts.map(({ value }) => value.cells ?? {})) as Record<string, number>,
    absent: parts.flatMap(({ value }) => value.absent ?? []),
    status: parts.some(({ value }) => value.status === 'derived') ? 'derived' : 'published',
  };
}

const narrowFirst = (a: Held, b: Held) => (a.value.region < b.value.region ? 1 : -1);

const YEARLY_RAISE = 8;

/** The last month a table is known to hold: up to the next August raise; a local table a year. */
export function usualTo(code: Code, from: string): string {
  const month = parseIsoMonth(from);
  // Ratios and multiples are set by statute and hold until it is changed.
  if (month === undefined || !isMoney(CODES[code].units[0] as Unit)) return '';
  if (LOCAL.has(code)) return monthText((month + 11) as Month);
  const ahead = (YEARLY_RAISE - 1 - (month % 12) + 12) % 12 || 12;
  return monthText((month + ahead - 1) as Month);
}

export interface CellFault {
  readonly key: string;
  readonly why: string;
}

/** Cells that cannot be read as an amount. */
export function cellFaults({ code, cells, unit }: TableDraft): readonly CellFault[] {
  return cellKeys(code).flatMap((key) => {
    const typed = readCell(cells[key] ?? '', unit);
    return typed.kind === 'wrong' ? [{ key, why: typed.why }] : [];
  });
}

/** Keys by what was typed into them. */
export function readCells({ code, cells, unit }: TableDraft): {
  readonly amounts: Readonly<Record<string, number>>;
  readonly absent: readonly string[];
  readonly missing: readonly string[];
} {
  const read = cellKeys(code).map((key) => ({ key, typed: readCell(cells[key] ?? '', unit) }));
  const keysOf = (kind: string) => read.filter(({ typed }) => typed.kind === kind).map(({ key }) => key);
  const amounts = read.flatMap(({ key, typed }) =>
    typed.kind === 'amount' ? [[key, typed.amount] as const] : [],
  );
  return { amounts: Object.fromEntries(amounts), absent: keysOf('absent'), missing: keysOf('missing') };
}

/** A name for the package that no other has. */
export function freeName(place: string, draft: TableDraft, taken: ReadonlySet<string>): string {
  const name = `${place}-${draft.code}-${draft.from}`;
  for (let count = 1; ; count += 1) {
    const tried = count === 1 ? name : `${name}-${count}`;
    if (!taken.has(tried)) return tried;
  }
}

/** The typed table as a package. `region`: where it is written, if narrower than what the document speaks of. */
export function packageOf(draft: TableDraft, name: string, region = draft.region): LocalPackage {
  const { code, unit, from, to, issued, knownOn, article } = draft;
  const def = CODES[code] as CodeDef;
  const { amounts, absent, missing } = readCells(draft);
  const source = `${name}-文件`;
  const fund = region === draft.region ? {} : { fund: fundOf(Number(draft.region)) };
  const value = {
    ...{ region, from, ...(to === '' ? {} : { to }), knownOn, source },
    ...(article.trim() === '' ? {} : { article: article.trim() }),
    ...{ status: 'published', confidence: 'high', ...fund, cells: amounts },
    ...(absent.length > 0 ? { absent } : {}),
    ...(missing.length > 0 ? { missing } : {}),
  } as ValueFile;
  return {
    package: name,
    title: `${from.replace('-', ' 年 ').replace(' 0', ' ')} 月起${codeWords(code)}`,
    sources: [sourceOf(draft, source, issued)],
    tables: [{ code, unit, axes: def.axes.map((axis) => axis.name), combine: def.combine, values: [value] }],
  };
}

function sourceOf({ title, number, issuer }: TableDraft, id: string, issued: string): SourceFile {
  const parts = { number: number.trim(), issuer: issuer.trim(), issued };
  const told = Object.fromEntries(Object.entries(parts).filter(([, text]) => text !== ''));
  return { id, title: title.trim(), ...told } as SourceFile;
}
