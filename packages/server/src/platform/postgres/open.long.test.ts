import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startDatabaseProgram } from '../../testing/program.ts';
import { openDataFolder } from '../datafolder/index.ts';
import { type Database, openDatabase } from './index.ts';
import { isAlive, readPostmaster } from './postmaster.ts';

let home: string;
let data: string;

beforeEach(() => {
  home = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'shuangyong-pg-'));
  chmodSync(home, 0o711);
  data = join(home, '双拥 台账');
  vi.stubEnv('SHUANGYONG_KEYS', join(home, 'keys'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

async function open(purpose: 'serve' | 'command' = 'command', dataDir = data): Promise<Database> {
  const folder = await openDataFolder(dataDir);
  return openDatabase({ folder, purpose, url: undefined, settings: ['fsync=off'], say: () => {} });
}

function serverPid(): number {
  const pid = readPostmaster(join(data, 'cluster'))?.pid;
  if (pid === undefined) throw new Error('no server');
  return pid;
}

async function noteCount({ ownerPool }: Database): Promise<number> {
  const { rows } = await ownerPool.query<{ count: number }>('select count(*) as count from note');
  return rows[0]?.count ?? -1;
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !holds(); await sleep(20)) {
    if (Date.now() > end) throw new Error('waited too long');
  }
}

test('in a folder with Chinese and a space a database is made, kept and left without a process', async () => {
  const first = await open();
  const pid = serverPid();
  await first.ownerPool.query('create table note (id int primary key)');
  await first.ownerPool.query('insert into note values (1)');
  await first.close();
  expect(isAlive(pid)).toBe(false);
  const second = await open();
  expect(await noteCount(second)).toBe(1);
  await second.close();
});

test('the server knows Chinese letters, Shanghai days and whole numbers', async () => {
  const database = await open();
  const { rows } = await database.pool.query(
    `select current_setting('server_version_num')::int / 10000 as major, current_setting('data_checksums') as sums,
            '张三' ~ '^[[:alpha:]]+$' as letters, current_setting('TimeZone') as zone,
            date '2018-01-05' as day, 9007199254740991 as fen, 1.50::numeric as yuan,
            timestamptz '2018-01-05 08:00:00.5+08' as at, array[1, 9007199254740991] as many`,
  );
  expect(rows[0]).toEqual({
    major: 18,
    sums: 'on',
    letters: true,
    zone: 'Asia/Shanghai',
    day: '2018-01-05',
    fen: Number.MAX_SAFE_INTEGER,
    yuan: '1.50',
    at: '2018-01-05T00:00:00.500Z',
    many: [1, Number.MAX_SAFE_INTEGER],
  });
  await expect(database.pool.query('select 9007199254740992 as fen')).rejects.toThrow('not a safe integer');
  await database.close();
});

test('a path too long for a socket works all the same', async () => {
  const long = join(home, '一个名字很长很长的文件夹'.repeat(5), '双拥台账的数据放在这里');
  const database = await open('command', long);
  const socket = database.pool.options.host ?? '';
  expect(Buffer.byteLength(socket)).toBeLessThan(90);
  expect(existsSync(socket)).toBe(true);
  await database.close();
  expect(existsSync(socket)).toBe(false);
});

test('a server killed while we use it comes back, with everything acknowledged', async () => {
  const database = await open('serve');
  await database.ownerPool.query('create table note (id int primary key)');
  for (let id = 1; id <= 50; id++) await database.ownerPool.query('insert into note values ($1)', [id]);
  const killed = serverPid();
  process.kill(killed, 'SIGKILL');
  await until(() => {
    const now = readPostmaster(join(data, 'cluster'));
    return now?.ready === true && now.pid !== killed;
  });
  await until(() => existsSync(join(database.pool.options.host ?? '', '.s.PGSQL.5432')));
  expect(await noteCount(database)).toBe(50);
  const restarted = serverPid();
  await database.close();
  expect(isAlive(restarted)).toBe(false);
});

test('a program killed without warning leaves no server, and the next one opens the same data', async () => {
  const program = startDatabaseProgram(data, 'serve');
  expect(await program.next()).toEqual({ origin: 'started' });
  const pid = serverPid();
  await program.kill();
  await until(() => !isAlive(pid));
  const database = await open();
  expect(database.origin).toBe('started');
  await database.close();
});

test('a server orphaned together with its watchdog is stopped by the next program', async () => {
  const program = startDatabaseProgram(data, 'serve');
  await program.next();
  const pid = serverPid();
  process.kill(pid, 'SIGSTOP'); // deaf to the watchdog for now
  await program.kill();
  setTimeout(() => process.kill(pid, 'SIGCONT'), 500);
  const database = await open();
  expect(serverPid()).not.toBe(pid);
  await database.close();
});

test('a pid file that names another living program does not keep us out', async () => {
  await (await open()).close();
  writeFileSync(join(data, 'cluster/postmaster.pid'), `${process.pid}\n/nowhere\n0\n5432\n\n\n\nready\n`);
  const database = await open();
  expect(serverPid()).not.toBe(process.pid);
  await database.close();
});

test('a command beside a running serve uses its server and leaves it running', async () => {
  const serve = await open('serve');
  const pid = serverPid();
  const program = startDatabaseProgram(data, 'command');
  expect(await program.next()).toEqual({ origin: 'attached' });
  await program.finish();
  expect(isAlive(pid)).toBe(true);
  await serve.ownerPool.query('select 1');
  await serve.close();
});

test('a second command waits for the first and is told so', async () => {
  const first = startDatabaseProgram(data, 'command');
  expect(await first.next()).toEqual({ origin: 'started' });
  const second = startDatabaseProgram(data, 'command');
  expect(Object.keys(await second.next())).toEqual(['said']);
  await first.finish();
  expect(await second.next()).toEqual({ origin: 'started' });
  await second.finish();
});

test('of two serves started at once on a new folder one runs and one is refused', async () => {
  const programs = [startDatabaseProgram(data, 'serve'), startDatabaseProgram(data, 'serve')];
  const told = await Promise.all(programs.map((program) => program.outcome()));
  expect(told).toContainEqual({ origin: 'started' });
  expect(told).toContainEqual({ refused: 'already_serving' });
  await Promise.all(programs.map((program) => program.finish()));
});

test('a cluster that was never finished is made again', async () => {
  const folder = await openDataFolder(data);
  mkdirSync(join(folder.paths.root, 'cluster.new/base'), { recursive: true });
  const database = await open();
  expect(database.origin).toBe('started');
  await database.close();
});

test('a program killed while it makes the cluster leaves nobody writing into it', async () => {
  const program = startDatabaseProgram(data, 'command');
  const fresh = join(data, 'cluster.new');
  await until(() => existsSync(join(fresh, 'base')));
  await program.kill();
  await sleep(100);
  const left = readdirSync(fresh, { recursive: true }).length;
  await sleep(500);
  expect(readdirSync(fresh, { recursive: true }).length).toBe(left);
  expect(existsSync(join(data, 'cluster'))).toBe(false);
  await (await open()).close();
});

test('a cluster of another major version is refused and not touched', async () => {
  await (await open()).close();
  const file = join(data, 'cluster/PG_VERSION');
  writeFileSync(file, '17\n');
  await expect(open()).rejects.toMatchObject({ code: 'database_version' });
  expect(readFileSync(file, 'utf8')).toBe('17\n');
});

test('other users of the machine reach neither socket nor password', async () => {
  const database = await open();
  const socket = database.pool.options.host ?? '';
  expect(lstatSync(socket).mode & 0o077).toBe(0);
  expect(lstatSync(join(data, 'credentials.json')).mode & 0o077).toBe(0);
  expect(lstatSync(join(data, 'cluster')).mode & 0o077).toBe(0);
  expect(readFileSync(join(data, 'cluster/pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m);
  await database.close();
});

test('what a failed statement was about stays out of the log', async () => {
  const database = await open();
  await database.ownerPool.query('create table note (id text primary key)');
  await database.ownerPool.query(`insert into note values ('340000199001011234')`);
  await database.ownerPool.query(`insert into note values ('340000199001011234')`).catch(() => {});
  await database.close();
  const logs = readdirSync(join(data, 'logs')).map((name) => readFileSync(join(data, 'logs', name), 'utf8'));
  expect(logs.join()).toContain('duplicate key');
  expect(logs.join()).not.toContain('340000199001011234');
});

// Root alone: the server runs as another user, who may not be able to reach the folder.
if (process.getuid?.() === 0) {
  const placed: string[] = [];
  afterEach(() => {
    for (const cluster of placed.splice(0)) rmSync(dirname(cluster), { recursive: true, force: true });
  });

  test('in a folder closed to others the cluster goes to a system folder and survives a move', async () => {
    chmodSync(home, 0o700);
    const first = await open();
    placed.push(realpathSync(join(data, 'cluster')));
    expect(placed[0]?.startsWith('/var/lib/shuangyong/')).toBe(true);
    await first.ownerPool.query('create table note (id int primary key)');
    await first.close();
    const moved = join(home, 'moved');
    cpSync(data, moved, { recursive: true, verbatimSymlinks: true });
    await expect(open('command', moved)).rejects.toMatchObject({ code: 'data_folder_copied' });
    rmSync(data, { recursive: true });
    const second = await open('command', moved);
    expect(await noteCount(second)).toBe(0);
    await second.close();
  });

  test('a data folder that becomes closed to others takes its cluster along', async () => {
    const first = await open();
    await first.ownerPool.query('create table note (id int primary key)');
    await first.close();
    chmodSync(home, 0o700);
    const second = await open();
    placed.push(realpathSync(join(data, 'cluster')));
    expect(await noteCount(second)).toBe(0);
    await second.close();
  });
}
