import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSystemServer } from '../../testing/system-server.ts';
import { openInstallation } from '../installation/index.ts';
import { makeBackup } from './make.ts';
import { restore } from './restore.ts';
import type { Measure } from './tables.ts';
import { type FilledSource, fillSource, makeHome, measureAll } from './testing.ts';

const PHRASE = '江南水乡二零一七';
const server = await startSystemServer();
const { home, remove } = makeHome();
const file = join(home, '全部.sybackup');
let measured: Record<string, Measure>;

beforeAll(async () => {
  const installation = await openInstallation({
    dataDir: join(home, '数据'),
    purpose: 'command',
    url: undefined,
  });
  const source: FilledSource = await fillSource(installation.folder, installation.ownerPool);
  measured = await measureAll(installation.ownerPool);
  await makeBackup(source, PHRASE, file);
  await installation.close();
});
afterAll(async () => {
  await server.stop();
  remove();
});

async function makeDatabase(name: string): Promise<string> {
  await server.run([
    `create role ${name} login createrole password '${name}-password'`,
    `create database ${name} owner ${name} template template0 encoding 'UTF8'`,
  ]);
  return server.url(name, name);
}

const bring = (from: string, dataDir: string, url: string | undefined) =>
  restore({ file: from, dataDir, passphrase: PHRASE, url, say: () => {} });

test('a backup of the embedded server goes to the PostgreSQL of the system and back, equal in every table', async () => {
  expect(server.major).toBeLessThan(18);
  const url = await makeDatabase('there');
  const there = join(home, '那里');
  await bring(file, there, url);
  const external = await openInstallation({ dataDir: there, purpose: 'command', url });
  expect(external.origin).toBe('external');
  expect(await measureAll(external.ownerPool)).toEqual(measured);
  const { rows } = await external.pool.query('select current_user as name, count(*) as lines from paid_line');
  expect(rows).toEqual([{ name: 'shuangyong_app', lines: 300 }]);
  await expect(external.pool.query('delete from audit_event')).rejects.toMatchObject({ code: '42501' });
  const back = join(home, '回来.sybackup');
  await makeBackup(external, PHRASE, back);
  await external.close();
  const here = join(home, '这里');
  await bring(back, here, undefined);
  const embedded = await openInstallation({ dataDir: here, purpose: 'command', url: undefined });
  expect(await measureAll(embedded.ownerPool)).toEqual(measured);
  await embedded.close();
});

test('a database with anything in it is refused and not touched', async () => {
  const url = await makeDatabase('taken');
  await server.run(['create table theirs (id int primary key)', 'insert into theirs values (7)'], 'taken');
  const target = join(home, '占用');
  await expect(bring(file, target, url)).rejects.toMatchObject({ code: 'database_not_empty' });
  expect(existsSync(target)).toBe(false);
});

test('a restore that fails leaves the other server as empty as it was, and the next one succeeds', async () => {
  const url = await makeDatabase('again');
  const taken = join(home, '已有');
  await server.run(
    [
      "create function fails() returns event_trigger language plpgsql as $$ begin if exists (select from pg_class where relname = 'signing_item') then raise 'planted'; end if; end $$",
      'create event trigger planted on ddl_command_end execute function fails()',
    ],
    'again',
  );
  await expect(bring(file, taken, url)).rejects.toThrow('planted');
  expect(existsSync(taken)).toBe(false);
  await server.run(['drop event trigger planted', 'drop function fails()'], 'again');
  await bring(file, taken, url);
  expect(readdirSync(taken)).toContain('installation.json');
});
