import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';
import type { DataFolder } from '../datafolder/index.ts';
import { type Account, canOwn, give } from './account.ts';
import { makeSystemFolder, SYSTEM_FOLDER } from './binaries.ts';

/** Longest socket path the systems take is 107 bytes; the socket's own name takes up to 20 of them. */
const SOCKET_FOLDER_BYTES = 86;

/** Folder of the cluster: in the data folder, or where the database's user can reach it, with a link to it. */
export function placeCluster(folder: DataFolder, account: Account | undefined): string {
  const { cluster, run } = folder.paths;
  if (account === undefined) return existsSync(cluster) ? realpathSync(cluster) : cluster;
  if (isLink(cluster)) return checkedHome(folder, readlinkSync(cluster));
  const probe = join(run, 'database');
  makeOwn(probe);
  if (canOwn(account, probe)) return cluster;
  return moveOutside(folder, account);
}

/** Folder for the socket, reachable by the database's user alone; short enough for the system. */
export function placeSocket(folder: DataFolder, account: Account | undefined, cluster: string): string {
  const outside = !cluster.startsWith(folder.paths.root);
  const wanted = outside ? join(cluster, '../run') : join(folder.paths.run, 'database');
  const usable = Buffer.byteLength(wanted) <= SOCKET_FOLDER_BYTES;
  const chosen = usable ? wanted : mkdtempSync(join(tmpdir(), 'shuangyong-'));
  makeOwn(chosen);
  give(account, chosen);
  return chosen;
}

function moveOutside(folder: DataFolder, account: Account): string {
  const home = join(SYSTEM_FOLDER, homeName(folder));
  makeSystemFolder();
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755);
  const cluster = join(home, 'cluster');
  const probe = join(home, 'run');
  makeOwn(probe);
  if (!canOwn(account, probe)) {
    refuse('database_place', `用户 ${account.name} 不能使用 ${home}，数据库没有地方存放。`);
  }
  if (existsSync(join(folder.paths.cluster, 'PG_VERSION'))) moveTree(folder.paths.cluster, cluster);
  writeFileSync(join(home, 'data-folder'), folder.paths.root);
  rmSync(folder.paths.cluster, { recursive: true, force: true });
  symlinkSync(cluster, folder.paths.cluster);
  return cluster;
}

// A copied data folder links to the cluster of the original; two folders must never share one.
function checkedHome(folder: DataFolder, cluster: string): string {
  const note = join(cluster, '../data-folder');
  const known = existsSync(note) ? readFileSync(note, 'utf8') : folder.paths.root;
  if (known !== folder.paths.root && existsSync(join(known, 'installation.json'))) {
    refuse(
      'data_folder_copied',
      `${folder.paths.root} 是 ${known} 的副本，两者指向同一个数据库。请用 backup 和 restore 复制数据。`,
    );
  }
  writeFileSync(note, folder.paths.root);
  return cluster;
}

function homeName(folder: DataFolder): string {
  const path = createHash('sha256').update(folder.paths.root).digest('hex').slice(0, 8);
  return `${folder.id.slice(0, 13)}-${path}`;
}

function moveTree(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true, verbatimSymlinks: true });
    chmodSync(to, 0o700);
  }
}

function makeOwn(folder: string): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
