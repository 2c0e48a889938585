import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const LAUNCHER = join(ROOT, 'bin/shuangyong.mjs');
const run = promisify(execFile);

/** `serve` over a fresh data folder, started as a user starts it. */
export interface Served {
  /** What it printed: the address with the one-time sign-in. */
  readonly url: string;
  readonly origin: string;
  readonly dataDir: string;
  /** Another command of the launcher on the same folder. */
  command(...args: readonly string[]): Promise<string>;
  /** Everything in the logs of the folder and of the sample beside it. */
  logs(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts `serve` from the launcher, with more options where given; `stop` ends it and takes the folders away. */
export async function startServed(more: readonly string[] = []): Promise<Served> {
  const home = await mkdtemp(join(tmpdir(), 'shuangyong-e2e-'));
  const dataDir = join(home, 'data');
  const env = { ...process.env, SHUANGYONG_KEYS: join(home, 'keys') };
  const args = [
    LAUNCHER,
    '--data',
    dataDir,
    'serve',
    '--port',
    String(await freePort()),
    '--no-open',
    ...more,
  ];
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    await ended(child);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(child);
    const command = async (...words: readonly string[]) => {
      const { stdout } = await run(process.execPath, [LAUNCHER, '--data', dataDir, ...words], {
        cwd: ROOT,
        env,
      });
      return stdout;
    };
    const logs = () => textOfLogs([dataDir, `${dataDir}-sample`]);
    return { url, origin: new URL(url).origin, dataDir, command, logs, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${said}`)));
    if (!child.stdout) return reject(new Error('serve has no output'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (url) resolve(url);
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await over;
}

async function textOfLogs(folders: readonly string[]): Promise<string> {
  const texts = folders.map(async (folder) => {
    const names = await readdir(join(folder, 'logs')).catch(() => []);
    return Promise.all(names.map((name) => readFile(join(folder, 'logs', name), 'utf8')));
  });
  return (await Promise.all(texts)).flat().join('\n');
}
