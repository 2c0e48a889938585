import { open } from 'node:fs/promises';

/** Random access to the bytes of one file. */
export interface ByteSource {
  readonly size: number;
  /** Bytes from `offset`; fewer than `length` at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openSource(file: string | Uint8Array): Promise<ByteSource> {
  return typeof file === 'string' ? openPath(file) : overBytes(file);
}

function overBytes(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: buffer.length,
    read: async (offset, length) => buffer.subarray(Math.min(offset, buffer.length), offset + length),
    close: async () => {},
  };
}

async function openPath(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const buffer = Buffer.allocUnsafe(wanted);
      const { bytesRead } = await handle.read(buffer, 0, wanted, offset);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}
