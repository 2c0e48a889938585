import type ExcelJS from 'exceljs';
import { parseRange } from './cell.ts';
import { loadExcel } from './excel.ts';
import { guardSource } from './guard.ts';
import type { WorkbookLimits } from './limits.ts';
import { type ByteSource, openSource } from './source.ts';
import type { SheetSurvey } from './survey.ts';
import { unpackPart, type ZipEntry } from './zip.ts';

/** A whole workbook in memory costs several hundred bytes a cell. */
const MOST_CELLS = 300_000;
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const FURTHEST_ROW = 100_000;
const FURTHEST_COLUMN = 500;
/** exceljs makes an object for every cell of every merge and of every range with a rule. */
const WIDEST_RANGES = 300_000;

/**
 * The file as exceljs holds it, with its looks; undefined where it is too large for that, where exceljs fails on it
 * or, as with prefixed XML, silently sees less than there is. Drop-downs over very long ranges are left out.
 */
export async function findWhole(
  bytes: Uint8Array,
  surveys: ReadonlyMap<string, SheetSurvey>,
  limits: WorkbookLimits,
): Promise<ExcelJS.Workbook | undefined> {
  if (!isSmall([...surveys.values()])) return undefined;
  const ranges = await weighRanges(bytes, limits).catch(() => undefined);
  if (!ranges || ranges.merged > WIDEST_RANGES) return undefined;
  const excel = await loadExcel();
  const book = new excel.Workbook();
  const ignoreNodes = ranges.ruled > WIDEST_RANGES ? ['dataValidations'] : [];
  try {
    await book.xlsx.load(bytes as unknown as ArrayBuffer, { ignoreNodes });
  } catch {
    return undefined;
  }
  const seesAll = [...surveys].every(
    ([name, { lastRow }]) => (book.getWorksheet(name)?.rowCount ?? 0) >= lastRow,
  );
  return seesAll ? book : undefined;
}

function isSmall(surveys: readonly SheetSurvey[]): boolean {
  const cells = surveys.reduce((sum, survey) => sum + survey.cells, 0);
  const isNear = surveys.every(
    ({ lastRow, lastColumn }) => lastRow <= FURTHEST_ROW && lastColumn < FURTHEST_COLUMN,
  );
  return cells <= MOST_CELLS && isNear;
}

interface RangeWeight {
  merged: number;
  ruled: number;
}

/**
 * Unpacks every part once within its declared size, those our reader never opens included: exceljs opens them all,
 * without such care. Refuses as the reader does; undefined for more than is held in memory.
 */
async function weighRanges(bytes: Uint8Array, limits: WorkbookLimits): Promise<RangeWeight | undefined> {
  const source = await openSource(bytes);
  const entries = await guardSource(source, limits);
  const declared = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (declared > MOST_UNPACKED_BYTES) return undefined;
  const weight: RangeWeight = { merged: 0, ruled: 0 };
  for (const entry of entries) {
    const xml = (await wholePart(source, entry)).toString('latin1');
    if (!/worksheet/.test(entry.name)) continue;
    weight.merged += areaOf(xml, /<(?:\w+:)?mergeCell\s[^<>]*?ref\s*=\s*["']([^"']+)["']/g);
    weight.ruled += areaOf(xml, /<(?:\w+:)?dataValidation\s[^<>]*?sqref\s*=\s*["']([^"']+)["']/g);
  }
  return weight;
}

async function wholePart(source: ByteSource, entry: ZipEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of unpackPart(source, entry)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function areaOf(xml: string, tags: RegExp): number {
  let area = 0;
  for (const [, references = ''] of xml.matchAll(tags))
    for (const reference of references.split(/\s+/)) {
      const range = parseRange(reference);
      if (range) area += (range.bottom - range.top + 1) * (range.right - range.left + 1);
    }
  return area;
}
