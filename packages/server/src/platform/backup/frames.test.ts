import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { byteReader } from './bytes.ts';
import { openFrames, sealFrames } from './frames.ts';

const key = randomBytes(32);
const header = createHash('sha256').update('header').digest();
const FRAME = 4 + 256 * 1024 + 16;

async function gather(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const seal = (plain: Uint8Array, size = 50_000) => gather(sealFrames(pieces(plain, size), key, header));
const open = (sealed: Uint8Array, withKey = key, withHeader = header) =>
  gather(openFrames(byteReader(pieces(sealed, 70_001)), withKey, withHeader));
const damaged = { code: 'backup_damaged' };

test.each([0, 1, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 1_000_000])(
  '%i bytes come back',
  async (size) => {
    const plain = randomBytes(size);
    for (const piece of [999_983, 50_000, 4_093]) expect(await open(await seal(plain, piece))).toEqual(plain);
  },
);

test('any byte changed is found', async () => {
  const sealed = await seal(randomBytes(300));
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(place) ^ (1 << (place % 8)), place);
    await expect(open(changed)).rejects.toMatchObject(damaged);
  }
});

test('cut off anywhere, also between two frames, it is found', async () => {
  const sealed = await seal(randomBytes(600_000));
  for (const size of [0, 3, 4, 100, FRAME - 1, FRAME, FRAME + 4, 2 * FRAME, sealed.length - 1]) {
    await expect(open(sealed.subarray(0, size))).rejects.toMatchObject(damaged);
  }
});

test('frames exchanged, doubled, left out or added are found', async () => {
  const sealed = await seal(randomBytes(600_000));
  const [first, second, last] = [
    sealed.subarray(0, FRAME),
    sealed.subarray(FRAME, 2 * FRAME),
    sealed.subarray(2 * FRAME),
  ];
  for (const parts of [
    [second, first, last],
    [first, first, second, last],
    [second, last],
    [first, last],
    [first, second, last, last],
    [first, second, last, Buffer.of(0)],
  ]) {
    await expect(open(Buffer.concat(parts))).rejects.toMatchObject(damaged);
  }
});

test('a stream opens only with its own key and its own header', async () => {
  const sealed = await seal(randomBytes(100));
  await expect(open(sealed, randomBytes(32))).rejects.toMatchObject(damaged);
  await expect(open(sealed, key, randomBytes(32))).rejects.toMatchObject(damaged);
});
