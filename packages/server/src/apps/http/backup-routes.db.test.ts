import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDataFolder } from '../../platform/datafolder/index.ts';
import { testDatabase } from '../../testing/index.ts';
import type { AppRuntime } from '../runtime.ts';
import { type TestBrowser, testApp, testRuntime } from '../testing.ts';

const database = await testDatabase();
const bare = testRuntime(database);
process.env.SHUANGYONG_KEYS = join(bare.dataDir, 'keys');
const folder = await openDataFolder(join(bare.dataDir, 'data'));
const runtime: AppRuntime = {
  ...bare,
  keys: folder.keys,
  dataDir: folder.paths.root,
  source: { folder, ownerPool: database.ownerPool },
};
afterAll(() => bare.remove());

const PHRASE = '江南水乡二零一七';
const { oneTime, browser } = testApp(runtime);
let manager: TestBrowser;
let clerk: TestBrowser;

beforeAll(async () => {
  manager = browser();
  await manager.send('POST', '/session/one-time', { token: oneTime.token });
  const town = { townCode: '341524101', townName: '示例镇', year: 2017 };
  await manager.send('POST', '/start', { ...town, userName: '王某', passCode: 'lianxi-2017' });
  const person = { name: '赵某', passCode: 'lianxi-2018', role: '复核', divisionCode: '341524101000' };
  expect((await manager.send('POST', '/users', person)).status).toBe(201);
  clerk = browser();
  await clerk.send('POST', '/session', { name: '赵某', passCode: 'lianxi-2018' });
});

let name = '';

test('before the first backup the list is empty and nothing warns yet', async () => {
  const { status, body } = await manager.send('GET', '/backups');
  expect(status).toBe(200);
  expect(body).toMatchObject({ backups: [], status: { lastBackupAt: null, warning: null } });
});

test('a backup made on the screen has already been restored on trial', async () => {
  const { status, body } = await manager.send('POST', '/backups', { passphrase: PHRASE });
  expect(status).toBe(201);
  expect(body).toMatchObject({ text: '备份完成并试恢复成功：人数、金额、文件一致。', drill: { people: 0 } });
  name = (body as { name: string }).name;
  expect((await manager.send('GET', '/backups')).body).toMatchObject({ backups: [{ name, kind: 'manual' }] });
});

test('a short pass phrase is refused in words', async () => {
  const { status, body } = await manager.send('POST', '/backups', { passphrase: '1234567' });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    refusals: [{ code: 'passphrase_short', message: '备份口令太短，至少要 8 个字符。' }],
  });
});

test('a drill needs the pass phrase only where this machine does not hold the key', async () => {
  const { status, body } = await manager.send('POST', `/backups/${name}/drill`, {});
  expect(status).toBe(200);
  expect(body).toMatchObject({ text: '试恢复成功：人数、金额、文件一致。' });
  expect(
    (await manager.send('POST', `/backups/${name}/drill`, { passphrase: '不是这一句口令' })).body,
  ).toMatchObject({
    refusals: [{ code: 'wrong_passphrase' }],
  });
});

test('what is taken away is the file itself, and counts as a copy', async () => {
  const response = await manager.raw(`/api/backups/${name}`);
  expect(response.status).toBe(200);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.equals(readFileSync(join(folder.paths.backups, name)))).toBe(true);
  const { body } = await clerk.send('GET', '/backups/status');
  expect(body).toMatchObject({ daysWithoutCopy: 0, warning: null });
  expect((body as { lastCopyAt: string | null }).lastCopyAt).not.toBeNull();
});

test('everything is verified from the screen', async () => {
  const { status, body } = await manager.send('POST', '/backups/verify');
  expect(status).toBe(200);
  expect(body).toMatchObject({ ok: true, findings: [], checked: { papers: 0, backups: 1 } });
});

test.each([
  ['GET', '/backups'],
  ['POST', '/backups'],
  ['POST', '/backups/verify'],
])('%s %s is for whoever manages backups', async (method, path) => {
  const body = path === '/backups' && method === 'POST' ? { passphrase: PHRASE } : undefined;
  expect((await clerk.send(method, path, body)).status).toBe(404);
  expect((await browser().send(method, path, body)).status).toBe(401);
});

test.each(['..%2F..%2Finstallation.json', 'copies.json', 'manual-2018-01-05-000000.sybackup'])(
  'no other file can be had: %s',
  async (other) => {
    expect((await manager.raw(`/api/backups/${other}`)).status).toBe(404);
  },
);

test('each of these stands in the log', async () => {
  const { rows } = await database.pool.query<{ action: string }>(
    `select distinct action from audit_event where action like 'backup.%' or action = 'verify' order by 1`,
  );
  expect(rows.map(({ action }) => action)).toEqual(['backup.drill', 'backup.make', 'backup.take', 'verify']);
});
