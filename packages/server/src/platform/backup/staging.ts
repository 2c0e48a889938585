import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../kernel/refusal.ts';
import { takeHold } from '../datafolder/index.ts';

const PREFIX = 'restoring-';
const LAST = 'installation.json';
const PARTS = ['cluster', 'files', 'inbox', 'backups', 'logs', 'run', 'credentials.json'];

/** A folder inside the target where a restore builds; nothing of it counts before `adopt`. */
export interface Staging {
  readonly root: string;
  /** Makes what was built the data folder itself; `installation.json`, which makes it one, comes last. */
  adopt(): void;
  /** Removes everything that was built. */
  discard(): void;
  release(): Promise<void>;
}

/**
 * Takes hold of the target of a restore. Refuses `data_folder_not_empty`; what an earlier restore that was killed
 * left half done is cleared away.
 */
export async function takeStaging(dataDir: string, say: (sentence: string) => void): Promise<Staging> {
  const isNew = !existsSync(dataDir);
  if (isNew) makeTarget(dataDir);
  const target = realpathSync(dataDir);
  const hold = await takeHold(target, 'create', { onWait: () => say('这个文件夹正在恢复，等它结束……') });
  try {
    await clearUntilGone(target);
    if (readdirSync(target).length > 0) {
      refuse('data_folder_not_empty', `${target} 不是空的，只能恢复到空文件夹。请换一个文件夹。`);
    }
  } catch (error) {
    await hold.release();
    throw error;
  }
  // A name never used before: the cluster of root lies in a system folder named after this one.
  const root = join(target, PREFIX + randomBytes(4).toString('hex'));
  const discard = () => {
    removeBuilt(root);
    if (isNew) rmdirSync(target);
  };
  return { root, adopt: () => adopt(root, target), discard, release: () => hold.release() };
}

// Root's database runs as another user, who must be able to pass through.
function makeTarget(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
}

function adopt(root: string, target: string): void {
  const names = readdirSync(root).filter((name) => name !== LAST);
  for (const name of [...names, LAST]) renameSync(join(root, name), join(target, name));
  rmdirSync(root);
}

const MOST_TRIES = 50;
const isAbandoned = (target: string) => readdirSync(target).some((name) => name.startsWith(PREFIX));

// A helper of the restore that was killed may write for a moment longer than it and make a part again.
async function clearUntilGone(target: string): Promise<void> {
  for (let tried = 0; tried < MOST_TRIES && isAbandoned(target); tried += 1) {
    if (tried > 0) await sleep(200);
    clearAbandoned(target);
  }
}

function clearAbandoned(target: string): void {
  const names = readdirSync(target);
  const left = names.filter((name) => name.startsWith(PREFIX));
  if (left.length === 0) return;
  // Killed after the last step: only the empty scaffold remains.
  if (names.includes(LAST)) {
    for (const name of left) rmdirSync(join(target, name));
    return;
  }
  removeCluster(target, target);
  for (const name of PARTS) rmSync(join(target, name), { recursive: true, force: true });
  for (const name of left) removeBuilt(join(target, name));
}

function removeBuilt(root: string): void {
  removeCluster(root, root);
  rmSync(root, { recursive: true, force: true });
}

// As root the cluster may be a link to a system folder, which says whose it is.
function removeCluster(root: string, owner: string): void {
  const link = join(root, 'cluster');
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const home = dirname(readlinkSync(link));
  const note = join(home, 'data-folder');
  const isOurs = existsSync(note) && readFileSync(note, 'utf8').startsWith(owner);
  if (isOurs) rmSync(home, { recursive: true, force: true });
}
