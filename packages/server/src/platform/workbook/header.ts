import type { Merge, Row } from './cell.ts';
import { REASON_COLUMN } from './marks.ts';
import { HEAD_ROWS } from './read.ts';

/** A column the caller looks for. */
export interface HeaderColumn {
  readonly header: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

export interface HeaderMatch {
  /** First row of the header, 1-based. */
  readonly headerRow: number;
  /** Its last row: data begins below it. */
  readonly lastHeaderRow: number;
  /** Column number (1-based) → the caller's `header`. */
  readonly byColumnIndex: ReadonlyMap<number, string>;
  /** Named columns nobody looked for; our own 退回原因 is not among them. */
  readonly unknown: readonly { readonly column: number; readonly text: string }[];
}

/** A unit that changes no number, or a word about filling in; 万元 does change it and so stays part of the name. */
const REMARK = /\((?:单位:)?(?:元|人|人次|户|份|页|件|个|必填|选填|可不填|公历|18位)\)$/;

/**
 * What a header's text is compared by: full-width forms, case, spaces, line breaks, `*` and a closing (元), (人),
 * (必填) do not matter.
 */
export function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s*\u200b-\u200f\ufeff]/g, '')
    .toLowerCase()
    .replace(REMARK, '');
}

/**
 * Finds the header: the first of rows 1–20 that has every required column by name or alias. Two rows are taken
 * together where merged cells join them, or where one alone is not enough; a lower cell is tried with its parent's
 * text before it and alone. Undefined when there is none.
 */
export function matchHeader(
  firstRows: readonly Row[],
  merges: readonly Merge[],
  columns: readonly HeaderColumn[],
): HeaderMatch | undefined {
  const rows = new Map(firstRows.filter(({ row }) => row <= HEAD_ROWS).map((row) => [row.row, row]));
  for (let row = 1; row <= HEAD_ROWS; row++) {
    if (!rows.has(row)) continue;
    const match = matchAt(rows, row, merges, columns);
    if (match) return match;
  }
  return undefined;
}

/** The texts one column offers, in order of preference, and how it shows itself. */
interface Candidate {
  readonly column: number;
  readonly names: readonly string[];
  readonly text: string;
  /** Whether the first of the names comes from the upper of two rows. */
  readonly usesParent: boolean;
}

type Rows = ReadonlyMap<number, Row>;

function matchAt(
  rows: Rows,
  row: number,
  merges: readonly Merge[],
  columns: readonly HeaderColumn[],
): HeaderMatch | undefined {
  const single = () => assign(row, row, singleRow(rows, row), columns);
  const double = (isMerged: boolean) => {
    const candidates = doubleRow(rows, row, isMerged ? merges : [], isMerged);
    const match = assign(row, row + 1, candidates, columns);
    // A title above a plain header gives no column its name: the row below must then be tried on its own.
    const isJoined = candidates.some((candidate) => {
      const taken = columns.find(({ header }) => header === match?.byColumnIndex.get(candidate.column));
      return candidate.usesParent && taken !== undefined && namesOf(taken).has(candidate.names[0] ?? '');
    });
    return isJoined ? match : undefined;
  };
  return isLinked(row, merges) ? (double(true) ?? single()) : (single() ?? double(false));
}

function namesOf(column: HeaderColumn): ReadonlySet<string> {
  return new Set([column.header, ...column.aliases].map(plainHeader));
}

function isLinked(row: number, merges: readonly Merge[]): boolean {
  return merges.some((merge) => merge.top === row && (merge.bottom === row + 1 || merge.right > merge.left));
}

function singleRow(rows: Rows, row: number): Candidate[] {
  const cells = rows.get(row)?.cells ?? [];
  return cells.map(({ column, text }) => ({ column, names: [plainHeader(text)], text, usesParent: false }));
}

function doubleRow(rows: Rows, row: number, merges: readonly Merge[], isMerged: boolean): Candidate[] {
  const parents = isMerged ? withMerges(rows, row, merges) : carriedRight(rows, row);
  const children = withMerges(rows, row + 1, merges);
  const lastColumn = Math.max(0, ...parents.keys(), ...children.keys());
  const candidates: Candidate[] = [];
  for (let column = 1; column <= lastColumn; column++) {
    const parent = parents.get(column) ?? '';
    const child = children.get(column) ?? '';
    if (parent !== '' || child !== '') candidates.push(joined(column, parent, child));
    if (candidates.length > MOST_COLUMNS) break;
  }
  return candidates;
}

/** A stray cell at XFD with a merge below it must not make thousands of names. */
const MOST_COLUMNS = 1_000;

function joined(column: number, parent: string, child: string): Candidate {
  if (child === '' || child === parent)
    return { column, names: [plainHeader(parent)], text: parent, usesParent: true };
  const names = parent === '' ? [plainHeader(child)] : [plainHeader(parent + child), plainHeader(child)];
  return { column, names, text: parent + child, usesParent: parent !== '' };
}

/** Texts of a row by column; a merged range gives its text to all its columns. */
function withMerges(rows: Rows, row: number, merges: readonly Merge[]): Map<number, string> {
  const texts = new Map((rows.get(row)?.cells ?? []).map((cell) => [cell.column, cell.text]));
  for (const merge of merges) {
    if (merge.top > row || merge.bottom < row) continue;
    const text = rows.get(merge.top)?.cells.find((cell) => cell.column === merge.left)?.text;
    if (text === undefined) continue;
    const right = Math.min(merge.right, merge.left + MOST_COLUMNS);
    for (let column = merge.left; column <= right; column++) texts.set(column, text);
  }
  return texts;
}

/** Without merges a parent stands over the empty cells to its right that have a child of their own. */
function carriedRight(rows: Rows, row: number): Map<number, string> {
  const texts = withMerges(rows, row, []);
  const children = withMerges(rows, row + 1, []);
  for (const [column, text] of [...texts]) {
    if (!children.has(column)) continue;
    for (let next = column + 1; children.has(next) && !texts.has(next); next++) texts.set(next, text);
  }
  return texts;
}

/** Exact names first, then aliases, so that an alias never takes a column from its namesake. */
function assign(
  headerRow: number,
  lastHeaderRow: number,
  candidates: readonly Candidate[],
  columns: readonly HeaderColumn[],
): HeaderMatch | undefined {
  const taken = new Map<number, string>();
  const found = new Set<string>();
  const take = (column: HeaderColumn, names: ReadonlySet<string>, rank: number) => {
    if (found.has(column.header)) return;
    const candidate = candidates.find(({ column: at, names: offered }) => {
      const name = offered[rank];
      return name !== undefined && names.has(name) && !taken.has(at);
    });
    if (!candidate) return;
    taken.set(candidate.column, column.header);
    found.add(column.header);
  };
  for (const rank of [0, 1])
    for (const column of columns) take(column, new Set([plainHeader(column.header)]), rank);
  for (const rank of [0, 1])
    for (const column of columns) take(column, new Set(column.aliases.map(plainHeader)), rank);
  if (columns.some((column) => column.required && !found.has(column.header))) return undefined;
  if (found.size === 0) return undefined;
  return { headerRow, lastHeaderRow, byColumnIndex: taken, unknown: unknownOf(candidates, taken) };
}

function unknownOf(
  candidates: readonly Candidate[],
  taken: ReadonlyMap<number, string>,
): { column: number; text: string }[] {
  return candidates
    .filter(({ column, text }) => !taken.has(column) && text.trim() !== '')
    .filter(({ text }) => plainHeader(text) !== REASON_COLUMN)
    .map(({ column, text }) => ({ column, text: text.trim() }));
}
