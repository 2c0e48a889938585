import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/** Files git knows or would take, so that a gate never reads what is ignored. */
export function projectFiles(pattern: RegExp): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    cwd: ROOT,
    maxBuffer: 1 << 26,
  });
  return listed
    .toString()
    .split('\0')
    .filter((name) => pattern.test(name));
}

/** A small tree with the house's configuration and the given files: the place where violations are planted. */
export function plantTree(files: Readonly<Record<string, string>>, copied: readonly string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'gate-'));
  for (const name of copied) cpSync(join(ROOT, name), join(dir, name), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}
