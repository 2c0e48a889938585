import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asAccount, give, serverAccount } from '../platform/postgres/account.ts';
import { makePool } from '../platform/postgres/index.ts';
import { readPostmaster } from '../platform/postgres/postmaster.ts';

/** A PostgreSQL of the operating system, run for a test as an administrator would run it for us. */
export interface SystemServer {
  readonly major: number;
  /** Runs statements as the administrator in one of its databases. */
  run(statements: readonly string[], database?: string): Promise<void>;
  /** The address for a user of a database. */
  url(user: string, database: string, password?: string): string;
  stop(): Promise<void>;
}

const HOME = '/usr/lib/postgresql';

/** Starts the oldest installed PostgreSQL from 15 on, with the locale `C.UTF-8` and password sign-in for all but the administrator. */
export async function startSystemServer(): Promise<SystemServer> {
  const major = oldestInstalled();
  const bin = join(HOME, String(major), 'bin');
  const home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'shuangyong-sys-'));
  const account = serverAccount(home);
  give(account, home);
  chmodSync(home, 0o700);
  const cluster = join(home, 'cluster');
  const options = { ...asAccount(account), cwd: '/', stdio: 'ignore' as const };
  const made = ['-D', cluster, '-U', 'admin', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  const passwordFile = join(home, 'password');
  writeFileSync(passwordFile, 'admin-password', { mode: 0o600 });
  give(account, passwordFile);
  spawnSync(join(bin, 'initdb'), [...made, '--no-sync', `--pwfile=${passwordFile}`], options);
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'fsync=off', 'port=5432'];
  const child = spawn(join(bin, 'postgres'), ['-D', cluster, ...settings.flatMap((s) => ['-c', s])], options);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!readPostmaster(cluster)?.ready) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ${major} did not start in ${cluster}`);
    await sleep(20);
  }
  const url = (user: string, database: string, password = `${user}-password`) =>
    `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(home)}`;
  const run = async (statements: readonly string[], database = 'postgres') => {
    const pool = makePool(url('admin', database), { max: 1 });
    for (const statement of statements) await pool.query(statement);
    await pool.end();
  };
  const stop = async () => {
    child.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { major, run, url, stop };
}

function oldestInstalled(): number {
  const [oldest] = readdirSync(HOME)
    .map(Number)
    .filter((major) => major >= 15 && existsSync(join(HOME, String(major), 'bin/postgres')))
    .sort((a, b) => a - b);
  if (oldest === undefined) throw new Error(`no PostgreSQL 15 or later in ${HOME}`);
  return oldest;
}
