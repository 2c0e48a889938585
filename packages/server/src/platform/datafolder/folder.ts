import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Keys } from '../../kernel/context.ts';
import { refuse } from '../../kernel/refusal.ts';
import { takeHold } from './hold.ts';
import { readKeyFiles, writeKeyFiles } from './key-files.ts';
import { type KeyPair, keyMark, makeKeys, newKeyPair } from './keys.ts';
import { type Log, openLog } from './log.ts';

/** The places inside a data folder. */
export interface DataPaths {
  readonly root: string;
  readonly cluster: string;
  readonly files: string;
  readonly inbox: string;
  readonly backups: string;
  readonly logs: string;
  readonly run: string;
}

export interface DataFolder {
  readonly id: string;
  readonly paths: DataPaths;
  readonly keys: Keys;
  /** For the paper with the keys and for backups, which carry them wrapped by the pass phrase. */
  readonly keyPair: KeyPair;
  readonly log: Log;
  /** True when this call made it. */
  readonly isNew: boolean;
}

/** What a restored installation brings with it instead of making its own. */
export interface FolderSeed {
  readonly id: string;
  readonly keyPair: KeyPair;
}

const FORMAT = 1;
const installationSchema = z.object({ format: z.number().int(), id: z.uuid(), keyMark: z.string() });

/**
 * Opens a data folder, making it when there is none. Refuses a folder full of something else or not ours to
 * write, a newer format, missing or foreign keys. With a seed the folder must be new: the installation is given, not made.
 */
export async function openDataFolder(path: string, seed?: FolderSeed): Promise<DataFolder> {
  makeRoot(path);
  const root = realpathSync(path);
  requireOurs(root);
  const paths = pathsOf(root);
  const hold = await takeHold(root, 'create');
  try {
    const isNew = !existsSync(installationFile(root));
    if (!isNew && seed) refuse('data_folder_not_empty', `${root} 里已有数据，只能恢复到空文件夹。`);
    if (isNew) create(paths, seed ?? { id: randomUUID(), keyPair: newKeyPair() });
    makeFolders(paths);
    const { id, keyMark: mark } = readInstallation(root);
    const keyPair = readKeyFiles(id, mark);
    return { id, paths, keyPair, keys: makeKeys(keyPair), log: openLog(paths.logs), isNew };
  } finally {
    await hold.release();
  }
}

function pathsOf(root: string): DataPaths {
  const inside = (name: string) => join(root, name);
  return {
    root,
    cluster: inside('cluster'),
    files: inside('files'),
    inbox: inside('inbox'),
    backups: inside('backups'),
    logs: inside('logs'),
    run: inside('run'),
  };
}

const installationFile = (root: string) => join(root, 'installation.json');

// For root the database runs under another user, who must be able to pass through the folder but not look into it.
function makeRoot(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return;
    refuse('data_folder_foreign', `${path} 是一个文件，不是数据文件夹。请换一个文件夹。`);
  }
  try {
    mkdirSync(path, { recursive: true });
  } catch {
    refuse('data_folder_not_writable', `建不了数据文件夹 ${path}：请换一个能写的地方。`);
  }
  chmodSync(path, isRoot() ? 0o711 : 0o700);
}

function requireOurs(root: string): void {
  try {
    accessSync(root, constants.R_OK | constants.W_OK);
  } catch {
    refuse('data_folder_not_writable', `${root} 不能写：请用建立它的那个用户运行，或改回它的权限。`);
  }
}

function makeFolders(paths: DataPaths): void {
  for (const folder of [paths.files, paths.inbox, paths.backups, paths.logs, paths.run]) {
    if (existsSync(folder)) continue;
    mkdirSync(folder);
    chmodSync(folder, folder === paths.run && isRoot() ? 0o711 : 0o700);
  }
}

// installation.json comes last: a folder without it was never finished and is made again.
function create(paths: DataPaths, { id, keyPair }: FolderSeed): void {
  const ours = new Set([
    'cluster',
    'files',
    'inbox',
    'backups',
    'logs',
    'run',
    'credentials.json',
    'installation.json.new',
  ]);
  const foreign = readdirSync(paths.root).filter((name) => !ours.has(name));
  if (foreign.length > 0 || existsSync(paths.cluster)) {
    refuse(
      'data_folder_foreign',
      `${paths.root} 不是空的，也不是双拥台账的数据文件夹（没有 installation.json）。`,
    );
  }
  writeKeyFiles(id, keyPair);
  const text = `${JSON.stringify({ format: FORMAT, id, keyMark: keyMark(keyPair) }, null, 2)}\n`;
  writeFileSync(`${installationFile(paths.root)}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${installationFile(paths.root)}.new`, installationFile(paths.root));
}

function readInstallation(root: string): z.infer<typeof installationSchema> {
  const parsed = installationSchema.safeParse(readJson(installationFile(root)));
  if (!parsed.success)
    return refuse('data_folder_damaged', `${installationFile(root)} 已损坏，请从备份恢复。`);
  if (parsed.data.format > FORMAT) {
    refuse('data_folder_newer', '这个数据文件夹由更新的版本建立，请先升级软件。');
  }
  return parsed.data;
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    return refuse('data_folder_unreadable', `不能读取 ${file}：请用建立它的那个用户运行。`);
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
