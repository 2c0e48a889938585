import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { assert } from '../../kernel/refusal.ts';

/** One file of an archive, with what a reader compares it by. */
export interface ZippedFile {
  readonly name: string;
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Text is packed; xlsx, pictures and PDF are packed already. */
const isPacked = (name: string) => !/\.(txt|csv|jsonl)$/.test(name);

/** A zip that is being written. */
export interface ZipOut {
  /** Files that have been finished, in their order. */
  readonly files: readonly ZippedFile[];
  /** A file to be written into; its hash is known when it has finished. */
  file(name: string): Writable;
  /** A whole file at once. */
  put(name: string, bytes: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/**
 * A zip written file by file as its bytes come, so that memory does not grow with it. One file at a time: wait for the
 * end of one before the next. Offsets have 32 bits: the caller keeps the whole under 4 GB. `at`: the instant written
 * beside each file.
 */
export function zipOut(out: Writable, at: number): ZipOut {
  const files: ZippedFile[] = [];
  let failure: Error | undefined;
  let isFull = false;
  const failed = (error: Error) => {
    failure ??= error;
  };
  out.on('error', failed);
  const zip = new Zip((error, bytes, isLast) => {
    if (error) failed(error);
    else if (!out.write(bytes)) isFull = true;
    if (isLast) out.end();
  });
  const drained = async () => {
    if (!isFull || failure !== undefined) return;
    isFull = false;
    await once(out, 'drain');
  };
  const file = (name: string) => {
    const entry = isPacked(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    const hash = createHash('sha256');
    let size = 0;
    return new Writable({
      write: (chunk: Buffer, _, done) => {
        hash.update(chunk);
        size += chunk.length;
        entry.push(new Uint8Array(chunk));
        drained().then(() => done(failure), done);
      },
      final: (done) => {
        entry.push(new Uint8Array(0), true);
        files.push({ name, size, sha256: hash.digest('hex') });
        done(failure);
      },
    });
  };
  const put = async (name: string, bytes: string | Uint8Array) => {
    const one = file(name);
    one.end(bytes);
    await once(one, 'finish');
  };
  const end = async () => {
    assert(failure === undefined, 'a zip that failed is not ended');
    const finished = once(out, 'finish');
    zip.end();
    await finished;
  };
  return { files, file, put, end };
}
