import { decrypt, encrypt, TAG_BYTES } from './aead.ts';
import { type ByteReader, uint32 } from './bytes.ts';
import { damaged } from './refusals.ts';

const FRAME_BYTES = 256 * 1024;

/**
 * Cuts a stream into frames, each encrypted and bound to its place, to the header and to being the last or not: a
 * frame changed, moved, left out or cut off the end does not open. The key is of this one stream.
 */
export async function* sealFrames(
  source: AsyncIterable<Uint8Array>,
  key: Buffer,
  header: Buffer,
): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let index = 0;
  const frame = (plain: Uint8Array, isLast: boolean) => {
    const sealed = encrypt(key, nonceOf(index++, isLast), plain, header);
    return Buffer.concat([uint32(sealed.length), sealed]);
  };
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size <= FRAME_BYTES) continue;
    const bytes = Buffer.concat(waiting);
    let at = 0;
    for (; bytes.length - at > FRAME_BYTES; at += FRAME_BYTES)
      yield frame(bytes.subarray(at, at + FRAME_BYTES), false);
    waiting = [bytes.subarray(at)];
    size = bytes.length - at;
  }
  yield frame(Buffer.concat(waiting), true);
}

/** The stream back. Refuses `backup_damaged` at the first frame that is not the one written there. */
export async function* openFrames(reader: ByteReader, key: Buffer, header: Buffer): AsyncGenerator<Buffer> {
  for (let index = 0; ; index++) {
    const length = (await reader.find(4))?.readUInt32BE() ?? damaged();
    if (length < TAG_BYTES || length > FRAME_BYTES + TAG_BYTES) damaged();
    const sealed = (await reader.find(length)) ?? damaged();
    // Only the last frame may end the file, and only the end of the file may be the last frame.
    const isLast = await reader.isAtEnd();
    yield decrypt(key, nonceOf(index, isLast), sealed, header) ?? damaged();
    if (isLast) return;
  }
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index), 0);
  nonce[8] = isLast ? 1 : 0;
  return nonce;
}
