import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../testing/index.ts';
import { type TestBrowser, testApp, testRuntime } from '../testing.ts';

const runtime = testRuntime(await testDatabase());
afterAll(() => runtime.remove());

const PASS = '青山绿水-2018';
const { oneTime, browser } = testApp(runtime);
let clerk: TestBrowser;
let id = '';

const change = (current: string) =>
  clerk.send('POST', `/users/${id}/passcode`, { passCode: '换过的口令-2018', current });

beforeAll(async () => {
  clerk = browser();
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  const town = { townCode: '341524101', townName: '示例镇', year: 2017 };
  const { body } = await clerk.send('POST', '/start', { ...town, userName: '王某', passCode: PASS });
  id = (body as { user: { id: string } }).user.id;
});

test('a wrong present pass code counts although the change is refused, and the fifth locks', async () => {
  for (let n = 1; n < 5; n += 1)
    expect((await change(`猜的口令-${n}`)).body).toMatchObject({ refusals: [{ code: 'pass_code_wrong' }] });
  const locked = { status: 400, body: { refusals: [{ code: 'sign_in_locked' }] } };
  expect(await change('猜的口令-5')).toMatchObject(locked);
  expect(await change(PASS)).toMatchObject(locked);
  expect(await browser().send('POST', '/session', { name: '王某', passCode: PASS })).toMatchObject(locked);
});

test('whoever gives the present one has a new one, and signs in again with it', async () => {
  await runtime.db.updateTable('user_account').set({ failed_count: 0, locked_until: null }).execute();
  expect(await change(PASS)).toMatchObject({ status: 200, body: { done: true } });
  expect((await clerk.send('GET', '/users')).status).toBe(401);
  const again = await clerk.send('POST', '/session', { name: '王某', passCode: '换过的口令-2018' });
  expect(again.status).toBe(200);
});
