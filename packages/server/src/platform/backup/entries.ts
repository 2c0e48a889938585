import { z } from 'zod';
import { type ByteReader, uint32 } from './bytes.ts';
import { damaged } from './refusals.ts';

/** One part of a backup: what it says of itself, then its bytes. */
export interface Entry {
  readonly kind: 'begin' | 'table' | 'file' | 'manifest';
  readonly name: string;
  readonly bytes: AsyncGenerator<Buffer>;
}

const labelSchema = z.object({ kind: z.enum(['begin', 'table', 'file', 'manifest']), name: z.string() });
const LONGEST_LABEL = 4096;
const LONGEST_CHUNK = 64 * 1024 * 1024;

/** Writes an entry whose length nobody knows beforehand: label, chunks with their lengths, a chunk of length 0. */
export async function* writeEntry(
  kind: Entry['kind'],
  name: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const label = Buffer.from(JSON.stringify({ kind, name }));
  yield Buffer.concat([uint32(label.length), label]);
  for await (const chunk of bytes) {
    if (chunk.length === 0) continue;
    yield uint32(chunk.length);
    yield chunk;
  }
  yield uint32(0);
}

/** The entries one after another; each must be read to its end before the next is asked for. */
export async function* readEntries(reader: ByteReader): AsyncGenerator<Entry> {
  while (!(await reader.isAtEnd())) {
    const label = labelSchema.safeParse(
      JSON.parse((await readSized(reader, LONGEST_LABEL)).toString('utf8')),
    );
    if (!label.success) return damaged();
    yield { ...label.data, bytes: chunksOf(reader) };
  }
}

/** A small entry whole. */
export async function readText(entry: Entry): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry.bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function* chunksOf(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const chunk = await readSized(reader, LONGEST_CHUNK);
    if (chunk.length === 0) return;
    yield chunk;
  }
}

async function readSized(reader: ByteReader, longest: number): Promise<Buffer> {
  const length = (await reader.find(4))?.readUInt32BE() ?? damaged();
  if (length > longest) damaged();
  return (await reader.find(length)) ?? damaged();
}
