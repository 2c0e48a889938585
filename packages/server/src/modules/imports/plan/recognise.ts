import type { ColumnDef, KindDef } from '../../../platform/contract/kind.ts';
import {
  type HeaderColumn,
  type HeaderMatch,
  matchHeader,
  type Sheet,
} from '../../../platform/workbook/index.ts';
import { wordForm } from '../parse/index.ts';
import { headerVocabulary, type Learned, NOT_IMPORTED, SHEET_NAMES } from './learned.ts';
import { EVIDENCE_COLUMN } from './unit.ts';

/** What one column of the file is. */
export interface PlannedColumn {
  readonly column: number;
  readonly def: ColumnDef;
  /** The contract's header; of a variant (发至年月) the variant's. */
  readonly header: string;
  readonly shiftMonths: number;
}

export interface SheetPlan {
  readonly kind: KindDef;
  readonly lastHeaderRow: number;
  readonly columns: readonly PlannedColumn[];
  readonly unknown: readonly { readonly column: number; readonly text: string }[];
}

export interface Recognised {
  /** What the sheet is taken for; undefined when nobody can tell. */
  readonly kind: KindDef | undefined;
  /** Undefined when the header was not found. */
  readonly plan: SheetPlan | undefined;
  /** Other sheets its header would fit. */
  readonly candidates: readonly string[];
  /** Whether the township said that it shall not be read. */
  readonly leftOut?: true;
}

function headerColumns(kind: KindDef, learned: Learned): HeaderColumn[] {
  const taught = Object.entries(learned.get(headerVocabulary(kind.sheet)) ?? {});
  const taughtFor = (header: string) =>
    taught.filter(([, ours]) => ours === header).map(([theirs]) => theirs);
  const own = [...kind.columns, EVIDENCE_COLUMN].flatMap((column) => [
    {
      header: column.header,
      aliases: [...(column.aliases ?? []), ...taughtFor(column.header)],
      required: column.required === true,
    },
    ...(column.variants ?? []).map(({ header }) => ({ header, aliases: taughtFor(header), required: false })),
  ]);
  return own;
}

function plannedColumn(kind: KindDef, column: number, header: string): PlannedColumn | undefined {
  for (const def of [...kind.columns, EVIDENCE_COLUMN]) {
    if (def.header === header) return { column, def, header, shiftMonths: 0 };
    const variant = def.variants?.find((one) => one.header === header);
    if (variant) return { column, def, header, shiftMonths: variant.shiftMonths };
  }
  return undefined;
}

/** Where a file has both 停止年月 and 发至年月 the plain column comes last and so governs. */
function planOf(kind: KindDef, match: HeaderMatch): SheetPlan {
  const columns = [...match.byColumnIndex]
    .map(([column, header]) => plannedColumn(kind, column, header))
    .filter((column) => column !== undefined)
    .sort((left, right) => Math.abs(right.shiftMonths) - Math.abs(left.shiftMonths));
  return { kind, lastHeaderRow: match.lastHeaderRow, columns, unknown: match.unknown };
}

/** The columns of a kind in a sheet; undefined where its header is not there. */
export function findPlan(sheet: Sheet, kind: KindDef, learned: Learned): SheetPlan | undefined {
  const match = matchHeader(sheet.head, sheet.merges, headerColumns(kind, learned));
  return match && planOf(kind, match);
}

/** 2017年发放记录 → 发放记录 */
function bareSheetName(name: string): string {
  return wordForm(name)
    .replace(/^(?:19|20)\d{2}年?度?/, '')
    .replace(/(?:19|20)\d{2}年?度?$/, '')
    .replace(/(?:台账|明细表|明细|一览表|登记表|统计表|汇总表|表)$/, '');
}

function taughtName(name: string, learned: Learned): string | undefined {
  const taught = Object.entries(learned.get(SHEET_NAMES) ?? {});
  return taught.find(([theirs]) => wordForm(theirs) === wordForm(name))?.[1];
}

function namedKind(name: string, kinds: readonly KindDef[], learned: Learned): KindDef | undefined {
  const taught = taughtName(name, learned);
  if (taught !== undefined) return kinds.find((kind) => kind.sheet === taught);
  const namesOf = (kind: KindDef) => [kind.sheet, ...(kind.sheetAliases ?? [])];
  return (
    kinds.find((kind) => wordForm(kind.sheet) === wordForm(name)) ??
    kinds.find((kind) => namesOf(kind).some((known) => wordForm(known) === wordForm(name))) ??
    kinds.find((kind) => namesOf(kind).some((known) => bareSheetName(known) === bareSheetName(name)))
  );
}

/** Columns a header must show before it alone can say what the sheet is. */
const FEWEST_COLUMNS = 3;

function fittingPlans(sheet: Sheet, kinds: readonly KindDef[], learned: Learned): SheetPlan[] {
  const score = (plan: SheetPlan) => plan.columns.length * 2 - plan.unknown.length;
  return kinds
    .map((kind) => findPlan(sheet, kind, learned))
    .filter((plan) => plan !== undefined)
    .filter((plan) => plan.columns.length >= FEWEST_COLUMNS)
    .sort((left, right) => score(right) - score(left));
}

const NO_RECORDS = /备份|副本|作废|废止|停用|旧表|草稿/;

/**
 * Whether the header alone may decide. Where another sheet bears the kind's name this one is likely a copy or an
 * extract, whose rows would count twice; a second part bears the name too: 发放记录（2）, 发放记录一季度.
 */
function mayGuess(sheet: Sheet, kind: KindDef, kinds: readonly KindDef[], learned: Learned): boolean {
  if (wordForm(sheet.name).includes(wordForm(kind.sheet)) && !NO_RECORDS.test(sheet.name)) return true;
  return !sheet.tabs.some((tab) => tab !== sheet.name && namedKind(tab, kinds, learned) === kind);
}

/**
 * What a sheet is: by what the township taught, by its name, else by the header that fits best, unless another sheet
 * of the file bears that kind's name.
 */
export function recogniseSheet(sheet: Sheet, kinds: readonly KindDef[], learned: Learned): Recognised {
  if (taughtName(sheet.name, learned) === NOT_IMPORTED)
    return { kind: undefined, plan: undefined, candidates: [], leftOut: true };
  const named = namedKind(sheet.name, kinds, learned);
  const plan = named && findPlan(sheet, named, learned);
  if (plan) return { kind: named, plan, candidates: [] };
  const fitting = fittingPlans(sheet, kinds, learned);
  const candidates = fitting.map((one) => one.kind.sheet);
  const best = fitting[0];
  if (best && mayGuess(sheet, best.kind, kinds, learned)) return { kind: best.kind, plan: best, candidates };
  return { kind: named, plan: undefined, candidates };
}

/** Required headers of a sheet that its first rows do not show. */
export function missingHeaders(sheet: Sheet, kind: KindDef, learned: Learned): readonly string[] {
  return headerColumns(kind, learned)
    .filter((column) => column.required)
    .filter((column) => !matchHeader(sheet.head, sheet.merges, [column]))
    .map((column) => column.header);
}
