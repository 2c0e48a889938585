import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { shanghaiDay } from '@shuangyong/values';
import { z } from 'zod';
import { NotFound } from '../../kernel/refusal.ts';
import type { DataFolder } from '../datafolder/index.ts';

/** Why a backup was made. Those made by themselves are thinned out, those somebody asked for never. */
export type BackupKind = 'daily' | 'upgrade' | 'manual';

/** A backup in the data folder. */
export interface ShelfItem {
  readonly name: string;
  readonly kind: BackupKind;
  readonly madeAt: string;
  readonly bytes: number;
}

const NAME = /^(daily|upgrade|manual)-(\d{4}-\d{2}-\d{2})[-\w]*\.sybackup$/;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 14;
const KEPT_MONTHS = 12;
const KEPT_UPGRADES = 5;
const LONG_WITHOUT_COPY = 7;

/** Name of a backup made now: `manual-2026-03-01-153012.sybackup`; one a day for the daily ones. */
export function shelfName(kind: BackupKind, at: number): string {
  const time = new Date(at + 8 * 3_600_000).toISOString().slice(11, 19).replaceAll(':', '');
  return `${kind}-${shanghaiDay(at)}${kind === 'daily' ? '' : `-${time}`}.sybackup`;
}

/** The backups in this folder, newest first. */
export async function listShelf(backups: string): Promise<readonly ShelfItem[]> {
  const items: ShelfItem[] = [];
  for (const name of await readdir(backups).catch(() => [])) {
    const kind = NAME.exec(name)?.[1] as BackupKind | undefined;
    if (!kind) continue;
    const { mtimeMs, size } = await stat(join(backups, name));
    items.push({ name, kind, madeAt: new Date(mtimeMs).toISOString(), bytes: size });
  }
  return items.sort((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
}

/** Path of a backup in the data folder; NotFound for any other name. */
export function shelfPath(folder: DataFolder, name: string): string {
  const path = join(folder.paths.backups, name);
  if (!NAME.test(name) || !existsSync(path)) throw new NotFound();
  return path;
}

/** Removes what is no longer kept: 14 daily and the first of each of 12 months, 5 before upgrades, unfinished ones. */
export async function thinShelf(folder: DataFolder, now: number): Promise<void> {
  const kept = keptNames(await listShelf(folder.paths.backups));
  for (const name of await readdir(folder.paths.backups)) {
    const path = join(folder.paths.backups, name);
    const isUnfinished = name.endsWith('.part') && now - (await stat(path)).mtimeMs > DAY_MS;
    if (isUnfinished || (NAME.test(name) && !kept.has(name))) await rm(path, { force: true });
  }
}

/** Pure: which of these stay. */
export function keptNames(items: readonly Pick<ShelfItem, 'name' | 'kind'>[]): ReadonlySet<string> {
  const of = (kind: BackupKind) =>
    items
      .filter((item) => item.kind === kind)
      .map(({ name }) => name)
      .sort()
      .reverse();
  const daily = of('daily');
  // Oldest of each month: it stays while the month goes on, so it is there when the month is over.
  const monthly = new Map(daily.map((name) => [name.slice(0, 'daily-2026-03'.length), name]));
  return new Set([
    ...of('manual'),
    ...of('upgrade').slice(0, KEPT_UPGRADES),
    ...daily.slice(0, KEPT_DAYS),
    ...[...monthly.values()].slice(0, KEPT_MONTHS),
  ]);
}

const copiesSchema = z.object({ lastCopyAt: z.iso.datetime() });
const copiesFile = (folder: DataFolder) => join(folder.paths.backups, 'copies.json');

/** Remembers that a backup went to another disk, or was downloaded to be taken there. */
export function noteCopy(folder: DataFolder, now: number = Date.now()): void {
  const file = copiesFile(folder);
  writeFileSync(`${file}.new`, JSON.stringify({ lastCopyAt: new Date(now).toISOString() }), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Whether a file lies on another disk than the data folder. */
export function isOnOtherDisk(folder: DataFolder, path: string): boolean {
  return statSync(path).dev !== statSync(folder.paths.root).dev;
}

export interface BackupStatus {
  readonly lastBackupAt: string | null;
  readonly lastCopyAt: string | null;
  /** Days since a backup went to another disk, else since the data folder was made. */
  readonly daysWithoutCopy: number;
  /** What the user is told once it has been more than seven days. */
  readonly warning: string | null;
}

/** How old the last backup is. By the real clock, whatever day is set for tests. */
export async function backupStatus(folder: DataFolder, now: number = Date.now()): Promise<BackupStatus> {
  const [newest] = await listShelf(folder.paths.backups);
  const lastCopyAt = readLastCopy(folder);
  const since = lastCopyAt
    ? Date.parse(lastCopyAt)
    : statSync(join(folder.paths.root, 'installation.json')).mtimeMs;
  const daysWithoutCopy = Math.max(0, Math.floor((now - since) / DAY_MS));
  return {
    lastBackupAt: newest?.madeAt ?? null,
    lastCopyAt,
    daysWithoutCopy,
    warning: copyWarning(daysWithoutCopy, lastCopyAt !== null),
  };
}

/** Pure: the sentence on the screen, null while all is well. */
export function copyWarning(days: number, hasCopy: boolean): string | null {
  if (days <= LONG_WITHOUT_COPY) return null;
  const what = hasCopy ? `已 ${days} 天没有备份到备份盘` : '还没有备份到备份盘过';
  return `${what}。请插入备份盘，点「现在备份」。`;
}

function readLastCopy(folder: DataFolder): string | null {
  try {
    return copiesSchema.parse(JSON.parse(readFileSync(copiesFile(folder), 'utf8'))).lastCopyAt;
  } catch {
    return null;
  }
}
