import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filePath, readStoredFile, storeFile } from './store.ts';
import { thumbnail } from './thumbnail.ts';

let dir = '';
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'files-'));
});
afterAll(() => rm(dir, { recursive: true }));

test('a paper lies under its hash, is typed by its content and comes back whole', async () => {
  const bytes = Buffer.from('%PDF-1.4\n练习\n');
  const stored = await storeFile(dir, bytes);
  expect(stored.mediaType).toBe('application/pdf');
  expect(await readStoredFile(dir, stored.sha256)).toEqual(bytes);
});

test('the same paper again is kept once', async () => {
  const first = await storeFile(dir, Buffer.from('一份纪要'));
  const second = await storeFile(dir, Buffer.from('一份纪要'));
  expect(second).toEqual(first);
  expect(await readdir(join(dir, 'files', first.sha256.slice(0, 2)))).toEqual([first.sha256]);
});

test('a paper changed on the disk is not shown as if it were the one taken in', async () => {
  const { sha256 } = await storeFile(dir, Buffer.from('签到表'));
  await writeFile(filePath(dir, sha256), '改过的签到表');
  expect(await readStoredFile(dir, sha256)).toBeUndefined();
});

test('a thumbnail fits its edge and carries no EXIF', async () => {
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#888' } })
    .withExif({ IFD0: { Copyright: 'somebody' } })
    .jpeg()
    .toBuffer();
  const small = await sharp(await thumbnail(photo)).metadata();
  expect([small.width, small.height, small.exif]).toEqual([240, 160, undefined]);
});
