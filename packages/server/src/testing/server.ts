import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder, tryHold } from '../platform/datafolder/index.ts';
import { DB_FOLDER, migrate, schemaKey } from '../platform/migrate/index.ts';
import { APP_ROLE, type Database, makePool, openDatabase, type Target } from '../platform/postgres/index.ts';

/** What a test file needs to make a database of its own; plain data, it crosses to the worker processes. */
export interface TestServer {
  readonly owner: Target;
  readonly app: Target;
  readonly template: string;
  readonly dataKey: string;
  readonly hashKey: string;
}

export interface RunningTestServer extends TestServer {
  close(): Promise<void>;
}

const PREFIX = 'shuangyong-test-';
// Longer than any run: another version of Node spells the name of a hold differently and takes a live one for dead.
const LEFT_BEHIND_MS = 3 * 3_600_000;
const MEMORY = '/dev/shm';
// Nothing of a test outlives a crash, so nothing needs to reach a disk.
const SETTINGS = ['fsync=off', 'full_page_writes=off', 'max_connections=200', 'autovacuum=off'];

/** Starts a server for one test run, in memory where there is some, with the migrated database as template. */
export async function startTestServer(dbFolder: string = DB_FOLDER): Promise<RunningTestServer> {
  const parent = existsSync(MEMORY) ? MEMORY : tmpdir();
  await removeLeftBehind(parent);
  const home = makeHome(parent);
  process.env.SHUANGYONG_KEYS = join(home, 'keys');
  const folder = await openDataFolder(join(home, 'data'));
  const database = await openDatabase({ folder, purpose: 'serve', url: undefined, settings: SETTINGS });
  const close = async () => {
    await database.close();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const template = await makeTemplate(database, dbFolder);
    const { dataKey, hashKey } = folder.keyPair;
    const keys = { dataKey: dataKey.toString('base64'), hashKey: hashKey.toString('base64') };
    return { ...targets(database), ...keys, template, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function makeTemplate(database: Database, dbFolder: string): Promise<string> {
  const template = `template_${schemaKey(dbFolder)}`;
  await database.ownerPool.query(`create database ${template}`);
  const pool = makePool({ ...targets(database).owner, database: template }, { max: 1 });
  await migrate(pool, { dbFolder, appRole: APP_ROLE }).finally(() => pool.end());
  await database.ownerPool.query(`alter database ${template} is_template true allow_connections false`);
  return template;
}

function targets({ ownerPool, pool }: Database): { owner: Target; app: Target } {
  return { owner: targetOf(ownerPool.options), app: targetOf(pool.options) };
}

function targetOf(options: Database['pool']['options']): Target {
  const { host = '', port = 0, database = '', user = '', password } = options;
  return { host, port, database, user, password: String(password) };
}

function makeHome(parent: string): string {
  const home = mkdtempSync(join(parent, PREFIX));
  rmSync(home, { recursive: true });
  // The database's user must pass through it when the tests run as root.
  mkdirSync(home, { mode: 0o711 });
  return home;
}

// A killed run leaves its folder; nobody holds it any more.
async function removeLeftBehind(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(PREFIX))) {
    const home = join(parent, name);
    const age = Date.now() - (statSync(home, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    const data = join(home, 'data');
    if (age < LEFT_BEHIND_MS) continue;
    const hold = existsSync(data) ? await tryHold(data, 'database') : undefined;
    if (existsSync(data) && !hold) continue;
    await hold?.release();
    rmSync(home, { recursive: true, force: true });
  }
}
