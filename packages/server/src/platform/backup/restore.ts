import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { type DataFolder, keyFolders, openDataFolder } from '../datafolder/index.ts';
import { filePath } from '../files/store.ts';
import { DB_FOLDER, MIGRATION_LOCK, pendingMigrations, readMigrations } from '../migrate/index.ts';
import { APP_ROLE, type Database, openDatabase } from '../postgres/index.ts';
import { type Entry, readText } from './entries.ts';
import {
  compareTables,
  finishSchema,
  importTable,
  makeSchema,
  requireEmptyDatabase,
  restoreSequences,
  type SchemaPlan,
} from './import.ts';
import { type Begin, type Manifest, manifestSchema } from './manifest.ts';
import { type OpenBackup, openBackup, withEntries } from './read.ts';
import { asBackupRefusal, damaged } from './refusals.ts';
import { type Staging, takeStaging } from './staging.ts';
import { totalsOf } from './write.ts';

export interface RestoreOptions {
  readonly file: string;
  readonly dataDir: string;
  readonly passphrase: string | undefined;
  /** Another server instead of the embedded one; `DATABASE_URL` unless given. */
  readonly url?: string | undefined;
  readonly say?: (sentence: string) => void;
  /** Papers are compared but not kept: for a drill. */
  readonly checkOnly?: boolean;
  readonly dbFolder?: string;
}

export interface RestoreReport {
  readonly installation: string;
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly people: number;
  /** Sum of every column of money. */
  readonly fen: string;
  readonly money: readonly MoneyMeasure[];
  readonly files: Manifest['files'];
}

/** What a restored table of money holds, as the backup said and the restored rows were found to say. */
export interface MoneyMeasure {
  readonly name: string;
  readonly rows: number;
  /** Decimal text. */
  readonly fen: string;
}

const MONEY_TABLES: Readonly<Record<string, string>> = {
  paid_line: '导入的发放',
  accrual: '应发',
  pay_line: '批次发放',
  claim: '追回',
  recovery: '追回的回收',
};

// Rows of a table made in the same transaction then need no log of their own: the table itself is flushed.
const IMPORT_SETTINGS = ['wal_level=minimal', 'max_wal_senders=0'];

