import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';
import { type KeyPair, keyMark } from './keys.ts';

const FILES = { dataKey: 'data.key', hashKey: 'hash.key' } as const;

/** The folders where the keys of an installation may lie, all outside its data folder, first choice first. */
export function keyFolders(installationId: string): readonly string[] {
  const chosen = process.env.SHUANGYONG_KEYS;
  if (chosen) return [join(chosen, installationId)];
  const home = join(homeConfig(), 'shuangyong', installationId);
  return process.getuid?.() === 0 ? [join('/var/lib/shuangyong/keys', installationId), home] : [home];
}

/** The keys of an installation. Refuses `keys_missing` and `keys_wrong`, because nothing could be read back. */
export function readKeyFiles(installationId: string, mark: string): KeyPair {
  const folder = keyFolders(installationId).find((f) => existsSync(join(f, FILES.dataKey)));
  if (folder === undefined) {
    const places = keyFolders(installationId).join(' 或 ');
    return refuse(
      'keys_missing',
      `找不到这个数据文件夹的密钥（应在 ${places}）。密钥不在数据文件夹里；换了机器请用 restore 从备份恢复，或把密钥文件夹拷回原处。`,
    );
  }
  const pair = {
    dataKey: readKey(join(folder, FILES.dataKey)),
    hashKey: readKey(join(folder, FILES.hashKey)),
  };
  if (keyMark(pair) !== mark) refuse('keys_wrong', `${folder} 里的密钥不是这个数据文件夹的密钥。`);
  return pair;
}

/**
 * Writes the keys of an installation (0600, flushed to the disk) and answers their folder. Keys already there,
 * as when a backup is restored on its own machine, must be the same ones.
 */
export function writeKeyFiles(installationId: string, pair: KeyPair): string {
  const folder = makeFirstPossible(keyFolders(installationId));
  if (existsSync(join(folder, FILES.hashKey))) {
    readKeyFiles(installationId, keyMark(pair));
    return folder;
  }
  writeKey(join(folder, FILES.dataKey), pair.dataKey);
  writeKey(join(folder, FILES.hashKey), pair.hashKey);
  return folder;
}

function homeConfig(): string {
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local');
  return process.env.XDG_CONFIG_HOME || join(homedir(), '.config');
}

function makeFirstPossible(folders: readonly string[]): string {
  for (const folder of folders) {
    try {
      mkdirSync(folder, { recursive: true });
      chmodSync(folder, 0o700);
      return folder;
    } catch {
      // A read-only system folder: the next place will do.
    }
  }
  return refuse(
    'keys_unwritable',
    `不能建立密钥文件夹 ${folders.join(' 或 ')}，可用 SHUANGYONG_KEYS 另指一处。`,
  );
}

function readKey(file: string): Buffer {
  const key = existsSync(file) ? Buffer.from(readFileSync(file, 'utf8').trim(), 'base64') : Buffer.alloc(0);
  return key.length === 32 ? key : refuse('keys_wrong', `密钥文件 ${file} 缺失或已损坏。`);
}

function writeKey(file: string, key: Buffer): void {
  const handle = openSync(file, 'w', 0o600);
  writeSync(handle, `${key.toString('base64')}\n`);
  fsyncSync(handle);
  closeSync(handle);
}
