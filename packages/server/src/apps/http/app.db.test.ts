import { afterAll, expect, test } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { createUser } from '../../modules/access/index.ts';
import { ensureTownship, getDivision } from '../../modules/divisions/index.ts';
import { fileAnswer, fileRoute, readRoute, writeRoute, z } from '../../platform/http/index.ts';
import { testDatabase } from '../../testing/index.ts';
import { runCommand } from '../command.ts';
import { testApp, testRuntime } from '../testing.ts';
import { OPERATOR } from '../visitor.ts';
import { contractOf } from './app.ts';

const runtime = testRuntime(await testDatabase());
afterAll(() => runtime.remove());

const planted = [
  readRoute(
    {
      path: '/planted/where',
      summary: 'Where am I',
      needs: 'people.read',
      answer: z.object({ code: z.string() }),
    },
    async ({ place }) => ({ code: place.code }),
  ),
  writeRoute(
    { path: '/planted/half', summary: 'Writes, then refuses', needs: 'records.write', answer: z.object({}) },
    async ({ tx, ctx }) => {
      await ensureTownship(tx, ctx, { code: '341524199', name: '半途镇' });
      throw new Refusal('planted', '到这里为止。', { row: 3 });
    },
  ),
  readRoute(
    { path: '/planted/bug', summary: 'A bug', needs: 'people.read', answer: z.object({}) },
    async () => {
      throw new TypeError('cannot read "王小明" 341524194801010011');
    },
  ),
  readRoute(
    { path: '/planted/writes', summary: 'A read that writes', needs: 'people.read', answer: z.object({}) },
    async ({ tx, ctx }) => {
      await ensureTownship(tx, ctx, { code: '341524198', name: '读时写镇' });
      return {};
    },
  ),
  fileRoute(
    { path: '/planted/file', summary: 'A file', needs: 'papers.read', mediaType: 'text/html' },
    async () =>
      fileAnswer({
        name: '签到表.html',
        mediaType: 'text/html',
        bytes: Buffer.from('<script>1</script>'),
        inline: true,
      }),
  ),
];
const { app, oneTime, browser } = testApp(runtime, planted);
const clerk = browser();
const START = {
  townCode: '341524101',
  townName: '示例镇',
  year: 2017,
  userName: '王某',
  passCode: '青山绿水-2018',
};

test('before anybody is set up only the session and the first page answer', async () => {
  expect((await clerk.send('GET', '/session')).body).toMatchObject({
    user: null,
    needsStart: true,
    today: '2018-01-05',
    todayIsSet: true,
  });
  expect((await clerk.send('GET', '/users')).status).toBe(401);
  expect((await clerk.send('POST', '/start', START)).status).toBe(401);
});

test('whoever has the one-time link of the machine sets up town, year and first user, and is signed in', async () => {
  expect((await clerk.send('POST', '/session/one-time', { token: 'x' })).body).toMatchObject({
    refusals: [{ code: 'one_time_over' }],
  });
  const operator = await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  expect(operator.body).toMatchObject({ needsStart: true, isOperator: true });
  const started = await clerk.send('POST', '/start', START);
  expect(started.body).toMatchObject({
    needsStart: false,
    user: { name: '王某', roles: [{ role: '经办' }, { role: '管理' }] },
    division: { code: '341524101000', name: '示例镇' },
    years: [2017],
    onePerson: false,
  });
});

test('the link is over with the first user, and so is the first page', async () => {
  const late = browser();
  const token = { token: oneTime.token };
  expect((await late.send('POST', '/session/one-time', token)).body).toMatchObject({
    refusals: [{ code: 'one_time_over' }],
  });
  expect((await late.send('POST', '/start', START)).body).toMatchObject({ refusals: [{ code: 'started' }] });
});

test('the cookie cannot be read by scripts and does not go to other sites', async () => {
  const response = await app.request('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-shuangyong': '1' },
    body: JSON.stringify({ name: '王某', passCode: START.passCode }),
  });
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toContain('HttpOnly');
  expect(cookie).toContain('SameSite=Strict');
  expect(cookie).toContain('shuangyong_00000000=');
});

