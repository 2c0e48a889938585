import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from '../datafolder/index.ts';
import { serverAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import {
  APP_ROLE,
  type Credentials,
  DATABASE,
  ensureCredentials,
  findAddress,
  forgetAddress,
  OWNER,
  type ServerAddress,
  writeAddress,
} from './credentials.ts';
import type { Database } from './open.ts';
import { placeCluster, placeSocket } from './place.ts';
import { makePool } from './pool.ts';
import { freePort } from './port.ts';
import { ensureRoleAndDatabase } from './roles.ts';
import { ensureCluster, type RunningServer, type ServerPlan, startServer } from './server.ts';

const SOCKET_PORT = 5432;
const LONGEST_WAIT_MS = 5_000;

/** Starts the embedded server of a data folder that this process holds. */
export async function openEmbedded(folder: DataFolder, settings: readonly string[] = []): Promise<Database> {
  const credentials = ensureCredentials(folder);
  const plan = await planServer(folder, credentials, settings);
  await ensureCluster(plan);
  const server = await keepRunning(plan, folder);
  const address = { host: hostOf(plan), port: plan.port, pid: process.pid };
  try {
    const admin = makePool(
      { ...address, database: 'postgres', user: OWNER, password: credentials.owner },
      { max: 1 },
    );
    await ensureRoleAndDatabase(admin, credentials).finally(() => admin.end());
  } catch (error) {
    await server.stop();
    throw error;
  }
  writeAddress(folder, address);
  const pools = openPools(address, credentials);
  const close = async () => {
    forgetAddress(folder);
    await pools.close();
    await server.stop();
    removeTemporary(plan.socketFolder);
  };
  return { ...pools, origin: 'started', hasOwnRole: true, close };
}

/** Joins the server that a running `serve` has started; undefined while there is none to join. */
export async function joinServer(folder: DataFolder): Promise<Database | undefined> {
  const address = findAddress(folder);
  if (!address) return undefined;
  const pools = openPools(address, ensureCredentials(folder));
  try {
    await pools.pool.query('select 1');
    return { ...pools, origin: 'attached', hasOwnRole: true };
  } catch {
    await pools.close();
    return undefined;
  }
}

async function planServer(
  folder: DataFolder,
  credentials: Credentials,
  settings: readonly string[],
): Promise<ServerPlan> {
  const account = serverAccount(folder.paths.cluster);
  const cluster = placeCluster(folder, account);
  return {
    binaries: findBinaries(account),
    account,
    cluster,
    socketFolder: placeSocket(folder, account, cluster),
    port: process.platform === 'win32' ? await freePort() : SOCKET_PORT,
    logs: folder.paths.logs,
    owner: { user: OWNER, password: credentials.owner },
    settings,
  };
}

/**
 * If the server dies under us (out of memory, kill, a full disk), it is started again for as long as it takes; the
 * pools find it at the same place.
 */
async function keepRunning(plan: ServerPlan, folder: DataFolder): Promise<{ stop(): Promise<void> }> {
  let current: RunningServer = await startServer(plan);
  let restarting: Promise<void> | undefined;
  let stopping = false;
  const watch = (server: RunningServer) => {
    void server.crashed.then(() => {
      if (!stopping) restarting = restart();
    });
  };
  const restart = async () => {
    folder.log.write('database_ended');
    await current.stop();
    for (let attempt = 1; !stopping; attempt++) {
      await sleep(Math.min(100 * attempt ** 2, LONGEST_WAIT_MS));
      const started = stopping ? undefined : await startServer(plan).catch(() => undefined);
      if (!started) continue;
      current = started;
      folder.log.write('database_restarted', { attempt });
      return watch(current);
    }
  };
  watch(current);
  const stop = async () => {
    stopping = true;
    await restarting;
    await current.stop();
  };
  return { stop };
}

function openPools(
  address: ServerAddress,
  credentials: Credentials,
): Pick<Database, 'ownerPool' | 'pool' | 'close'> {
  const { host, port } = address;
  const place = { host, port, database: DATABASE };
  const pool = makePool({ ...place, user: APP_ROLE, password: credentials.app }, { max: 10 });
  const ownerPool = makePool({ ...place, user: OWNER, password: credentials.owner }, { max: 3 });
  const close = async () => {
    await Promise.all([pool.end(), ownerPool.end()]);
  };
  return { pool, ownerPool, close };
}

function hostOf(plan: ServerPlan): string {
  return process.platform === 'win32' ? '127.0.0.1' : plan.socketFolder;
}

function removeTemporary(socketFolder: string): void {
  if (socketFolder.startsWith(tmpdir()) && /shuangyong-\w{6}$/.test(socketFolder)) {
    rmSync(socketFolder, { recursive: true, force: true });
  }
}
