import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../../packages/server/src/platform/postgres/port.ts';
import { ended, printed } from '../../packages/server/src/testing/child.ts';

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
    child.kill('SIGTERM');
    await ended(child);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const url = await printed(child, /https?:\/\/\S+/);
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

async function textOfLogs(folders: readonly string[]): Promise<string> {
  const texts = folders.map(async (folder) => {
    const names = await readdir(join(folder, 'logs')).catch(() => []);
    return Promise.all(names.map((name) => readFile(join(folder, 'logs', name), 'utf8')));
  });
  return (await Promise.all(texts)).flat().join('\n');
}
