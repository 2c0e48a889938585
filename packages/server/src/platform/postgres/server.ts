import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { shanghaiDay } from '@shuangyong/values';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { lackOfRoom } from '../datafolder/index.ts';
import { type Account, asAccount, giveTree } from './account.ts';
import type { Binaries } from './binaries.ts';
import { makeCluster, serverEnvironment } from './initdb.ts';
import { clearOldServer, readPostmaster } from './postmaster.ts';
import { watchOver } from './watchdog.ts';

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
export async function ensureCluster(plan: ServerPlan): Promise<void> {
  if (existsSync(join(plan.cluster, 'PG_VERSION'))) checkVersion(plan);
  else await makeCluster(plan);
}

/** Starts the server and resolves when it takes connections. */
export async function startServer(plan: ServerPlan): Promise<RunningServer> {
  giveTree(plan.account, plan.cluster);
  // After a crash its children may need a moment to notice and let go of the shared memory.
  for (let attempt = 1; ; attempt++) {
    await clearOldServer(plan.cluster);
    const started = await tryStart(plan);
    if (started) return started;
    if (attempt === 5) throw (await lackOfRoom(plan.cluster)) ?? notStarted(plan);
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
  const watchdog = watchOver(
    plan.account,
    'read -r _; [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ] && kill -INT "$1"',
    [String(pid), plan.cluster],
  );
  let stopping = false;
  const stop = async () => {
    stopping = true;
    if (child.exitCode === null && child.signalCode === null) await stopChild(plan, child, ended);
    await watchdog.dismiss();
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

function checkVersion(plan: ServerPlan): void {
  const made = readFileSync(join(plan.cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = plan.binaries.version.split('.')[0];
  if (made === ours) return;
  refuse(
    'database_version',
    `数据文件夹由 PostgreSQL ${made} 建立，本软件带的是 ${ours}。数据没有动过：请用原版本做备份，再用新版本恢复。`,
  );
}

const notStarted = (plan: ServerPlan) =>
  new Refusal('database_start', `数据库没有启动成功，详情见 ${logFile(plan)} 的末尾。`);

function logFile(plan: ServerPlan): string {
  return join(plan.logs, `postgres-${shanghaiDay(Date.now())}.log`);
}
