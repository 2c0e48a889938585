import { parseIsoDay, parseIsoMonth } from '@shuangyong/values';
import { BENEFITS, CODES, type Code, type CodeDef, cellKeys, FUNDS, isCode, UNITS } from './codes.ts';
import { settingFits } from './settings.ts';
import {
  type LawFiles,
  type LawRefusal,
  type LawRefusalCode,
  OPEN,
  type PackageFile,
  type SettingFile,
  type SettingValueFile,
  type SourceFile,
  type TableFile,
  type ValueFile,
} from './types.ts';

type Say = (code: LawRefusalCode, where: string, detail: string) => void;
type Sources = ReadonlyMap<string, SourceFile>;

/** Everything wrong with the files, in their order. Empty when they make a law. */
export function lawRefusals(files: LawFiles): readonly LawRefusal[] {
  const refusals: LawRefusal[] = [];
  const say: Say = (code, where, detail) => void refusals.push({ code, where, detail });
  twice(files.sources, ({ id }) => id).forEach((id) => {
    say('source_twice', id, id);
  });
  twice(files.packages, (one) => one.package).forEach((name) => {
    say('package_twice', name, name);
  });
  const sources: Sources = new Map(files.sources.map((source) => [source.id, source]));
  for (const one of files.packages) for (const table of one.tables) checkTable(one, table, sources, say);
  checkSpans(standingPackages(files.packages, null), say);
  for (const setting of mergedSettings(files.settings)) checkSetting(setting, sources, say);
  return refusals;
}

/** Packages in force on a day of knowledge: without those an erratum known by then takes the place of. */
export function standingPackages(
  packages: readonly PackageFile[],
  knownOn: string | null,
): readonly PackageFile[] {
  const isKnown = (pack: PackageFile) =>
    knownOn === null || pack.tables.some(({ values }) => values.some((value) => value.knownOn <= knownOn));
  const gone = new Set(packages.filter(isKnown).flatMap(({ supersedes = [] }) => supersedes));
  return packages.filter((pack) => !gone.has(pack.package));
}

/** Settings of one name from several files as one, in order of months. */
export function mergedSettings(files: readonly SettingFile[]): readonly SettingFile[] {
  const byName = new Map<string, SettingValueFile[]>();
  for (const { name, values } of files) fetch(byName, name, () => []).push(...values);
  return [...byName].map(([name, values]) => ({
    name,
    values: values.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
  }));
}

