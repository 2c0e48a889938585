import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuse } from '../../kernel/refusal.ts';

/** What a running server says about itself in postmaster.pid. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes way for a new server. Only called while holding the data folder, so a server still alive is one whose
 * program was killed: it is given time to stop by itself, then told to. A number that meanwhile belongs to
 * another program is a stale file and is removed.
 */
export async function clearOldServer(cluster: string): Promise<void> {
  const old = readPostmaster(cluster);
  if (!old || !isAlive(old.pid)) return;
  if (!isServerOf(cluster, old.pid)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return;
  }
  if (await ended(old.pid, 1_000)) return;
  process.kill(old.pid, 'SIGINT');
  if (await ended(old.pid, 60_000)) return;
  refuse('database_still_running', '上次没有正常退出的数据库还没有停下，请稍后再试。');
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

// In a container whose first process reaps nobody, the dead keep their number.
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

// A server works inside its cluster folder, which no other program does.
function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

async function ended(pid: number, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(25)) {
    if (!isAlive(pid)) return true;
  }
  return !isAlive(pid);
}
