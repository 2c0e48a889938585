import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { startSystemServer } from '../../testing/system-server.ts';
import { openDataFolder } from '../datafolder/index.ts';
import { openInstallation } from '../installation/index.ts';
import { type Database, openDatabase } from './index.ts';

const server = await startSystemServer();
const home = mkdtempSync(join(tmpdir(), 'shuangyong-external-'));
vi.stubEnv('SHUANGYONG_KEYS', join(home, 'keys'));
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

async function makeDatabase(name: string, role: string, options = ''): Promise<void> {
  await server.run([
    `create role ${name} login ${role} password '${name}-password'`,
    `create database ${name} owner ${name} template template0 encoding 'UTF8' ${options}`,
  ]);
}

async function open(name: string, said: string[] = [], password?: string): Promise<Database> {
  const folder = await openDataFolder(join(home, name));
  const say = (sentence: string) => void said.push(sentence);
  return openDatabase({ folder, purpose: 'command', url: server.url(name, name, password), say });
}

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

test('on another server the schema is made and the application works as a role of its own', async () => {
  await makeDatabase('office', 'createrole');
  const installation = await openInstallation({
    dataDir: join(home, 'office'),
    purpose: 'command',
    url: server.url('office', 'office'),
  });
  expect(installation.origin).toBe('external');
  const { rows } = await installation.pool.query(
    'select current_user as name, count(*) as people from person',
  );
  expect(rows).toEqual([{ name: 'shuangyong_app', people: 0 }]);
  expect(await codeOf(installation.pool.query('delete from audit_event'))).toBe('42501');
  await installation.close();
});

test('opened again nothing is made twice', async () => {
  const again = await openInstallation({
    dataDir: join(home, 'office'),
    purpose: 'command',
    url: server.url('office', 'office'),
  });
  expect((await again.pool.query('select current_user as name')).rows[0]).toEqual({ name: 'shuangyong_app' });
  await again.close();
});

test('where we may not make roles the administrator is told how, and work goes on', async () => {
  await makeDatabase('village', 'nocreaterole');
  const said: string[] = [];
  const database = await open('village', said);
  expect(database.hasOwnRole).toBe(false);
  expect(said.join()).toContain('GRANT shuangyong_app TO "village"');
  await database.close();
});

test('after the administrator has run the statements the role is taken', async () => {
  await server.run(['grant shuangyong_app to village']);
  const database = await open('village');
  expect(database.hasOwnRole).toBe(true);
  await database.close();
});

test('a server that does not see Chinese letters is refused with the statement for a better one', async () => {
  await makeDatabase('blind', 'nocreaterole', `lc_ctype 'C' lc_collate 'C'`);
  await expect(open('blind')).rejects.toMatchObject({ code: 'database_ctype' });
  await expect(open('blind')).rejects.toThrow(/LC_CTYPE 'C.UTF-8'/);
});

test('a server that is not UTF-8 is refused', async () => {
  await server.run([
    `create role latin login password 'latin-password'`,
    `create database latin owner latin template template0 encoding 'SQL_ASCII' lc_ctype 'C' lc_collate 'C'`,
  ]);
  await expect(open('latin')).rejects.toMatchObject({ code: 'database_encoding' });
});

test('without the extensions and the right to add them start is refused with the statements', async () => {
  await server.run([
    `create role guest login password 'guest-password'`,
    `create database guest template template0 encoding 'UTF8'`,
    'grant connect on database guest to guest',
  ]);
  await expect(open('guest')).rejects.toMatchObject({ code: 'database_extensions' });
  await expect(open('guest')).rejects.toThrow(/CREATE EXTENSION IF NOT EXISTS pg_trgm/);
  await server.run(['create extension btree_gist', 'create extension pg_trgm'], 'guest');
  await (await open('guest')).close();
});

test('a wrong password is named as such, without showing the address', async () => {
  await expect(open('office', [], 'wrong')).rejects.toMatchObject({ code: 'database_unreachable' });
  await expect(open('office', [], 'wrong')).rejects.toThrow(
    /^不能连接 DATABASE_URL 指向的服务器：用户名或口令不对。$/,
  );
});
