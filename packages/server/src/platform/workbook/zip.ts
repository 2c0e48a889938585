import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { bomb, damaged, encrypted, WorkbookRefused } from './refusal.ts';
import type { ByteSource } from './source.ts';

/** One part of the package as the central directory declares it. */
export interface ZipEntry {
  /** Lower case, forward slashes, no leading slash. */
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  readonly headerOffset: number;
}

const END_RECORD = 0x06054b50;
const END_RECORD_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END_RECORD = 0x06064b50;
const CENTRAL_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const UNSET_32 = 0xffffffff;
const CHUNK_BYTES = 256 * 1024;

interface DirectoryPlace {
  readonly offset: number;
  readonly bytes: number;
  readonly entries: number;
}

/**
 * Reads the central directory. Refuses `damaged` when there is none or when it contradicts itself,
 * `bomb` when it declares more than `maxEntries` parts.
 */
export async function readZipDirectory(source: ByteSource, maxEntries: number): Promise<ZipEntry[]> {
  const place = await findDirectory(source);
  if (place.entries > maxEntries) throw bomb(`声明了 ${place.entries} 个部分`);
  if (place.offset + place.bytes > source.size) throw damaged('目录指到了文件之外');
  const bytes = await source.read(place.offset, place.bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { entry, next } = readCentralEntry(bytes, at);
    entries.push(entry);
    if (entries.length > maxEntries) throw bomb(`超过 ${maxEntries} 个部分`);
    at = next;
  }
  if (entries.length !== place.entries) throw damaged('目录里的个数对不上');
  return entries;
}

async function findDirectory(source: ByteSource): Promise<DirectoryPlace> {
  const tailBytes = Math.min(source.size, END_RECORD_BYTES + 0xffff);
  const tail = await source.read(source.size - tailBytes, tailBytes);
  for (let at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END_RECORD) continue;
    const place = {
      entries: tail.readUInt16LE(at + 10),
      bytes: tail.readUInt32LE(at + 12),
      offset: tail.readUInt32LE(at + 16),
    };
    const isZip64 = place.offset === UNSET_32 || place.bytes === UNSET_32 || place.entries === 0xffff;
    return isZip64 ? findZip64Directory(source, source.size - tailBytes + at) : place;
  }
  throw damaged('没有结尾，可能没有复制完整');
}

async function findZip64Directory(source: ByteSource, endRecordAt: number): Promise<DirectoryPlace> {
  const locator = await source.read(Math.max(0, endRecordAt - 20), 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== ZIP64_LOCATOR) throw damaged('目录找不到');
  const record = await source.read(Number(locator.readBigUInt64LE(8)), 56);
  if (record.length < 56 || record.readUInt32LE(0) !== ZIP64_END_RECORD) throw damaged('目录找不到');
  return {
    entries: Number(record.readBigUInt64LE(32)),
    bytes: Number(record.readBigUInt64LE(40)),
    offset: Number(record.readBigUInt64LE(48)),
  };
}

function readCentralEntry(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_ENTRY) throw damaged('目录不完整');
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  if (next > bytes.length) throw damaged('目录不完整');
  if (bytes.readUInt16LE(at + 8) & 1) throw encrypted();
  const sizes = wideSizes(bytes.subarray(nameEnd, extraEnd), {
    unpackedBytes: bytes.readUInt32LE(at + 24),
    packedBytes: bytes.readUInt32LE(at + 20),
    headerOffset: bytes.readUInt32LE(at + 42),
  });
  const entry = {
    name: partName(bytes.toString('utf8', at + 46, nameEnd)),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    ...sizes,
  };
  return { entry, next };
}

interface EntrySizes {
  unpackedBytes: number;
  packedBytes: number;
  headerOffset: number;
}

/** Sizes that did not fit 32 bits stand in the zip64 extra field, in this order, only where unset. */
function wideSizes(extra: Buffer, narrow: EntrySizes): EntrySizes {
  const wide = { ...narrow };
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    for (const key of ['unpackedBytes', 'packedBytes', 'headerOffset'] as const) {
      if (wide[key] !== UNSET_32) continue;
      if (field + 8 > extra.length) throw damaged('目录不完整');
      wide[key] = Number(extra.readBigUInt64LE(field));
      field += 8;
    }
    break;
  }
  return wide;
}

/** Part names are compared without case; some writers use backslashes. */
export function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/**
 * Unpacks one part, chunk by chunk. Refuses `bomb` as soon as it grows past its declared size and `damaged`
 * when it ends short of it, fails its checksum or is not where the directory says.
 */
export async function* unpackPart(source: ByteSource, entry: ZipEntry): AsyncGenerator<Buffer> {
  const dataAt = await findPartData(source, entry);
  let unpacked = 0;
  let sum = 0;
  for await (const chunk of inflated(packedChunks(source, dataAt, entry.packedBytes), entry)) {
    unpacked += chunk.length;
    if (unpacked > entry.unpackedBytes) throw bomb('解开后比声明的大');
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (unpacked !== entry.unpackedBytes || sum !== entry.crc) throw damaged('内容校验不符');
}

async function findPartData(source: ByteSource, entry: ZipEntry): Promise<number> {
  const header = await source.read(entry.headerOffset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_HEADER) throw damaged('目录与内容对不上');
  const nameBytes = header.readUInt16LE(26);
  const name = await source.read(entry.headerOffset + 30, nameBytes);
  if (partName(name.toString('utf8')) !== entry.name) throw damaged('目录与内容对不上');
  return entry.headerOffset + 30 + nameBytes + header.readUInt16LE(28);
}

async function* packedChunks(source: ByteSource, from: number, bytes: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < bytes; ) {
    const chunk = await source.read(from + done, Math.min(CHUNK_BYTES, bytes - done));
    if (chunk.length === 0) throw damaged('没有复制完整');
    done += chunk.length;
    yield chunk;
  }
}

async function* inflated(packed: AsyncGenerator<Buffer>, entry: ZipEntry): AsyncGenerator<Buffer> {
  if (entry.method === 0) return yield* packed;
  if (entry.method !== 8) throw damaged('压缩方式不认识');
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const feed = Readable.from(packed).on('error', (error) => inflate.destroy(error));
  feed.pipe(inflate);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : damaged('解压失败');
  } finally {
    feed.destroy();
    inflate.destroy();
  }
}
