import { finished } from 'node:stream/promises';
import { CompiledQuery } from 'kysely';
import { from } from 'pg-copy-streams';
import { type CopyLines, createCopyLines } from './copy-lines.ts';
import type { Db } from './db.ts';

/** A COPY under way: no other query may run on the transaction until `end`. */
export interface Copy {
  /** Lines in COPY's text form. A promise only when the connection wants a rest. */
  write(text: string): Promise<void> | undefined;
  /** Lines made by `createCopyLines`; nothing else may be written to them afterwards. */
  piece(bytes: Buffer): Promise<void> | undefined;
  end(): Promise<void>;
}

export type CopyFields = Pick<CopyLines, 'field' | 'bytesField'>;

/** How much is handed on at once. */
export const FLUSH_BYTES = 256 * 1024;

/**
 * Starts `copy … from stdin` inside the caller's transaction. Kysely keeps its client to itself, but hands whatever
 * stands in the query's place to `client.query`, and pg runs a stream that submits itself: so the stream is the
 * query, and the rows go through the transaction's own connection.
 */
async function startCopy(db: Db, table: string, columns: readonly string[]): Promise<Copy> {
  const stream = from(`copy ${table} (${columns.join(', ')}) from stdin`);
  const done = finished(stream);
  done.catch(() => {});
  await db.executeQuery(CompiledQuery.raw(stream as unknown as string));
  const lines = createCopyLines(FLUSH_BYTES);
  const send = async (bytes: Buffer) => {
    // A broken stream never drains; its error must end the wait.
    if (!stream.write(bytes)) await Promise.race([new Promise<void>((go) => stream.once('drain', go)), done]);
  };
  const flush = () => send(lines.take());
  const flushFull = () => (lines.size >= FLUSH_BYTES ? flush() : undefined);
  return {
    write(text) {
      lines.write(text);
      return flushFull();
    },
    piece(bytes) {
      return send(bytes);
    },
    async end() {
      if (lines.size > 0) await flush();
      stream.end();
      await done;
    },
  };
}

/** Copies lines that are made already, one piece after another. */
export async function copyPieces(
  db: Db,
  table: string,
  columns: readonly string[],
  pieces: readonly Buffer[],
): Promise<void> {
  await copyRows(db, table, columns, async (copy) => {
    for (const piece of pieces) await copy.piece(piece);
  });
}

/** Copies what `work` writes. When it fails the COPY is ended first: the transaction must be able to roll back. */
export async function copyRows(
  db: Db,
  table: string,
  columns: readonly string[],
  work: (copy: Copy) => Promise<void>,
): Promise<void> {
  const copy = await startCopy(db, table, columns);
  try {
    await work(copy);
  } catch (error) {
    await copy.end().catch(() => {});
    throw error;
  }
  await copy.end();
}

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

export const COPY_NULL = '\\N';

/** A value in COPY's text form. */
export function copyText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return COPY_NULL;
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (typeof value === 'number') return String(value);
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (special) => ESCAPES[special] ?? special) : value;
}

export const copyBytes = (hex: string | null): string => (hex === null ? COPY_NULL : `\\\\x${hex}`);