test('a write without the header of our own pages is refused', async () => {
  const response = await clerk.raw('/api/users', { method: 'POST', body: '{}' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ refusals: [{ code: 'write_header' }] });
});

test('out of scope, not allowed and not there are one answer, word for word', async () => {
  await runCommand(runtime, OPERATOR.caller, (tx, ctx) =>
    ensureTownship(tx, ctx, { code: '341524102', name: '邻镇' }),
  );
  const answers = await Promise.all([
    clerk.send('GET', '/planted/where?division=341524102'),
    clerk.send('GET', '/planted/where?division=341524000000'),
    clerk.send('GET', '/planted/where?division=999999999'),
    clerk.send('GET', '/audit/nothing-here'),
  ]);
  const same = {
    status: 404,
    body: { refusals: [{ code: 'not_found', message: '没有找到，或不在您的管辖范围。' }] },
  };
  expect(answers).toEqual([same, same, same, same]);
});

test('a route without ?division= is about the caller’s own place', async () => {
  expect((await clerk.send('GET', '/planted/where')).body).toEqual({ code: '341524101000' });
});

test('a refusal rolls back what was written before it and keeps its code, words and details', async () => {
  const { status, body } = await clerk.send('POST', '/planted/half');
  expect(status).toBe(400);
  expect(body).toEqual({ refusals: [{ code: 'planted', message: '到这里为止。', details: { row: 3 } }] });
  const left = await runtime.db
    .selectFrom('division')
    .select('id')
    .where('code', '=', '341524199000')
    .execute();
  expect(left).toEqual([]);
});

test('a bug answers with a number that stands in the log, and the log holds no name and no number of a person', async () => {
  const { status, body } = await clerk.send('GET', '/planted/bug');
  expect(status).toBe(500);
  const { errorNumber } = body as { errorNumber: string };
  expect(errorNumber).toMatch(/^E-[2-9A-HJ-NP-Z]{4}$/);
  const line = runtime.lines.find(({ facts }) => facts.errorNumber === errorNumber);
  expect(line).toMatchObject({ event: 'fault', facts: { route: '/api/planted/bug', kind: 'TypeError' } });
  expect(JSON.stringify(runtime.lines)).not.toMatch(/王小明|341524194801010011/);
});

test('a read cannot write', async () => {
  expect((await clerk.send('GET', '/planted/writes')).status).toBe(500);
});

test('the request log names the route and never the address', async () => {
  await clerk.send('GET', '/planted/where?division=341524101&q=王小明');
  const requests = runtime.lines.filter(({ event }) => event === 'request');
  expect(requests.at(-1)?.facts).toMatchObject({ route: '/api/planted/where', status: 200 });
});

