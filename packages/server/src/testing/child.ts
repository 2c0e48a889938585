import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Resolves when a program has ended, however. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** What matches in the lines a program prints; rejects with its standard error when it ends before. */
export function printed(child: ChildProcess, wanted: RegExp): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}: ${said}`)));
    if (!child.stdout) return reject(new Error('it has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = wanted.exec(line)?.[0];
      if (found) resolve(found);
    });
  });
}
