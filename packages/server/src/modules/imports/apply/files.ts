import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Where the files named in 档案.文件 are looked for. */
export interface FileSource {
  /** The bytes of a path of the workbook; undefined when there is no such file. */
  find(path: string): Promise<Buffer | undefined>;
  close(): Promise<void>;
}

/** Larger files are taken for missing: a scan of a paper is never that big. */
const LARGEST_FILE = 200 * 1024 * 1024;

/** Steps of a path inside the source; undefined for one that leads out of it. */
function insidePath(path: string): string | undefined {
  const slashed = path
    .normalize('NFC')
    .trim()
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  const steps = slashed.split('/');
  if (slashed === '' || slashed.startsWith('/') || /^[a-zA-Z]:/.test(slashed)) return undefined;
  return steps.some((step) => step === '..' || step.includes('\0')) ? undefined : steps.join('/');
}

async function folderSource(folder: string): Promise<FileSource> {
  const root = await realpath(folder);
  return {
    async find(path) {
      const inside = insidePath(path);
      if (inside === undefined) return undefined;
      // A link inside the folder may point out of it.
      const real = await realpath(join(root, inside)).catch(() => undefined);
      if (!real?.startsWith(root + sep)) return undefined;
      const info = await stat(real);
      return info.isFile() && info.size <= LARGEST_FILE ? readFile(real) : undefined;
    },
    close: async () => {},
  };
}

const UTF8_NAMES = 0x800;

/** Names in zips made by Chinese Windows are in GBK unless the flag says UTF-8. */
function entryName(entry: yauzl.Entry): string {
  const raw = entry.fileName as unknown as Buffer;
  if (entry.generalPurposeBitFlag & UTF8_NAMES) return raw.toString('utf8');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder('gb18030').decode(raw);
  }
}

function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      const inside = insidePath(entryName(entry));
      if (inside !== undefined && !inside.endsWith('/')) entries.set(inside, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer | undefined> {
  if (entry.uncompressedSize > LARGEST_FILE) return undefined;
  const stream = await promisify(
    zip.openReadStream.bind(zip) as (
      e: yauzl.Entry,
      done: (error: Error | null, s: NodeJS.ReadableStream) => void,
    ) => void,
  )(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** The paths of the workbook may or may not count the one folder everything was packed in. */
function findEntry(entries: ReadonlyMap<string, yauzl.Entry>, inside: string): yauzl.Entry | undefined {
  const exact = entries.get(inside);
  if (exact) return exact;
  const below = [...entries].filter(([name]) => name.slice(name.indexOf('/') + 1) === inside);
  return below.length === 1 ? below[0]?.[1] : undefined;
}

async function zipSource(file: string): Promise<FileSource> {
  const open = promisify(
    yauzl.open as (
      path: string,
      options: yauzl.Options,
      done: (error: Error | null, zip: yauzl.ZipFile) => void,
    ) => void,
  );
  const zip = await open(file, { lazyEntries: true, autoClose: false, decodeStrings: false });
  const entries = await listEntries(zip);
  return {
    async find(path) {
      const inside = insidePath(path);
      const entry = inside === undefined ? undefined : findEntry(entries, inside);
      return entry && readEntry(zip, entry).catch(() => undefined);
    },
    close: async () => zip.close(),
  };
}

/** Opens a folder or a zip of papers. Nothing outside of it is ever read. */
export async function openFileSource(path: string): Promise<FileSource> {
  const info = await stat(path);
  return info.isDirectory() ? folderSource(path) : zipSource(path);
}
