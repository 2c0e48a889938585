import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEGABYTE = 2 ** 20;

/** A disk of a few hundred megabytes on which somebody else leaves little room. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves so many megabytes free; the rest is somebody's. */
  leave(megabytes: number): void;
  /** Makes room again. */
  clear(): void;
  remove(): void;
}

/** Mounts one; a sentence why not where this machine does not let us. */
export function mountSmallDisk(megabytes: number): SmallDisk | string {
  if (process.getuid?.() !== 0) return 'a small disk can be mounted by root only';
  const path = mkdtempSync(join(tmpdir(), 'shuangyong-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path]);
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true });
    return `this machine lets nobody mount a disk: ${mounted.stderr ?? mounted.error}`;
  }
  chmodSync(path, 0o755);
  const ballast = join(path, 'ballast');
  const clear = () => rmSync(ballast, { force: true });
  const leave = (free: number) => {
    clear();
    const { bavail, bsize } = statfsSync(path);
    fill(ballast, bavail * bsize - free * MEGABYTE);
  };
  const remove = () => {
    spawnSync('umount', ['--lazy', path]);
    rmSync(path, { recursive: true, force: true });
  };
  return { path, leave, clear, remove };
}

// What does not fit any more is the end of it: the disk is full.
function fill(file: string, bytes: number): void {
  const piece = Buffer.alloc(MEGABYTE, 1);
  writeFileSync(file, '');
  for (let left = bytes; left > 0; left -= piece.length) {
    try {
      writeFileSync(file, piece.subarray(0, Math.min(left, piece.length)), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      return;
    }
  }
}
