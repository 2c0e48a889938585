import { type Merge, parseRange, type Row } from './cell.ts';
import { guardSource } from './guard.ts';
import { DEFAULT_WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import {
  getPart,
  type Package,
  readDateStyles,
  readSharedStrings,
  readStructure,
  type SheetPart,
} from './parts.ts';
import { noRows } from './refusal.ts';
import { createDayReader } from './serial.ts';
import { createSheetHandler, type SheetContext, type Tally } from './sheet.ts';
import { openSource } from './source.ts';
import { createXmlScanner } from './xml.ts';
import { unpackPart } from './zip.ts';

/** The header is looked for in these rows. */
export const HEAD_ROWS = 20;

/** One sheet while it is the current one. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Names of all sheets of the file, this one included. */
  readonly tabs: readonly string[];
  /** Rows numbered 1–20, read ahead. */
  readonly head: readonly Row[];
  /** Merges that begin in rows 1–20. */
  readonly merges: readonly Merge[];
  /** Every row, those of `head` included. Can be read once, before the next sheet is asked for. */
  readonly rows: AsyncIterable<Row>;
}

/**
 * Reads a workbook in this thread, sheet by sheet in the order of the tabs, holding one chunk of rows at a time.
 * Throws `WorkbookRefused` at whatever point the file shows itself bad, and `no_rows` after the last sheet when
 * none had a row: what was read before must not be kept.
 */
export async function* readWorkbookHere(
  file: string | Uint8Array,
  limits: WorkbookLimits = DEFAULT_WORKBOOK_LIMITS,
): AsyncGenerator<Sheet> {
  const source = await openSource(file);
  try {
    const entries = await guardSource(source, limits);
    yield* readSheets({ source, limits, entries: new Map(entries.map((entry) => [entry.name, entry])) });
  } finally {
    await source.close();
  }
}

async function* readSheets(pack: Package): AsyncGenerator<Sheet> {
  const structure = await readStructure(pack);
  const context: SheetContext = {
    dateStyles: await readDateStyles(pack, structure.styles),
    strings: await readSharedStrings(pack, structure.sharedStrings),
    dayOf: createDayReader(structure.date1904),
    limits: pack.limits,
  };
  const tally: Tally = { rows: 0, cells: 0 };
  const tabs = structure.sheets.map(({ name }) => name);
  for (const part of structure.sheets) yield* readSheet(pack, { ...part, tabs }, context, tally);
  if (tally.rows === 0) throw noRows();
}

async function* readSheet(
  pack: Package,
  part: SheetPart & Pick<Sheet, 'tabs'>,
  context: SheetContext,
  tally: Tally,
): AsyncGenerator<Sheet> {
  const merges = await readMerges(pack, part.part);
  const batches = rowBatches(pack, part.part, context, tally);
  try {
    const { head, ahead } = await readHead(batches);
    const { name, hidden, tabs } = part;
    yield { name, hidden, tabs, head, merges, rows: allRows(ahead, batches) };
  } finally {
    await batches.return(undefined);
  }
}

/** Reads on until a row past the head is seen. */
async function readHead(batches: AsyncGenerator<Row[]>): Promise<{ head: Row[]; ahead: Row[] }> {
  const ahead: Row[] = [];
  while ((ahead.at(-1)?.row ?? 0) <= HEAD_ROWS) {
    const { value, done } = await batches.next();
    if (done) break;
    ahead.push(...value);
  }
  return { head: ahead.filter((row) => row.row <= HEAD_ROWS), ahead };
}

async function* allRows(ahead: Row[], batches: AsyncGenerator<Row[]>): AsyncGenerator<Row> {
  yield* ahead.splice(0);
  for (let next = await batches.next(); !next.done; next = await batches.next()) yield* next.value;
}

async function* rowBatches(
  pack: Package,
  part: string,
  context: SheetContext,
  tally: Tally,
): AsyncGenerator<Row[]> {
  let ready: Row[] = [];
  const handler = createSheetHandler(context, tally, (row) => ready.push(row));
  const scanner = createXmlScanner('worksheet', handler, pack.limits.tokenBytes);
  for await (const chunk of unpackPart(pack.source, getPart(pack, part))) {
    scanner.write(chunk);
    if (ready.length === 0) continue;
    yield ready;
    ready = [];
  }
  scanner.end();
}

/**
 * Merges stand after the rows but are needed before them, so the part is unpacked once for them alone. Looking for
 * the marks in the bytes is several times cheaper than a scan.
 */
async function readMerges(pack: Package, part: string): Promise<Merge[]> {
  const merges: Merge[] = [];
  let carried: Buffer = Buffer.alloc(0);
  for await (const chunk of unpackPart(pack.source, getPart(pack, part))) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    if (bytes.includes('mergeCell')) merges.push(...mergesIn(bytes.toString('latin1')));
    const lastTag = bytes.lastIndexOf('<');
    const isCut = lastTag >= 0 && bytes.length - lastTag < LONGEST_MERGE_TAG && !bytes.includes('>', lastTag);
    carried = isCut ? Buffer.from(bytes.subarray(lastTag)) : Buffer.alloc(0);
  }
  return merges;
}

const LONGEST_MERGE_TAG = 256;

function mergesIn(text: string): Merge[] {
  const tags = text.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([^"']+)["']/g);
  return [...tags]
    .map((tag) => parseRange(tag[1] ?? ''))
    .filter((merge) => merge !== undefined)
    .filter((merge) => merge.top <= HEAD_ROWS);
}
