import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { type TestBrowser, testApp, testRuntime } from '../testing.ts';

const runtime = testRuntime(await testDatabase());
afterAll(() => runtime.remove());

const PASS = '青山绿水-2018';
const { oneTime, browser } = testApp(runtime);
let manager: TestBrowser;
let auditor: TestBrowser;

beforeAll(async () => {
  manager = browser();
  await manager.send('POST', '/session/one-time', { token: oneTime.token });
  const town = { townCode: '341524101', townName: '示例镇', year: 2017 };
  await manager.send('POST', '/start', { ...town, userName: '王某', passCode: PASS });
  await manager.send('POST', '/users', { name: '审某', passCode: PASS, role: '审计员' });
  auditor = browser();
  await auditor.send('POST', '/session', { name: '审某', passCode: PASS });
});

test('the auditor asks by name what a colleague did, with a reason, and the question is in the log', async () => {
  const answer = await auditor.send('POST', '/audit/by-person', { name: '王某', reason: '年度审计' });
  expect(answer.status).toBe(200);
  expect(JSON.stringify(answer.body)).toContain('user.create');
  const log = await manager.send('GET', '/audit');
  const [newest] = (log.body as { lines: readonly object[] }).lines;
  expect(newest).toMatchObject({ actor: '审某', action: 'audit.byPerson', detail: { reason: '年度审计' } });
});

test('without a reason, about nobody, or by anybody else it is not answered', async () => {
  const ask = (by: TestBrowser, body: object) => by.send('POST', '/audit/by-person', body);
  expect((await ask(auditor, { name: '王某', reason: ' ' })).body).toMatchObject({
    refusals: [{ code: 'reason_empty' }],
  });
  expect((await ask(auditor, { name: '无此人', reason: '年度审计' })).status).toBe(404);
  expect((await ask(manager, { name: '审某', reason: '好奇' })).status).toBe(404);
});

test('本机: version, folder and database for who makes backups, and for nobody else', async () => {
  const { body } = await manager.send('GET', '/machine');
  expect(body).toMatchObject({
    dataDir: runtime.dataDir,
    sample: false,
    database: { version: expect.stringMatching(/^\d/) },
  });
  expect((body as { freeBytes: number }).freeBytes).toBeGreaterThan(0);
  expect((await auditor.send('GET', '/machine')).status).toBe(404);
});
