// A lock that a killed process cannot keep: a folder that names its holder, taken over once the holder is gone.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const NAMELESS_MS = 10_000; // a holder killed between mkdir and writing its number

/** Runs `work` while no other process of this machine holds the folder `lock`; waits for its turn. */
export async function withLock(lock, work, onWait = () => {}) {
  let told = false;
  while (!take(lock)) {
    if (!told) onWait();
    told = true;
    if (isStale(lock)) discard(lock, holderOf(lock));
    else await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

function holderOf(lock) {
  try {
    return Number(readFileSync(join(lock, 'pid'), 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isStale(lock) {
  const holder = holderOf(lock);
  if (holder !== undefined) return !isAlive(holder);
  try {
    return Date.now() - statSync(lock).mtimeMs > NAMELESS_MS;
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

// Renaming is atomic, so of several waiters one takes the old lock away. If a faster one has already put a
// fresh lock there, the name inside differs and it is put back.
function discard(lock, staleHolder) {
  const aside = `${lock}.${process.pid}.${Date.now()}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  if (holderOf(aside) === staleHolder) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, lock);
}
