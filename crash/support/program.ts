import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isAlive, readPostmaster } from '../../packages/server/src/platform/postgres/postmaster.ts';

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
    await said(child, '双拥台账已启动').catch((error: Error) => {
      throw new Error(`${error.message}: ${words}`);
    });
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

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => reject(new Error(`serve ended with ${code ?? signal}`)));
    if (!child.stdout) return reject(new Error('serve has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.includes(words)) resolve();
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
