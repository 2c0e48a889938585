import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';
import type { DataFolder } from '../datafolder/index.ts';
import { machineBackupKey, phraseBackupKey } from './machine-key.ts';
import { type BackupKind, isOnOtherDisk, noteCopy, shelfName, thinShelf } from './shelf.ts';
import { type BackupReport, type BackupSource, writeBackup } from './write.ts';

/**
 * A backup under a pass phrase, to a place of the user's choice or into the data folder. Refuses
 * `passphrase_missing`, `passphrase_short`, `disk_full`, `backup_place`.
 */
export async function makeBackup(
  source: BackupSource,
  passphrase: string | undefined,
  out?: string,
): Promise<BackupReport> {
  const key = await phraseBackupKey(source.folder, passphrase);
  const path = out === undefined ? inShelf(source.folder, 'manual', Date.now()) : resolve(out);
  const report = await writeBackup(source, path, key);
  if (isOnOtherDisk(source.folder, path)) noteCopy(source.folder);
  source.folder.log.write('backup_made', { kind: 'manual', rows: report.rows, bytes: report.bytes });
  return report;
}

/**
 * The day's own backup, made once a day and opened by this machine's key, and by the pass phrase if one was ever
 * used. Answers what it made, undefined when today's is there or it failed: then the log says why and the age of
 * the last backup stays on the screen. Never throws: call it as often as you like.
 */
export async function dailyBackup(
  source: BackupSource,
  now: number = Date.now(),
): Promise<BackupReport | undefined> {
  const { folder } = source;
  const path = inShelf(folder, 'daily', now);
  if (existsSync(path)) return undefined;
  try {
    const report = await writeBackup(source, path, machineBackupKey(folder));
    folder.log.write('backup_made', { kind: 'daily', rows: report.rows, bytes: report.bytes });
    await thinShelf(folder, now);
    return report;
  } catch (error) {
    folder.log.write('backup_failed', { kind: 'daily', code: error instanceof Refusal ? error.code : 'bug' });
    return undefined;
  }
}

/** The backup before the schema of an existing database is changed. What it refuses stops the upgrade. */
export async function backupBeforeMigrate(folder: DataFolder, ownerPool: pg.Pool): Promise<BackupReport> {
  const path = inShelf(folder, 'upgrade', Date.now());
  const report = await writeBackup({ folder, ownerPool }, path, machineBackupKey(folder));
  folder.log.write('backup_made', { kind: 'upgrade', rows: report.rows, bytes: report.bytes });
  return report;
}

const inShelf = (folder: DataFolder, kind: BackupKind, at: number) =>
  join(folder.paths.backups, shelfName(kind, at));
