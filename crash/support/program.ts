import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../packages/server/src/platform/postgres/port.ts';
import { isAlive, readPostmaster } from '../../packages/server/src/platform/postgres/postmaster.ts';
import { ended, printed } from '../../packages/server/src/testing/child.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const NODE = join(ROOT, 'node_modules/.bin/node');
const CLI = join(ROOT, 'packages/server/src/apps/cli/main.ts');

/** What is killed. */
export type Target = 'server' | 'database' | 'both';
export const TARGETS: readonly Target[] = ['server', 'database', 'both'];

/** The real program over a data folder, started again by the test as often as it was killed. */
export interface Program {
  readonly origin: string;
  /** Starts it and waits until it says where it is. */
  start(): Promise<void>;
  /** `kill -9` of the server, of the postmaster, or of both at once. */
  kill(target: Target): Promise<void>;
  isRunning(): boolean;
  /** What it wrote to its standard error since it was started. */
  lastWords(): string;
  stop(): Promise<void>;
}

/** A program whose clock stands on a day. It is not started yet. */
export async function programOf(dataDir: string, today: string): Promise<Program> {
  const port = await freePort();
  let child: ChildProcess | undefined;
  let words = '';
  const start = async () => {
    words = '';
    const args = [CLI, '--data', dataDir, 'serve', '--port', String(port), '--no-open'];
    const env = { ...process.env, SHUANGYONG_TODAY: today, NODE_ENV: 'production', VITEST: '' };
    child = spawn(NODE, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr?.on('data', (chunk) => {
      words += String(chunk);
    });
    await printed(child, /双拥台账已启动/);
  };
  const kill = async (target: Target) => {
    const master = readPostmaster(realpathSync(join(dataDir, 'cluster')))?.pid;
    if (target !== 'server' && master !== undefined) process.kill(master, 'SIGKILL');
    if (target !== 'database') child?.kill('SIGKILL');
    if (target !== 'database' && child) await ended(child);
    while (target !== 'server' && master !== undefined && isAlive(master)) await sleep(5);
  };
  const isRunning = () => child?.exitCode === null && child.signalCode === null;
  const stop = async () => {
    if (!child || !isRunning()) return;
    child.kill('SIGTERM');
    await ended(child);
  };
  return { origin: `http://127.0.0.1:${port}`, start, kill, isRunning, lastWords: () => words, stop };
}
