import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, Writable } from 'node:stream';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOut } from './zip-out.ts';

test('files come out as they went in, with their sizes and hashes, however slowly they are taken', async () => {
  const out = new PassThrough({ highWaterMark: 1_000 });
  const chunks: Buffer[] = [];
  const slow = new Writable({
    highWaterMark: 1_000,
    write(chunk: Buffer, _, done) {
      chunks.push(chunk);
      setImmediate(done);
    },
  });
  out.pipe(slow);
  const zip = zipOut(out, Date.UTC(2018, 0, 15));
  const photo = randomBytes(100_000);
  await zip.put('说明.txt', '怎么看');
  const file = zip.file('材料/0001-证.jpg');
  for (let at = 0; at < photo.length; at += 10_000) file.write(photo.subarray(at, at + 10_000));
  file.end();
  await once(file, 'finish');
  const taken = once(slow, 'finish');
  await zip.end();
  await taken;
  const found = unzipSync(Buffer.concat(chunks));
  expect(Buffer.from(found['说明.txt'] ?? []).toString()).toBe('怎么看');
  expect(Buffer.from(found['材料/0001-证.jpg'] ?? []).equals(photo)).toBe(true);
  const sha256 = createHash('sha256').update(photo).digest('hex');
  expect(zip.files.at(-1)).toEqual({ name: '材料/0001-证.jpg', size: 100_000, sha256 });
});

test('a place that cannot be written fails the file, not the program', async () => {
  const out = new Writable({ write: (_, __, done) => done(new Error('full')) });
  const zip = zipOut(out, Date.UTC(2018, 0, 15));
  const file = zip.file('a.txt');
  file.on('error', () => undefined);
  file.end(Buffer.alloc(200_000));
  await expect(once(file, 'finish').then(() => zip.end())).rejects.toThrow();
});
