import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { z } from 'zod';
import { type DataFolder, keyMark } from '../datafolder/index.ts';
import { filePath } from '../files/store.ts';
import { inLargeChunks } from './bytes.ts';
import { writeEntry } from './entries.ts';
import { sealFrames } from './frames.ts';
import { type ChainHead, type Header, makeHeader } from './header.ts';
import type { BackupKey } from './machine-key.ts';
import type { Begin, Manifest } from './manifest.ts';
import { asBackupRefusal } from './refusals.ts';
import { copyOut, countTable, type Measure, PLAIN_TEXT, readTables, type Table } from './tables.ts';

/** What is backed up: a data folder and its database, also while others work with them. */
export interface BackupSource {
  readonly folder: DataFolder;
  readonly ownerPool: pg.Pool;
}

export interface BackupReport {
  readonly path: string;
  readonly bytes: number;
  readonly madeAt: string;
  /** Opens with a pass phrase on any machine, not only on this one. */
  readonly hasPassphrase: boolean;
  readonly tables: number;
  readonly rows: number;
  /** Sum of every column of money. */
  readonly fen: string;
  readonly files: Manifest['files'];
}

/** Compresses well and is hardly slower than copying. */
const ZSTD_LEVEL = 3;
const CHUNK = 256 * 1024;

/**
 * Writes one backup of one snapshot to `path`. The name appears only when the file is whole and on the disk.
 * Refuses `disk_full` and `backup_place`.
 */
export async function writeBackup(source: BackupSource, path: string, key: BackupKey): Promise<BackupReport> {
  const part = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const written = await inSnapshot(source.ownerPool, (client) => writePart(client, source, part, key));
    await rename(part, path);
    await flushFolder(dirname(path));
    return { ...written, path, bytes: (await stat(path)).size, hasPassphrase: key.phrase !== null };
  } catch (error) {
    await rm(part, { force: true });
    throw asBackupRefusal(error, '写备份');
  }
}

async function inSnapshot<T>(pool: pg.Pool, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin isolation level repeatable read read only; ${PLAIN_TEXT}`);
    return await work(client);
  } catch (error) {
    broken = error instanceof Error ? error : new Error('backup failed');
    throw error;
  } finally {
    // After an error the connection may still be sending rows: only a new one is clean.
    if (broken) client.release(broken);
    else await client.query('commit').finally(() => client.release());
  }
}

async function writePart(client: pg.ClientBase, source: BackupSource, part: string, key: BackupKey) {
  const madeAt = new Date().toISOString();
  const installation = readInstallation(source.folder);
  const tables = await readTables(client);
  const heads = await readHeads(client, tables);
  const header = makeHeader({ madeAt, installation, heads, key });
  const manifest = emptyManifest();
  const file = createWriteStream(part, { mode: 0o600, flags: 'wx', flush: true });
  await pipeline(
    inLargeChunks(payload(client, source.folder, tables, manifest), CHUNK),
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL } }),
    async function* (compressed: AsyncIterable<Uint8Array>) {
      yield header.bytes;
      yield* sealFrames(compressed, header.contentKey, header.digest);
    },
    file,
  );
  return { madeAt, files: manifest.files, ...totalsOf(manifest) };
}

function readInstallation({ id, keyPair, paths }: DataFolder): Header['installation'] {
  const marks: unknown = JSON.parse(readFileSync(join(paths.root, 'installation.json'), 'utf8'));
  return { ...z.looseObject({}).parse(marks), id, keyMark: keyMark(keyPair) };
}

/** Rows and money of a whole backup. */
export function totalsOf({
  tables,
}: Pick<Manifest, 'tables'>): Pick<BackupReport, 'tables' | 'rows' | 'fen'> {
  const measures = Object.values(tables);
  const rows = measures.reduce((sum, table) => sum + table.rows, 0);
  const fen = measures.flatMap(({ sums }) => Object.values(sums)).reduce((sum, s) => sum + BigInt(s), 0n);
  return { tables: measures.length, rows, fen: String(fen) };
}

interface OpenManifest extends Manifest {
  files: { count: number; bytes: number; damaged: string[] };
}

const emptyManifest = (): OpenManifest => ({
  tables: {},
  sequences: {},
  files: { count: 0, bytes: 0, damaged: [] },
});

async function* payload(
  client: pg.ClientBase,
  folder: DataFolder,
  tables: readonly Table[],
  manifest: OpenManifest,
): AsyncGenerator<Uint8Array> {
  const begin: Begin = { migrations: await readMigrationsDone(client), tables };
  yield* writeEntry('begin', '', [Buffer.from(JSON.stringify(begin))]);
  for (const table of tables) yield* writeTable(client, table, manifest.tables);
  manifest.sequences = await readSequences(client);
  for (const sha256 of await readFileHashes(client, tables)) yield* writeFile(folder, sha256, manifest.files);
  yield* writeEntry('manifest', '', [Buffer.from(JSON.stringify(manifest))]);
}

async function* writeTable(client: pg.ClientBase, table: Table, measures: Record<string, Measure>) {
  const hash = createHash('sha256');
  yield* writeEntry('table', table.name, hashing(copyOut(client, table), hash));
  measures[table.name] = { ...(await countTable(client, table)), sha256: hash.digest('hex') };
}

async function* hashing(source: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

// A paper that is gone or spoilt must not keep the others from being saved; it is named in the manifest.
async function* writeFile(folder: DataFolder, sha256: string, files: OpenManifest['files']) {
  const path = filePath(folder.paths.root, sha256);
  const there = await stat(path).catch(() => undefined);
  if (!there?.isFile()) {
    files.damaged.push(sha256);
    return;
  }
  const hash = createHash('sha256');
  yield* writeEntry('file', sha256, hashing(createReadStream(path, { highWaterMark: CHUNK }), hash));
  if (hash.digest('hex') !== sha256) files.damaged.push(sha256);
  files.count += 1;
  files.bytes += there.size;
}

async function readFileHashes(client: pg.ClientBase, tables: readonly Table[]): Promise<readonly string[]> {
  if (!tables.some(({ name }) => name === 'stored_file')) return [];
  const { rows } = await client.query<{ sha256: string }>(
    `select distinct encode(sha256, 'hex') as sha256 from stored_file order by 1`,
  );
  return rows.map(({ sha256 }) => sha256);
}

async function readHeads(client: pg.ClientBase, tables: readonly Table[]): Promise<ChainHead[]> {
  if (!tables.some(({ name }) => name === 'audit_seal')) return [];
  const { rows } = await client.query<ChainHead>(
    `select distinct on (county_id) county_id as "countyId", seq, encode(hash, 'hex') as hash
       from audit_seal order by county_id, seq desc`,
  );
  return rows;
}

async function readMigrationsDone(client: pg.ClientBase): Promise<Begin['migrations']> {
  const { rows } = await client.query<Begin['migrations'][number]>(
    'select number, name, sha256 from schema_migration order by number',
  );
  return rows;
}

async function readSequences(client: pg.ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
      where schemaname = 'public' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

// The new name itself must be on the disk, which on Windows the system sees to.
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
