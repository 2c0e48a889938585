import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { shanghaiDay } from '@shuangyong/values';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { type Account, asAccount, give, giveTree } from './account.ts';
import type { Binaries } from './binaries.ts';
import { clearOldServer, readPostmaster } from './postmaster.ts';

/** Everything needed to run one cluster. */
export interface ServerPlan {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly cluster: string;
  /** Folder of the socket, on Windows unused. */
  readonly socketFolder: string;
  readonly port: number;
  readonly logs: string;
  readonly owner: { readonly user: string; readonly password: string };
  /** More settings of the server, `fsync=off` for tests. */
  readonly settings?: readonly string[];
}

export interface RunningServer {
  readonly pid: number;
  /** Resolves when the server has ended without being asked to. */
  readonly crashed: Promise<void>;
  stop(): Promise<void>;
}

// One office, a few connections: small memory, no background workers that nobody uses.
const SETTINGS = [
  'shared_buffers=64MB',
  'work_mem=16MB',
  'maintenance_work_mem=64MB',
  'max_wal_size=256MB',
  'jit=off',
  'io_method=sync',
  'max_connections=30',
  'max_worker_processes=2',
  'max_logical_replication_workers=0',
  'max_wal_senders=2',
  'password_encryption=scram-sha-256',
  'timezone=Asia/Shanghai',
  'log_timezone=Asia/Shanghai',
  // Values of a failed statement are personal data: never into the log.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_min_messages=warning',
];

/** Makes the cluster if there is none. It appears under its name only when it is complete. */
export function ensureCluster(plan: ServerPlan): void {
  if (existsSync(join(plan.cluster, 'PG_VERSION'))) checkVersion(plan);
  else makeCluster(plan);
}

function makeCluster(plan: ServerPlan): void {
  const fresh = `${plan.cluster}.new`;
  const passwordFile = `${plan.cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  give(plan.account, fresh);
  writeFileSync(passwordFile, plan.owner.password, { mode: 0o600 });
  give(plan.account, passwordFile);
  try {
    runInitdb(plan, fresh, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(fresh, plan.cluster);
}

/** Starts the server and resolves when it takes connections. */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  giveTree(plan.account, plan.cluster);
  // After a crash its children may need a moment to notice and let go of the shared memory.
  for (let attempt = 1; ; attempt++) {
    await clearOldServer(plan.cluster);
    const started = await tryStart(plan);
    if (started) return started;
    if (attempt === 5)
      return refuse('database_start', `数据库没有启动成功，详情见 ${logFile(plan)} 的末尾。`);
    await sleep(300 * attempt);
  }
}

async function tryStart(plan: ServerPlan): Promise<RunningServer | undefined> {
  const child = spawnServer(plan);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  while (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const master = readPostmaster(plan.cluster);
    // Only our own child counts: another server of the same folder must not be taken for it.
    if (master?.ready && master.pid === child.pid) return running(plan, child, child.pid, ended);
    await sleep(10);
  }
  return undefined;
}

function running(plan: ServerPlan, child: ChildProcess, pid: number, ended: Promise<void>): RunningServer {
  const watchdog = spawnWatchdog(plan, pid);
  let stopping = false;
  const stop = async () => {
    stopping = true;
    if (child.exitCode === null && child.signalCode === null) await stopChild(plan, child, ended);
    watchdog?.stdin?.end();
    if (watchdog) await exited(watchdog);
  };
  const crashed = ended.then(() => (stopping ? new Promise<void>(() => {}) : undefined));
  return { pid, crashed, stop };
}

function spawnServer(plan: ServerPlan): ChildProcess {
  const log = openSync(logFile(plan), 'a', 0o600);
  const address =
    process.platform === 'win32'
      ? ['listen_addresses=127.0.0.1']
      : ['listen_addresses=', `unix_socket_directories=${plan.socketFolder}`, 'unix_socket_permissions=0700'];
  const settings = [...SETTINGS, ...address, `port=${plan.port}`, ...(plan.settings ?? [])];
  const child = spawn(
    plan.binaries.postgres,
    ['-D', plan.cluster, ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...asAccount(plan.account),
      cwd: dirname(plan.binaries.postgres),
      env: serverEnvironment(),
      stdio: ['ignore', log, log],
      // ctrl-C in a terminal must reach us alone: connections are closed before the server is.
      detached: process.platform !== 'win32',
    },
  );
  child.unref();
  closeSync(log);
  return child;
}

// Fast stop: running transactions are rolled back, everything acknowledged is on the disk.
async function stopChild(plan: ServerPlan, child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.ref();
  if (process.platform === 'win32') {
    spawnSync(plan.binaries.pgCtl, ['stop', '-D', plan.cluster, '-m', 'fast', '-w'], { stdio: 'ignore' });
  } else child.kill('SIGINT');
  const immediate = setTimeout(() => child.kill('SIGQUIT'), 60_000);
  await ended;
  clearTimeout(immediate);
}

// If we are killed without a chance to clean up, the pipe closes and the shell stops the server in our place.
function spawnWatchdog(plan: ServerPlan, pid: number): ChildProcess | undefined {
  if (process.platform === 'win32') return undefined;
  const script = 'read -r _; [ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$2" ] && kill -INT "$2"';
  const watchdog = spawn('/bin/sh', ['-c', script, 'sh', plan.cluster, String(pid)], {
    ...asAccount(plan.account),
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  if (watchdog.stdin && 'unref' in watchdog.stdin) (watchdog.stdin as unknown as { unref(): void }).unref();
  return watchdog;
}

function exited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  child.ref();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

function runInitdb(plan: ServerPlan, cluster: string, passwordFile: string): void {
  const done = spawnSync(
    plan.binaries.initdb,
    [
      ...['-D', cluster, '-U', plan.owner.user, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      // With LC_CTYPE=C trigram search would see no Chinese.
      ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--lc-ctype=C.UTF-8', '--wal-segsize=4', '--no-instructions'],
      ...(plan.settings?.includes('fsync=off') ? ['--no-sync'] : []),
    ],
    {
      ...asAccount(plan.account),
      cwd: dirname(plan.binaries.initdb),
      env: serverEnvironment(),
      encoding: 'utf8',
    },
  );
  if (done.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  const why = (done.stderr || done.error?.message || '').trim().split('\n').at(-1);
  throw new Refusal('database_init', `数据库没有建立成功：${why ?? ''}`);
}

function checkVersion(plan: ServerPlan): void {
  const made = readFileSync(join(plan.cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = plan.binaries.version.split('.')[0];
  if (made === ours) return;
  refuse(
    'database_version',
    `数据文件夹由 PostgreSQL ${made} 建立，本软件带的是 ${ours}。数据没有动过：请用原版本做备份，再用新版本恢复。`,
  );
}

function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT, TEMP } = process.env;
  return { PATH, SYSTEMROOT, TEMP, LC_ALL: 'C', LC_CTYPE: 'C.UTF-8' };
}

function logFile(plan: ServerPlan): string {
  return join(plan.logs, `postgres-${shanghaiDay(Date.now())}.log`);
}
