import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../../kernel/refusal.ts';

/** A user of the operating system that the database runs as when we are root, which PostgreSQL refuses to be. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account of the database: undefined unless we are root. The owner of an existing cluster goes on; else the
 * user `shuangyong` if the administrator made one, else `nobody`.
 */
export function serverAccount(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = listAccounts();
  const owner = ownerOf(cluster);
  return (
    accounts.find((a) => a.uid === owner && a.uid !== 0) ??
    accounts.find((a) => a.name === 'shuangyong') ??
    accounts.find((a) => a.name === 'nobody') ??
    refuse(
      'no_database_account',
      '以 root 运行时数据库要用另一个用户：请先执行 useradd --system shuangyong。',
    )
  );
}

/** Options that make a child process run as the account. */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** Whether the account can start this program: every folder above it must let it through. */
export function canRun(account: Account | undefined, program: string): boolean {
  return spawnSync(program, ['--version'], { ...asAccount(account), stdio: 'ignore', cwd: '/' }).status === 0;
}

/** Whether the account can own and write files in a folder of its own below `parent`. */
export function canOwn(account: Account, folder: string): boolean {
  try {
    give(account, folder);
  } catch {
    return false;
  }
  const probe = 'cd "$1" && : > .probe && rm .probe';
  return (
    spawnSync('/bin/sh', ['-c', probe, 'sh', folder], { ...asAccount(account), stdio: 'ignore', cwd: '/' })
      .status === 0
  );
}

/** Gives a folder or file to the account; nothing to do when we are not root. */
export function give(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Gives a whole cluster to the account if it belongs to somebody else (made by another user, or restored). */
export function giveTree(account: Account | undefined, folder: string): void {
  if (!account || ownerOf(folder) === account.uid) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), account.uid, account.gid);
  }
  give(account, folder);
}

function ownerOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.uid;
}

function listAccounts(): readonly Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((parts) => parts.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
