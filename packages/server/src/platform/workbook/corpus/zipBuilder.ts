import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a package to build, with what its headers are to claim instead of the truth. */
export interface PartSpec {
  readonly name: string;
  readonly data: string | Buffer;
  readonly stored?: boolean;
  readonly declaredBytes?: number;
  readonly localName?: string;
  readonly crc?: number;
}

export interface PackageSpec {
  /** Entries the end record claims. */
  readonly declaredEntries?: number;
  /** Added to every offset in the directory. */
  readonly offsetShift?: number;
}

/** Builds a zip file byte by byte, so that tests can make its headers lie. */
export function buildZip(parts: readonly PartSpec[], spec: PackageSpec = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored ? data : deflateRawSync(data);
    const fields = headerFields(part, data, packed);
    const local = localHeader(part, fields);
    bodies.push(local, packed);
    directory.push(centralEntry(part, fields, offset + (spec.offsetShift ?? 0)));
    offset += local.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([
    ...bodies,
    central,
    endRecord(spec.declaredEntries ?? parts.length, central.length, offset),
  ]);
}

function headerFields(part: PartSpec, data: Buffer, packed: Buffer): Buffer {
  const fields = Buffer.alloc(22);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.stored ? 0 : 8, 4);
  fields.writeUInt32LE(part.crc ?? crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(part.declaredBytes ?? data.length, 18);
  return fields;
}

function localHeader(part: PartSpec, fields: Buffer): Buffer {
  const name = Buffer.from(part.localName ?? part.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  fields.copy(header, 4);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function centralEntry(part: PartSpec, fields: Buffer, offset: number): Buffer {
  const name = Buffer.from(part.name);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  fields.copy(entry, 6);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return Buffer.concat([entry, name]);
}

function endRecord(entries: number, directoryBytes: number, directoryAt: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(directoryBytes, 12);
  record.writeUInt32LE(directoryAt, 16);
  return record;
}
