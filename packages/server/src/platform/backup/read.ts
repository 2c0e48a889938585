import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { byteReader } from './bytes.ts';
import { type Entry, readEntries, readText } from './entries.ts';
import { openFrames } from './frames.ts';
import { type Header, readHeader, type SealedHeader, type Unlocked, unlock } from './header.ts';
import { type Begin, beginSchema } from './manifest.ts';
import { asBackupRefusal, damaged } from './refusals.ts';

/** A backup whose every byte was found to be what was written. */
export interface OpenBackup extends Unlocked {
  readonly path: string;
  readonly header: Header;
  readonly begin: Begin;
}

/** The header alone, without any key. */
export async function readBackupHeader(path: string): Promise<Header> {
  return withFile(path, async (file) => (await readHeader(file)).header);
}

/**
 * Opens a backup and reads it to its end before anything is made of it. Refuses `not_a_backup`, `backup_newer`,
 * `wrong_passphrase`, `passphrase_missing`, `backup_of_other_machine` and `backup_damaged`.
 */
export async function openBackup(path: string, passphrase: string | undefined): Promise<OpenBackup> {
  const { header } = await withFile(path, readHeader);
  const unlocked = await unlock(header, passphrase);
  await withFrames(path, unlocked, async (frames) => {
    for await (const _ of frames);
  });
  const begin = await withEntries(path, unlocked, async (entries) => {
    const { value: first } = await entries.next();
    if (first?.kind !== 'begin') return damaged();
    return beginSchema.parse(JSON.parse(await readText(first)));
  });
  return { ...unlocked, path, header, begin };
}

/** Goes through the parts of a backup in their order. */
export async function withEntries<T>(
  path: string,
  unlocked: Unlocked,
  work: (entries: AsyncGenerator<Entry>) => Promise<T>,
): Promise<T> {
  return withFrames(path, unlocked, async (frames) => {
    const plain = createZstdDecompress();
    // What breaks the frames breaks the reader of `plain`, who reports it.
    const feeding = pipeline(Readable.from(frames, { objectMode: false }), plain).catch(() => {});
    try {
      return await work(readEntries(byteReader(plain)));
    } finally {
      plain.destroy();
      await feeding;
    }
  });
}

async function withFrames<T>(
  path: string,
  { contentKey }: Unlocked,
  work: (frames: AsyncGenerator<Buffer>) => Promise<T>,
): Promise<T> {
  return withFile(path, async (file) => {
    const { digest }: SealedHeader = await readHeader(file);
    return work(openFrames(file, contentKey, digest));
  });
}

async function withFile<T>(
  path: string,
  work: (file: ReturnType<typeof byteReader>) => Promise<T>,
): Promise<T> {
  const stream = createReadStream(path, { highWaterMark: 1024 * 1024 });
  try {
    return await work(byteReader(stream));
  } catch (error) {
    throw asBackupRefusal(error, '读备份');
  } finally {
    stream.destroy();
  }
}