function twice<T>(list: readonly T[], nameOf: (one: T) => string): readonly string[] {
  const names = list.map(nameOf);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function checkTable(pack: PackageFile, table: TableFile, sources: Sources, say: Say): void {
  const where = `${pack.package} ${table.code}`;
  if (!isCode(table.code)) {
    say('code_unknown', where, table.code);
    return;
  }
  const def: CodeDef = CODES[table.code];
  const axes = def.axes.map(({ name }) => name);
  if (table.axes.join() !== axes.join()) say('axes_disagree', where, `[${axes.join(', ')}]`);
  if (table.combine !== def.combine) say('combine_disagrees', where, def.combine);
  if (!def.units.some((unit) => unit === table.unit)) say('unit_disagrees', where, def.units.join(' | '));
  for (const value of table.values)
    checkValue(value, table.code, `${where} ${value.region} ${value.from}`, sources, say);
  checkOrder(table, where, say);
}

function checkValue(value: ValueFile, code: Code, where: string, sources: Sources, say: Say): void {
  const def: CodeDef = CODES[code];
  if (value.unit && !(def.units.includes(value.unit) && UNITS.includes(value.unit)))
    say('unit_disagrees', where, value.unit);
  if (!['published', 'derived'].includes(value.status)) say('status_invalid', where, String(value.status));
  if (value.status === 'derived' && !value.derivation) say('derivation_missing', where, 'derivation');
  if (value.fund && !FUNDS.includes(value.fund)) say('cell_unknown', where, value.fund);
  checkSpan(value, where, say);
  checkSource(value, where, sources, say);
  checkCells(value, code, where, say);
}

function checkSpan(
  value: { readonly region: string; readonly from: string; readonly to?: string },
  where: string,
  say: Say,
): void {
  if (!/^\d{6}$/.test(value.region)) say('region_invalid', where, String(value.region));
  const from = parseIsoMonth(String(value.from));
  const to = value.to === undefined ? OPEN : parseIsoMonth(String(value.to));
  if (from === undefined) say('month_invalid', where, String(value.from));
  else if (to === undefined || to < from) say('month_invalid', where, String(value.to));
}

function checkSource(value: ValueFile, where: string, sources: Sources, say: Say): void {
  const knownOn = parseIsoDay(String(value.knownOn));
  if (knownOn === undefined) say('day_invalid', where, String(value.knownOn));
  const source = sources.get(value.source);
  if (!source) {
    say('source_missing', where, String(value.source));
    return;
  }
  if (knownOn !== undefined && source.issued !== undefined && source.issued > knownOn)
    say('source_after_known', where, `${source.id} ${source.issued}`);
}

function checkCells(value: ValueFile, code: Code, where: string, say: Say): void {
  const keys = cellKeys(code);
  const named = namedKeys(value);
  for (const key of named) if (!keys.includes(key)) say('cell_unknown', where, key);
  for (const [key, amount] of Object.entries(value.cells ?? {}))
    if (!Number.isSafeInteger(amount) || amount < 0) say('amount_invalid', where, `${key}: ${amount}`);
}

const namedKeys = (value: ValueFile): readonly string[] => [
  ...Object.keys(value.cells ?? {}),
  ...(value.absent ?? []),
  ...(value.missing ?? []),
];

function checkOrder(table: TableFile, where: string, say: Say): void {
  const last = new Map<string, string>();
  for (const { region, from } of table.values) {
    if (from < (last.get(region) ?? '')) say('unsorted', `${where} ${region}`, from);
    last.set(region, from);
  }
}

interface Placed {
  readonly value: ValueFile;
  readonly where: string;
}

/** Values of one code and region, over all packages: those of one span make one table, spans do not overlap. */
function checkSpans(packages: readonly PackageFile[], say: Say): void {
  const byPlace = new Map<string, Map<string, Placed[]>>();
  for (const pack of packages)
    for (const table of pack.tables)
      for (const value of table.values) {
        const spans = fetch(byPlace, `${table.code} ${value.region}`, () => new Map<string, Placed[]>());
        fetch(spans, `${value.from} ${value.to ?? ''}`, () => []).push({
          value,
          where: `${pack.package} ${table.code} ${value.region} ${value.from}`,
        });
      }
  for (const [place, spans] of byPlace) {
    checkOverlap(
      [...spans.values()].flatMap(([first]) => first ?? []),
      say,
    );
    const code = place.split(' ')[0] ?? '';
    if (isCode(code)) for (const placed of spans.values()) checkComplete(placed, code, say);
  }
}

function checkOverlap(placed: readonly Placed[], say: Say): void {
  const sorted = [...placed].sort((a, b) => (a.value.from < b.value.from ? -1 : 1));
  sorted.forEach(({ value, where }, index) => {
    const before = sorted[index - 1]?.value;
    const isOver = before && (before.from === value.from || (before.to ?? '') >= value.from);
    if (isOver) say('overlap', where, `${before.from} … ${before.to ?? ''}`);
  });
}

function checkComplete(placed: readonly Placed[], code: Code, say: Say): void {
  const where = placed[0]?.where ?? code;
  const named = placed.flatMap(({ value }) => namedKeys(value));
  twice(named, (key) => key).forEach((key) => {
    say('cell_twice', where, key);
  });
  for (const key of cellKeys(code)) if (!named.includes(key)) say('cell_missing', where, key);
}

function checkSetting(setting: SettingFile, sources: Sources, say: Say): void {
  let last: Record<string, SettingValueFile> = {};
  for (const value of setting.values) {
    const where = `${setting.name} ${value.region} ${value.from}`;
    const fits = settingFits(setting.name, value.value, BENEFITS);
    if (fits === undefined) {
      say('setting_unknown', where, setting.name);
      return;
    }
    if (!fits) say('setting_invalid', where, String(value.value));
    checkSpan(value, where, say);
    if (value.source && !sources.has(value.source)) say('source_missing', where, value.source);
    const before = last[value.region];
    if (before && (before.from === value.from || (before.to ?? '') >= value.from))
      say('overlap', where, `${before.from} … ${before.to ?? ''}`);
    last = { ...last, [value.region]: value };
  }
}

export function fetch<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
