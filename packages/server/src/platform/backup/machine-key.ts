import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { refuse } from '../../kernel/refusal.ts';
import { type DataFolder, keyFolders } from '../datafolder/index.ts';
import { checkPassphrase, openSecrets, type PhraseSlot, phraseSlotSchema, sealSecrets } from './phrase.ts';

/** A key of the backups of this machine, and what lets the pass phrase open it once one was set. */
export interface BackupKey {
  readonly id: string;
  readonly key: Buffer;
  readonly phrase: PhraseSlot | null;
}

const fileSchema = z.object({
  keys: z.array(z.object({ id: z.string(), key: z.string(), phrase: phraseSlotSchema.nullable() })).min(1),
});

/** The key for backups that run unattended, made on first use. It lies beside the keys of the installation. */
export function machineBackupKey(folder: DataFolder): BackupKey {
  const [newest] = readKeys(folder.id);
  return newest ?? keep(folder.id, []);
}

/**
 * The key for a backup under this pass phrase; unattended backups use it from then on. Another pass phrase than
 * before gets another key: whoever knows one phrase cannot open what was made under the other.
 */
export async function phraseBackupKey(
  folder: DataFolder,
  passphrase: string | undefined,
): Promise<BackupKey> {
  const phrase = checkPassphrase(passphrase);
  const keys = readKeys(folder.id);
  const [newest] = keys;
  if (newest?.phrase && (await openSecrets(phrase, newest.phrase))) return newest;
  const isUnclaimed = newest !== undefined && newest.phrase === null;
  const base = isUnclaimed ? newest : newKey();
  const slot = await sealSecrets(phrase, { backupKey: base.key, keyPair: folder.keyPair });
  return write(folder.id, [{ ...base, phrase: slot }, ...(isUnclaimed ? keys.slice(1) : keys)]);
}

/** A key this machine has made before, by its id. */
export function findBackupKey(installationId: string, id: string): BackupKey | undefined {
  return readKeys(installationId).find((key) => key.id === id);
}

const newKey = (): BackupKey => ({ id: randomBytes(8).toString('hex'), key: randomBytes(32), phrase: null });

function keep(installationId: string, others: readonly BackupKey[]): BackupKey {
  return write(installationId, [newKey(), ...others]);
}

function findFile(installationId: string): string | undefined {
  const folder = keyFolders(installationId).find((path) => existsSync(join(path, 'data.key')));
  return folder && join(folder, 'backup.json');
}

function readKeys(installationId: string): readonly BackupKey[] {
  const file = findFile(installationId);
  if (!file || !existsSync(file)) return [];
  const parsed = fileSchema.safeParse(readJson(file));
  if (!parsed.success) return refuse('keys_wrong', `密钥文件 ${file} 已损坏。`);
  return parsed.data.keys.map((key) => ({ ...key, key: Buffer.from(key.key, 'base64') }));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(installationId: string, keys: readonly [BackupKey, ...BackupKey[]]): BackupKey {
  const file = findFile(installationId) ?? refuse('keys_missing', '找不到这个数据文件夹的密钥，不能备份。');
  const text = JSON.stringify({ keys: keys.map((key) => ({ ...key, key: key.key.toString('base64') })) });
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return keys[0];
}