/**
 * Makes a data folder and its database from a backup, compared with its manifest before anything counts. Refuses
 * what `openBackup` refuses, a folder or database that is not empty, and a newer schema; then nothing is left.
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const backup = await openBackup(options.file, options.passphrase);
  const plan = planSchema(backup.begin, options.dbFolder ?? DB_FOLDER);
  const staging = await takeStaging(options.dataDir, options.say ?? (() => {}));
  try {
    const report = await build(backup, plan, staging, options);
    if (options.checkOnly) staging.discard();
    else staging.adopt();
    return report;
  } catch (error) {
    staging.discard();
    throw asBackupRefusal(error, '恢复');
  } finally {
    await staging.release();
  }
}

function planSchema({ migrations }: Begin, dbFolder: string): Omit<SchemaPlan, 'appRole'> {
  const known = readMigrations(dbFolder);
  const newer = migrations.find(({ number }) => !known.some((ours) => ours.number === number));
  if (newer) {
    refuse('backup_newer', `这份备份由更新的版本做成（${newer.name}），请先升级软件再恢复。`);
  }
  const later = pendingMigrations(known, migrations);
  return { done: known.filter((migration) => !later.includes(migration)), later, dbFolder };
}

async function build(
  backup: OpenBackup,
  plan: Omit<SchemaPlan, 'appRole'>,
  staging: Staging,
  options: RestoreOptions,
): Promise<RestoreReport> {
  const { id } = backup.header.installation;
  const keysBefore = keyFolders(id).filter(existsSync);
  try {
    const folder = await openDataFolder(staging.root, { id, keyPair: backup.keyPair });
    const database = await openFor(folder, options);
    try {
      const report = await fill(database, folder, backup, plan, options.checkOnly ?? false);
      keepMarks(folder, backup.header);
      folder.log.write('restored', { madeAt: report.madeAt, rows: report.rows, files: report.files.count });
      return report;
    } finally {
      await database.close();
    }
  } catch (error) {
    const made = keyFolders(id).filter((path) => !keysBefore.includes(path));
    for (const path of made) rmSync(path, { recursive: true, force: true });
    throw error;
  }
}

// That it is the sample, for example: a practice township must not come back as a real one.
function keepMarks({ paths }: DataFolder, { installation }: OpenBackup['header']): void {
  const file = join(paths.root, 'installation.json');
  const own: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const marks = { ...installation, ...z.looseObject({}).parse(own) };
  writeFileSync(file, `${JSON.stringify(marks, null, 2)}\n`, { mode: 0o600, flush: true });
}

function openFor(folder: DataFolder, options: RestoreOptions): Promise<Database> {
  const url = 'url' in options ? options.url : process.env.DATABASE_URL || undefined;
  const { say } = options;
  return openDatabase({
    folder,
    purpose: 'command',
    url,
    settings: IMPORT_SETTINGS,
    ...(say ? { say } : {}),
  });
}

// One transaction from the empty database to the finished one: killed at any moment, it never happened.
async function fill(
  { ownerPool, hasOwnRole }: Database,
  folder: DataFolder,
  backup: OpenBackup,
  planned: Omit<SchemaPlan, 'appRole'>,
  checkOnly: boolean,
): Promise<RestoreReport> {
  const plan = { ...planned, appRole: hasOwnRole ? APP_ROLE : undefined };
  const client = await ownerPool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await requireEmptyDatabase(client);
    const rebuild = await makeSchema(client, backup.begin, plan);
    const manifest = await importAll(client, folder, backup, checkOnly);
    await compareTables(client, backup.begin, manifest);
    await finishSchema(client, rebuild, plan);
    await client.query('commit');
    return reportOf(backup, manifest);
  } catch (error) {
    broken = error instanceof Error ? error : new Error('restore failed');
    throw error;
  } finally {
    // Closing the connection rolls back, whatever it was in the middle of.
    client.release(broken);
  }
}

function reportOf({ header }: OpenBackup, manifest: Manifest): RestoreReport {
  const people = manifest.tables.person?.rows ?? 0;
  const { installation, madeAt } = header;
  const { files, tables } = manifest;
  const whole = { ...totalsOf(manifest), people, money: moneyOf(tables), files };
  return { installation: installation.id, madeAt, ...whole };
}

/** Tables of money that a backup has, each with its rows and the sum of what stands in its lines. */
function moneyOf(tables: Manifest['tables']): readonly MoneyMeasure[] {
  return Object.entries(MONEY_TABLES).flatMap(([table, name]) => {
    const measure = tables[table];
    const fen = measure?.sums.fen ?? measure?.sums.amount_fen ?? '0';
    return measure === undefined ? [] : [{ name, rows: measure.rows, fen }];
  });
}

async function importAll(
  client: pg.ClientBase,
  folder: DataFolder,
  backup: OpenBackup,
  checkOnly: boolean,
): Promise<Manifest> {
  return withEntries(backup.path, backup, async (entries) => {
    const tables = new Map(backup.begin.tables.map((table) => [table.name, table]));
    const papers = { count: 0, differing: [] as string[] };
    for await (const entry of entries) {
      if (entry.kind === 'begin') await readText(entry);
      if (entry.kind === 'table') await importTable(client, tables.get(entry.name) ?? damaged(), entry);
      if (entry.kind === 'file') {
        papers.count += 1;
        if (!(await takeFile(folder, entry, checkOnly))) papers.differing.push(entry.name);
      }
      if (entry.kind !== 'manifest') continue;
      const manifest = manifestSchema.parse(JSON.parse(await readText(entry)));
      compareFiles(papers, manifest);
      await restoreSequences(client, manifest);
      return manifest;
    }
    return damaged();
  });
}

function compareFiles(found: { count: number; differing: readonly string[] }, { files }: Manifest): void {
  const unknown = found.differing.filter((sha256) => !files.damaged.includes(sha256));
  if (found.count === files.count && unknown.length === 0) return;
  refuse('backup_differs', '备份里的材料原件与清单不一致，没有恢复任何内容。', { files: unknown });
}

/** Stores one paper under its hash; false, and nothing stored, when its bytes have another one. */
async function takeFile(folder: DataFolder, entry: Entry, checkOnly: boolean): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(entry.name)) damaged();
  const hash = createHash('sha256');
  if (checkOnly) {
    for await (const chunk of entry.bytes) hash.update(chunk);
    return hash.digest('hex') === entry.name;
  }
  const path = filePath(folder.paths.root, entry.name);
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(part, 'wx', 0o600);
  try {
    for await (const chunk of entry.bytes) {
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  const isWhole = hash.digest('hex') === entry.name;
  await (isWhole ? rename(part, path) : rm(part));
  return isWhole;
}
