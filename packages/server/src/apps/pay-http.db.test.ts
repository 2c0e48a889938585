import { randomUUID } from 'node:crypto';
import { identityCheckDigit } from '@shuangyong/values';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, testTown } from '../testing/index.ts';
import { type TestBrowser, testApp, testRuntime } from './testing.ts';

const database = await testDatabase();
const runtime = testRuntime(database, '2018-01-10');
const { oneTime, browser } = testApp(runtime);
const [clerk, reviewer, leader, stranger] = [browser(), browser(), browser(), browser()];
const PASS = 'lianxi-2017';
let personId: string;

/** What the tests look at in answers. */
interface Answer {
  readonly refusals?: readonly { readonly code: string }[];
  readonly personId: string;
  readonly batch: string;
  readonly hash: string;
  readonly lines: readonly { readonly id: string }[];
}

const post = (who: TestBrowser, path: string, body: unknown) => who.send<Answer>('POST', path, body);
const get = (who: TestBrowser, path: string) => who.send<Answer>('GET', path);
const code = ({ status, body }: Awaited<ReturnType<typeof post>>) => [status, body.refusals?.[0]?.code];

beforeAll(async () => {
  await post(clerk, '/session/one-time', { token: oneTime.token });
  await post(clerk, '/start', {
    ...{ townCode: '341524199000', townName: '示例镇', year: 2017, userName: '王某', passCode: PASS },
  });
  for (const [name, role] of [
    ['赵某', '复核'],
    ['刘某', '批准'],
    ['远某', '经办'],
  ])
    expect((await post(clerk, '/users', { name, role, passCode: PASS })).status).toBe(201);
  for (const [who, name] of [
    [reviewer, '赵某'],
    [leader, '刘某'],
    [stranger, '远某'],
  ] as const)
    await post(who, '/session', { name, passCode: PASS });
  await post(clerk, '/records/village', { cells: { name: '河湾村' } });
  const first17 = '34152419460315101';
  const entered = await post(clerk, '/records/spell', {
    cells: {
      ...{ name: '施某', identity: first17 + identityCheckDigit(first17), sex: '男', born_on: '1946-03-15' },
      ...{ village_id: '河湾村', category: '参战退役人员', from_month: '2010-01', bank_name: '农商行' },
      account: '6228480000000001',
    },
  });
  personId = entered.body.personId;
  expect((await post(clerk, '/pay/start', { month: '2018-01', reason: '从一月起' })).status).toBe(200);
}, 120_000);
afterAll(() => runtime.remove());

/** He works for the township next door. */
async function moveAway(): Promise<void> {
  const { divisionId } = await testTown(runtime.db, '341524198000');
  await database.ownerPool.query(
    `update user_role set division_id = $1 where user_id = (select id from user_account where name = '远某')`,
    [divisionId],
  );
}

test('a batch goes through its hands over http, and no hand does what is another’s', async () => {
  const asked = { commandKey: randomUUID(), month: '2018-01' };
  for (const who of [reviewer, leader]) expect((await post(who, '/pay/batches', asked)).status).toBe(404);
  const opened = await post(clerk, '/pay/batches', asked);
  expect(opened.status).toBe(201);
  const { batch, hash } = opened.body;
  const step = (who: TestBrowser, what: string, body: object = { hash }) =>
    post(who, `/pay/batches/${batch}/${what}`, body);
  expect(code(await step(reviewer, 'submit'))).toEqual([400, 'not_allowed']);
  expect(code(await step(reviewer, 'cancel', { reason: '不该由我' }))).toEqual([400, 'not_allowed']);
  expect((await step(clerk, 'submit')).body).toMatchObject({ state: 'submitted' });
  expect(code(await step(clerk, 'review'))).toEqual([400, 'not_allowed']);
  expect(code(await step(leader, 'review'))).toEqual([400, 'not_allowed']);
  expect((await step(reviewer, 'review')).body).toMatchObject({ state: 'reviewed' });
  expect(code(await step(reviewer, 'approve'))).toEqual([400, 'not_allowed']);
  expect(code(await step(clerk, 'approve'))).toEqual([400, 'not_allowed']);
  expect((await step(leader, 'approve')).body).toMatchObject({ state: 'approved' });
  expect(code(await step(clerk, 'export', {}))).toEqual([400, 'not_allowed']);
  expect(code(await step(clerk, 'close', {}))).toEqual([400, 'not_allowed']);
  const { body } = await get(clerk, `/pay/batches/${batch}/lines?filter=all`);
  const line = await get(clerk, `/pay/lines/${body.lines[0]?.id}`);
  expect(line.body).toMatchObject({ batchId: batch, person: { id: personId, name: '施某' } });
  expect((await get(clerk, `/pay/lines/${randomUUID()}`)).status).toBe(404);
});

test('accounts are the clerk’s, and nobody else’s', async () => {
  const account = { personId, holder: 'self', holderName: '施某', account: '6228480000000009' };
  for (const who of [reviewer, leader]) expect((await post(who, '/pay/accounts', account)).status).toBe(404);
  expect(code(await post(clerk, '/pay/accounts', account))).toEqual([400, 'account_paper_missing']);
  const { body } = await get(reviewer, `/pay/accounts?personId=${personId}`);
  expect(JSON.stringify(body)).not.toContain('6228480000000001');
});

test('a person of another place has no batch, no line and no account here', async () => {
  await moveAway();
  const { rows } = await sql<{
    batch: string;
    line: string;
  }>`select batch_id as batch, id as line from pay_line`.execute(runtime.db);
  const [{ batch, line } = { batch: '', line: '' }] = rows;
  for (const path of [`/pay/batches/${batch}`, `/pay/lines/${line}`, `/pay/accounts?personId=${personId}`])
    expect((await get(stranger, path)).status).not.toBe(200);
});
