import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import type { DataFolder } from '../datafolder/index.ts';

/** Owner of the schema: makes tables and grants, used for migrations and restore. */
export const OWNER = 'shuangyong_owner';
/** Role the application works as: reads, adds, changes where it may; append-only tables it can only add to. */
export const APP_ROLE = 'shuangyong_app';
export const DATABASE = 'shuangyong';

const credentialsSchema = z.object({ owner: z.string().min(20), app: z.string().min(20) });
/** Passwords of the two roles of the embedded server; they never leave this machine and backups leave them out. */
export type Credentials = z.infer<typeof credentialsSchema>;

/** The passwords kept in the data folder; new ones for a data folder that has no cluster yet. */
export function ensureCredentials(folder: DataFolder): Credentials {
  const file = join(folder.paths.root, 'credentials.json');
  if (existsSync(file)) return read(file);
  const made = { owner: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') };
  writeFileSync(`${file}.new`, `${JSON.stringify(made)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return made;
}

function read(file: string): Credentials {
  try {
    return credentialsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return refuse('credentials_unreadable', `不能读取 ${file}：请用建立数据文件夹的那个用户运行。`);
  }
}

const addressSchema = z.object({ host: z.string(), port: z.number().int(), pid: z.number().int() });
/** Where the server of a data folder listens, written by the process that runs it. */
export type ServerAddress = z.infer<typeof addressSchema>;

const addressFile = (folder: DataFolder) => join(folder.paths.run, 'server.json');

export function writeAddress(folder: DataFolder, address: ServerAddress): void {
  const file = addressFile(folder);
  writeFileSync(`${file}.new`, JSON.stringify(address), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The address, or undefined while the server is still starting. */
export function findAddress(folder: DataFolder): ServerAddress | undefined {
  try {
    return addressSchema.parse(JSON.parse(readFileSync(addressFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

export function forgetAddress(folder: DataFolder): void {
  rmSync(addressFile(folder), { force: true });
}
