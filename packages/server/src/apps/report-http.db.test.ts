import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../testing/index.ts';
import { type TestBrowser, testApp, testRuntime } from './testing.ts';

const runtime = testRuntime(await testDatabase());
const { oneTime, browser } = testApp(runtime);
const [clerk, reviewer, leader, reader] = [browser(), browser(), browser(), browser()];
const PASS = '青山绿水-2018';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Answer {
  readonly state: string;
  readonly version: number;
  readonly fingerprint: string;
  readonly sent: { by: string } | null;
  readonly signing: { signedBy: string; method: string } | null;
}

const report = async (who: TestBrowser, year = 2017) =>
  (await who.send('GET', `/report/${year}`)).body as Answer;
const statusOf = async (who: TestBrowser, path: string, body: unknown) =>
  (await who.send('POST', path, body)).status;

async function colleague(who: TestBrowser, name: string, role: string): Promise<void> {
  expect(await statusOf(clerk, '/users', { name, role, passCode: PASS })).toBe(201);
  expect(await statusOf(who, '/session', { name, passCode: PASS })).toBeLessThan(300);
}

beforeAll(async () => {
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  await clerk.send('POST', '/start', {
    ...{ townCode: '341524101', townName: '示例镇', year: 2017, userName: '王某', passCode: PASS },
  });
  await colleague(reviewer, '赵某', '复核');
  await colleague(leader, '刘某', '批准');
  await colleague(reader, '查某', '查阅');
  const meeting = { held_on: '2017-02-15', meeting_type: '领导小组', topic: '部署全年' };
  expect(await statusOf(clerk, '/records/meeting', { cells: meeting })).toBeLessThan(300);
});
afterAll(() => runtime.remove());

/** Composes and sends the summary of a year, and answers what is to be signed. */
async function sentOf(year: number): Promise<Answer> {
  const composed = { from: 'wording', version: 0 };
  expect(await statusOf(clerk, `/report/${year}/compose`, composed)).toBe(200);
  expect(await statusOf(clerk, `/report/${year}/send`, { version: 1 })).toBe(200);
  return report(leader, year);
}

test('whoever reads may read and no more; whoever signs does not write, whoever writes does not sign', async () => {
  const writing = { from: 'wording', version: 0 };
  expect((await report(reader)).state).toBe('none');
  for (const other of [reader, reviewer, leader])
    expect(await statusOf(other, '/report/2017/compose', writing)).toBe(404);
  const { fingerprint, sent } = await sentOf(2017);
  expect(sent?.by).toBe('王某');
  for (const other of [clerk, reviewer, reader]) {
    expect(await statusOf(other, '/report/2017/sign', { passCode: PASS, fingerprint })).toBe(404);
    expect(await statusOf(other, '/report/2017/return', { reason: '再核一下' })).toBe(404);
  }
  expect((await report(clerk)).state).toBe('sent');
});

test('no one person both writes and signs', async () => {
  const { body } = await clerk.send('GET', '/users');
  const { users } = body as { users: { id: string; name: string }[] };
  const own = users.find(({ name }) => name === '王某');
  const given = await clerk.send('POST', `/users/${own?.id}/roles`, { role: '批准' });
  expect(given.status).toBe(400);
});

test('signing wants one’s own pass code and what was read, and happens once', async () => {
  const { fingerprint } = await report(leader);
  const sign = (body: object) => leader.send('POST', '/report/2017/sign', body);
  expect((await sign({ passCode: '不是这个', fingerprint })).body).toMatchObject({
    refusals: [{ code: 'pass_code' }],
  });
  expect((await sign({ passCode: PASS, fingerprint: 'another' })).body).toMatchObject({
    refusals: [{ code: 'changed_meanwhile' }],
  });
  expect((await sign({ passCode: PASS, fingerprint })).status).toBe(200);
  expect(await report(clerk)).toMatchObject({
    state: 'signed',
    signing: { signedBy: '刘某', method: 'pass_code' },
  });
  expect((await sign({ passCode: PASS, fingerprint })).body).toMatchObject({
    refusals: [{ code: 'signed' }],
  });
});

test('a paper signed by hand signs too, and is kept as a paper; a text file is none', async () => {
  const { fingerprint } = await sentOf(2018);
  const drop = (bytes: Buffer, name: string) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(bytes)], name));
    form.append('fingerprint', fingerprint);
    const init = { method: 'POST', body: form, headers: { 'x-shuangyong': '1' } };
    return leader.raw('/api/report/2018/sign-paper', init);
  };
  expect(await (await drop(Buffer.from('签了'), '签字.txt')).json()).toMatchObject({
    refusals: [{ code: 'paper_type' }],
  });
  expect((await drop(PNG, '签字页.png')).status).toBe(200);
  expect((await report(clerk, 2018)).signing).toMatchObject({ signedBy: '刘某', method: 'paper' });
  const papers = await clerk.send('GET', `/papers?q=${encodeURIComponent('签发件')}`);
  expect(JSON.stringify(papers.body)).toContain('示例镇2018年度双拥工作总结（签发件）');
});
