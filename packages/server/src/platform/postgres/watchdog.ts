import { type ChildProcess, spawn } from 'node:child_process';
import { type Account, asAccount } from './account.ts';

export interface Watchdog {
  /** Sends it away; resolves when it is gone. */
  dismiss(): Promise<void>;
}

/**
 * A shell that holds the other end of a pipe and runs `script` with its standard input on it. If we are killed
 * without a chance to clean up, the pipe closes and the script does it in our place; dismissed properly it reads
 * one line first. On Windows there is none.
 */
export function watchOver(account: Account | undefined, script: string, args: readonly string[]): Watchdog {
  if (process.platform === 'win32') return { dismiss: async () => {} };
  const shell = spawn('/bin/sh', ['-c', script, 'sh', ...args], {
    ...asAccount(account),
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.unref();
  if ('unref' in shell.stdin && typeof shell.stdin.unref === 'function') shell.stdin.unref();
  shell.stdin.on('error', () => {});
  const dismiss = async () => {
    shell.stdin.end('done\n');
    await ended(shell);
  };
  return { dismiss };
}

/** Resolves when a child process has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  child.ref();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
}
