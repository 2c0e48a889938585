import { DEFAULT_WORKBOOK_LIMITS, type WorkbookLimits } from './limits.ts';
import { bomb, damaged, encrypted, notXlsx, tooLarge, type WorkbookRefused } from './refusal.ts';
import { describeText } from './sniff.ts';
import { type ByteSource, openSource } from './source.ts';
import { readZipDirectory, type ZipEntry } from './zip.ts';

const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PK_MAGIC = Buffer.from('504b', 'hex');
const HEAD_BYTES = 64 * 1024;

/**
 * Looks at a file before any parser does, in milliseconds and without unpacking anything. Returns the
 * package's parts; throws `WorkbookRefused` with `not_xlsx`, `encrypted`, `damaged`, `too_large` or `bomb`.
 */
export async function guardWorkbook(
  file: string | Uint8Array,
  limits: WorkbookLimits = DEFAULT_WORKBOOK_LIMITS,
): Promise<ZipEntry[]> {
  const source = await openSource(file);
  try {
    return await guardSource(source, limits);
  } finally {
    await source.close();
  }
}

/** The same over a source that stays open. */
export async function guardSource(source: ByteSource, limits: WorkbookLimits): Promise<ZipEntry[]> {
  if (source.size > limits.packedBytes) throw tooLarge(`超过 ${inMegabytes(limits.packedBytes)} MB`);
  const head = await source.read(0, HEAD_BYTES);
  if (head.subarray(0, 8).equals(OLE_MAGIC)) throw await refuseOle(source);
  if (!head.subarray(0, 2).equals(PK_MAGIC)) throw notXlsx(describeText(head));
  const entries = await readZipDirectory(source, limits.entries);
  refuseSizes(entries, limits);
  refuseOverlaps(entries, source.size);
  refuseOtherPackages(entries);
  return entries;
}

/** An encrypted xlsx is an OLE file with a stream of that name; any other OLE file is the old format. */
async function refuseOle(source: ByteSource): Promise<WorkbookRefused> {
  const bytes = await source.read(0, source.size);
  const isEncrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return isEncrypted ? encrypted() : notXlsx('这是旧格式的文件（xls、et 或 doc）');
}

function refuseSizes(entries: readonly ZipEntry[], limits: WorkbookLimits): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    packed += entry.packedBytes;
    unpacked += entry.unpackedBytes;
    const swells = entry.unpackedBytes > entry.packedBytes * limits.ratio;
    if (swells && entry.unpackedBytes > limits.ratioFromBytes) throw bomb(`压缩比超过 ${limits.ratio}`);
  }
  if (unpacked <= limits.unpackedBytes) return;
  if (unpacked > packed * limits.ratio) throw bomb(`压缩比超过 ${limits.ratio}`);
  throw tooLarge(`解开后超过 ${inMegabytes(limits.unpackedBytes)} MB`);
}

/** Parts that share bytes are how a small file unpacks to a huge one without any single large ratio. */
function refuseOverlaps(entries: readonly ZipEntry[], fileBytes: number): void {
  const inOrder = [...entries].sort((a, b) => a.headerOffset - b.headerOffset);
  let end = 0;
  for (const entry of inOrder) {
    if (entry.headerOffset < end) throw bomb('几个部分重叠');
    end = entry.headerOffset + entry.packedBytes;
    if (end > fileBytes) throw damaged('目录指到了文件之外');
  }
}

const OTHER_PACKAGES: readonly (readonly [string, string])[] = [
  ['word/document.xml', '这是 Word 文件'],
  ['ppt/presentation.xml', '这是演示文稿'],
  ['xl/workbook.bin', '这是二进制格式的表格（xlsb）'],
  ['mimetype', '这是 ODF 文件（ods、odt）'],
];

function refuseOtherPackages(entries: readonly ZipEntry[]): void {
  const names = new Set(entries.map((entry) => entry.name));
  const other = OTHER_PACKAGES.find(([name]) => names.has(name));
  if (other) throw notXlsx(other[1]);
  if (!names.has('[content_types].xml')) throw notXlsx('这是一个压缩包');
}

function inMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
