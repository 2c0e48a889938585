import { createHash } from 'node:crypto';
import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../../kernel/ids.ts';

export interface StoredFile {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: string;
}

/** Where a file of this hash lies in the data folder: `files/ab/<sha256>`. */
export function filePath(dataDir: string, sha256: string): string {
  return join(dataDir, 'files', sha256.slice(0, 2), sha256);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Type by content, never by the name it came under. */
export async function sniffMediaType(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  return found?.mime ?? (isText(bytes) ? 'text/plain' : 'application/octet-stream');
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, 4096), { stream: true });
    return !bytes.subarray(0, 4096).includes(0);
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Writes beside its place and renames, so that a crash leaves either the whole file or none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${newId()}.part`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, path);
}

/** Stores bytes under their hash. The same bytes again cost nothing. Comes before the row that names them. */
export async function storeFile(dataDir: string, bytes: Uint8Array): Promise<StoredFile> {
  const sha256 = sha256Of(bytes);
  const path = filePath(dataDir, sha256);
  if (!(await exists(path))) {
    await mkdir(join(dataDir, 'files', sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
    await writeWhole(path, bytes);
  }
  return { sha256, size: bytes.length, mediaType: await sniffMediaType(bytes) };
}

/** The bytes of a stored file; undefined when it is gone or no longer what its name says. */
export async function readStoredFile(dataDir: string, sha256: string): Promise<Buffer | undefined> {
  const bytes = await readFile(filePath(dataDir, sha256)).catch(() => undefined);
  return bytes && sha256Of(bytes) === sha256 ? bytes : undefined;
}
