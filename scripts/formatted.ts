import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

/** The project's own folder. */
export const PROJECT = resolve(import.meta.dirname, '..');

/** A generated text as the project's formatter writes it, so that generating and formatting never disagree. */
export function formatted(text: string, fileName: string): string {
  const biome = join(PROJECT, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'format', `--stdin-file-path=${fileName}`];
  return execFileSync(process.execPath, args, { cwd: PROJECT, input: text, encoding: 'utf8' });
}
