import { CODES, type Code, isCode, type LawFiles, type Unit } from '@shuangyong/policy';
import type { FieldError } from '../../api/errors.ts';
import { cellId } from './cellId.ts';
import { clashesOf, narrowerWins, superseding } from './overlap.ts';
import { levelsOf } from './regions.ts';
import {
  cellFaults,
  freeName,
  type Held,
  type LocalPackage,
  lastTable,
  packageOf,
  readCells,
  type TableDraft,
  usualTo,
} from './tables.ts';
import { keyWords, LOCAL } from './words.ts';

/** How a table is written whose months are told already: for the county alone, or in place of the old one. */
export type Way = 'narrow' | 'replace';

export const unitsOf = (code: Code): readonly Unit[] => CODES[code].units;

/** An empty form for a table of a code from a month on. */
export function emptyDraft(code: Code, from: string, county: string): TableDraft {
  const local = LOCAL.has(code);
  const usual = unitsOf(code)[0] ?? 'fen_per_month';
  return {
    ...{ code, unit: usual, from, to: usualTo(code, from), region: local ? county : '000000' },
    ...{ title: '', number: '', issuer: '', issued: '', knownOn: '', article: '', cells: {} },
  };
}

export const codeOr = (text: string | undefined, otherwise: Code): Code =>
  text !== undefined && isCode(text) ? text : otherwise;

/** What the law of the place says about the months being typed. */
export interface Standing {
  /** Same table, same region, some of the same months. */
  readonly clashes: readonly Held[];
  /** May be written for the county alone, over the wider table. */
  readonly mayNarrow: boolean;
  /** Narrower tables of the place for the same months: they win over this one. */
  readonly hiddenBy: readonly Held[];
}

export function standingOf(files: LawFiles, draft: TableDraft, county: string): Standing {
  const { code, region } = draft;
  const levels = levelsOf(county).map((level) => level.region);
  const below = levels.slice(levels.indexOf(region) + 1);
  const clashes = clashesOf(files, code, region, draft);
  return {
    clashes,
    mayNarrow: narrowerWins(code) && region !== county,
    hiddenBy: narrowerWins(code) ? below.flatMap((narrow) => clashesOf(files, code, narrow, draft)) : [],
  };
}

/** The package that is entered: written for the county, or taking the place of what it clashes with. */
export function finalPackage(
  files: LawFiles,
  draft: TableDraft,
  way: Way,
  place: { readonly division: string; readonly county: string; readonly taken: ReadonlySet<string> },
): LocalPackage {
  const { clashes, mayNarrow } = standingOf(files, draft, place.county);
  const isNarrow = clashes.length > 0 && mayNarrow && way === 'narrow';
  const region = isNarrow ? place.county : draft.region;
  const pack = packageOf(draft, freeName(place.division, draft, place.taken), region);
  return superseding(files, pack, clashesOf(files, draft.code, region, draft));
}

const error = (field: string, message: string): FieldError => ({ field, message });

/** What must be put right before the table can be looked at. */
export function draftErrors(draft: TableDraft): readonly FieldError[] {
  const { from, to, title, issued, knownOn, code } = draft;
  const amounts = Object.keys(readCells(draft).amounts);
  const faults = cellFaults(draft).map(({ key, why }) =>
    error(cellId(key), `${keyWords(code, key)}：${why}。`),
  );
  return [
    ...(from === '' ? [error('from', '请选从哪个月起。')] : []),
    ...(to !== '' && to < from ? [error('to', '止月早于起月。')] : []),
    ...(title.trim() === '' ? [error('title', '请写文件名称。')] : []),
    ...(issued === '' ? [error('issued', '请填印发日期。')] : []),
    ...(knownOn === '' ? [error('knownOn', '请填收到日期。')] : []),
    ...(issued !== '' && knownOn !== '' && knownOn < issued
      ? [error('knownOn', '收到日期早于印发日期。')]
      : []),
    ...faults,
    ...(amounts.length === 0 && faults.length === 0
      ? [error(cellId(Object.keys(draft.cells)[0] ?? '-'), '一档也没有填。')]
      : []),
  ];
}

/** The last table before the month, around the county. */
export function lastOf(files: LawFiles | undefined, { code, from }: TableDraft, county: string) {
  return files === undefined ? undefined : lastTable(files, code, county, from);
}
