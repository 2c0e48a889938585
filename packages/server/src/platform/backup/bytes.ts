/** Reads exact numbers of bytes from a stream of chunks of any size. */
export interface ByteReader {
  /** Exactly `count` bytes; undefined when the stream ends before. */
  find(count: number): Promise<Buffer | undefined>;
  /** True when nothing is left. */
  isAtEnd(): Promise<boolean>;
  /** Lets go of the source before its end. */
  close(): Promise<void>;
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const hold = async (count: number) => {
    const pieces: Uint8Array[] = [held];
    let size = held.length;
    while (size < count) {
      const { value, done } = await chunks.next();
      if (done) break;
      pieces.push(value);
      size += value.length;
    }
    if (pieces.length > 1) held = Buffer.concat(pieces, size);
    return size >= count;
  };
  return {
    async find(count) {
      if (!(await hold(count))) return undefined;
      const taken = held.subarray(0, count);
      held = held.subarray(count);
      return taken;
    },
    async isAtEnd() {
      return !(await hold(1));
    },
    async close() {
      await chunks.return?.();
    },
  };
}

/** The same bytes in fewer, larger chunks: every write to a compressor costs a turn of its thread. */
export async function* inLargeChunks(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Buffer> {
  let pieces: Uint8Array[] = [];
  let held = 0;
  for await (const chunk of source) {
    pieces.push(chunk);
    held += chunk.length;
    if (held < size) continue;
    yield Buffer.concat(pieces, held);
    pieces = [];
    held = 0;
  }
  if (held > 0) yield Buffer.concat(pieces, held);
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