test('an uploaded page is saved, not run', async () => {
  const { headers } = await clerk.raw('/api/planted/file');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''%E7%AD%BE/);
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('pages of the application may load nothing from elsewhere', async () => {
  const { headers } = await clerk.raw('/api/session');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
  expect(headers.get('cache-control')).toBe('no-store');
});

test('input of the wrong shape names the field', async () => {
  const { status, body } = await clerk.send('POST', '/users', { name: '李某' });
  expect(status).toBe(400);
  const { refusals } = body as { refusals: { code: string; message: string }[] };
  expect(refusals.map(({ code }) => code)).toEqual(['invalid_input', 'invalid_input']);
  expect(refusals[0]?.message).toContain('role');
});

test('用户与权限: a second user, excluded roles, and a role that ends at once', async () => {
  const wanted = { name: '赵某', role: '复核', passCode: '松柏长青-2018' };
  const { status, body } = await clerk.send('POST', '/users', wanted);
  expect(status).toBe(201);
  const { id, roles } = body as { id: string; roles: { id: string }[] };
  const reviewer = browser();
  await reviewer.send('POST', '/session', { name: '赵某', passCode: wanted.passCode });
  expect((await reviewer.send('GET', '/planted/where')).status).toBe(200);
  expect((await reviewer.send('GET', '/users')).status).toBe(404);
  expect((await clerk.send('POST', `/users/${id}/roles`, { role: '批准' })).body).toMatchObject({
    refusals: [{ code: 'roles_excluded' }],
  });
  await clerk.send('DELETE', `/users/${id}/roles/${roles[0]?.id}`);
  expect((await reviewer.send('GET', '/planted/where')).status).toBe(401);
});

test('日志: what was done stands there; verify goes along the chain', async () => {
  const log = await clerk.send('GET', '/audit');
  expect(JSON.stringify(log.body)).toContain('role.end');
  expect((await clerk.send('GET', '/audit/verify')).body).toMatchObject({ findings: [] });
  expect((await clerk.send('POST', '/audit/by-person', { name: '王某', reason: '查' })).status).toBe(404);
});

test('参数: 一人办公 is set by the county on a paper, not by the office itself, and holds from its day on', async () => {
  const set = { code: 'office.onePerson', value: true, effectiveFrom: '2018-02-01', basis: '编制一人' };
  const refused = (code: string) => ({ refusals: [{ code }] });
  expect((await clerk.send('POST', '/settings', set)).body).toMatchObject(refused('not_allowed'));
  const county = await runCommand(runtime, OPERATOR.caller, (tx) => getDivision(tx, '341524000000'));
  const manager = { name: '县管某', passCode: '青山绿水-2020', roles: ['管理'], division: county };
  await runCommand(runtime, OPERATOR.caller, (tx, ctx) => createUser(tx, ctx, manager));
  const above = browser();
  await above.send('POST', '/session', { name: manager.name, passCode: manager.passCode });
  const here = '?division=341524101000';
  expect((await above.send('POST', `/settings${here}`, set)).body).toMatchObject(refused('paper_missing'));
  const form = new FormData();
  const paper = { title: '同意一人办公', signedOn: '2018-01-04', paperClass: '佐证材料', originalAt: '1 盒' };
  for (const [name, text] of Object.entries(paper)) form.set(name, text);
  const { body: added } = await above.send<{ id: string }>('POST', `/papers${here}`, form);
  const proved = { ...set, paperId: added.id };
  const told = (value: boolean) => ({ code: set.code, value });
  expect((await above.send('POST', `/settings${here}`, proved)).body).toEqual(told(false));
  const now = { ...proved, effectiveFrom: '2018-01-01' };
  expect((await above.send('POST', `/settings${here}`, now)).body).toEqual(told(true));
  expect((await clerk.send('GET', '/session')).body).toMatchObject({ onePerson: true });
  const wrong = { ...proved, value: '是' };
  expect((await above.send('POST', `/settings${here}`, wrong)).body).toMatchObject(refused('setting_value'));
  const { body: all } = await clerk.send<{ settings: { code: string; history: { paperId: string }[] }[] }>(
    'GET',
    '/settings',
  );
  expect(all.settings[0]).toMatchObject({ isFromAbove: true, history: [{ paperId: added.id }, {}] });
  // Set at the county it holds in the townships.
  const days = { code: 'notice.days', value: 9, basis: '县里定' };
  expect((await above.send('POST', '/settings', days)).body).toEqual({ code: days.code, value: 9 });
  expect(JSON.stringify((await clerk.send('GET', '/settings')).body)).toContain('"value":9');
  // What takes the three hands back is anybody's who sets parameters.
  expect((await clerk.send('POST', '/settings', { ...set, value: false })).body).toEqual(told(true));
});

test('signing out ends the session', async () => {
  const other = browser();
  await other.send('POST', '/session', { name: '王某', passCode: START.passCode });
  expect((await other.send('DELETE', '/session')).body).toMatchObject({ user: null });
  expect((await other.send('GET', '/planted/where')).status).toBe(401);
});

test('every route stands in the contract, with its refusals', () => {
  const { paths } = contractOf(app) as { paths: Record<string, Record<string, { responses: object }>> };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/session', '/api/kinds', '/api/users/{id}/roles']),
  );
  expect(Object.keys(paths['/api/planted/where']?.get?.responses ?? {})).toEqual([
    '200',
    '400',
    '401',
    '404',
    '500',
    '503',
  ]);
});
