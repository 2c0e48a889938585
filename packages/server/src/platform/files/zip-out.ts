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

/**
 * A zip written file by file as its bytes come, so that memory does not grow with it. One file at a time: wait for the
 * end of one before the next. Offsets have 32 bits: the caller keeps the whole under 4 GB.
 */
export class ZipOut {
  readonly files: ZippedFile[] = [];
  readonly #out: Writable;
  readonly #zip: Zip;
  readonly #at: number;
  #failure: Error | undefined;
  #isFull = false;

  /** `at`: the instant written beside each file. */
  constructor(out: Writable, at: number) {
    this.#out = out;
    this.#at = at;
    this.#out.on('error', (error) => {
      this.#failure ??= error;
    });
    this.#zip = new Zip((error, bytes, isLast) => {
      if (error) this.#failure ??= error;
      else if (!this.#out.write(bytes)) this.#isFull = true;
      if (isLast) this.#out.end();
    });
  }

  /** A file to be written into; its hash is known when it has finished. */
  file(name: string): Writable {
    const entry = isPacked(name) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    entry.mtime = this.#at;
    this.#zip.add(entry);
    const hash = createHash('sha256');
    let size = 0;
    return new Writable({
      write: (chunk: Buffer, _, done) => {
        hash.update(chunk);
        size += chunk.length;
        entry.push(new Uint8Array(chunk));
        this.#drained().then(() => done(this.#failure), done);
      },
      final: (done) => {
        entry.push(new Uint8Array(0), true);
        this.files.push({ name, size, sha256: hash.digest('hex') });
        done(this.#failure);
      },
    });
  }

  /** A whole file at once. */
  async put(name: string, bytes: string | Uint8Array): Promise<void> {
    const file = this.file(name);
    file.end(bytes);
    await once(file, 'finish');
  }

  async end(): Promise<void> {
    assert(this.#failure === undefined, 'a zip that failed is not ended');
    const finished = once(this.#out, 'finish');
    this.#zip.end();
    await finished;
  }

  async #drained(): Promise<void> {
    if (!this.#isFull || this.#failure !== undefined) return;
    this.#isFull = false;
    await once(this.#out, 'drain');
  }
}
