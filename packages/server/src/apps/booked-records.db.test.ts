import { identityCheckDigit, monthOf } from '@shuangyong/values';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeMonth } from '../modules/disbursement/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { testApp, testRuntime } from './testing.ts';

const database = await testDatabase();
const runtime = testRuntime(database, '2018-02-05');
const { oneTime, browser } = testApp(runtime);
const clerk = browser();
const first17 = '34152419460315101';
const identity = first17 + identityCheckDigit(first17);

interface Answer {
  readonly refusals?: readonly { readonly code: string; readonly message: string }[];
  readonly id: string;
  readonly version: number;
  readonly row: { readonly version: number };
}

const send = (path: string, body: unknown) => clerk.send<Answer>('POST', `/records/${path}`, body);
const closedWords = ({ status, body }: Awaited<ReturnType<typeof send>>) => [
  status,
  body.refusals?.[0]?.code,
];
const CLOSED = [400, 'month_closed'];

const payment = (on: string, yuan = 555) => ({
  cells: {
    ...{ name: '施某', identity, item: '抚恤补助', from_month: '2018-01', to_month: '2018-01' },
    ...{ amount_fen: yuan * 100, paid_on: on, voucher_no: 'S-1' },
  },
});
const family = (on: string, yuan: number) => ({
  cells: {
    soldier_name: '练习兵',
    payee_name: '施某',
    amount_fen: yuan * 100,
    paid_on: on,
    benefit_year: 2018,
  },
});

let paid: Answer;
let voided: Answer;
beforeAll(async () => {
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  await clerk.send('POST', '/start', {
    ...{
      townCode: '341524101000',
      townName: '示例镇',
      year: 2018,
      userName: '王某',
      passCode: '青山绿水-2018',
    },
  });
  const entered = await send('paidLine', payment('2018-01-18'));
  expect(entered.status).toBe(201);
  paid = entered.body;
  voided = (await send('paidLine', payment('2018-01-19'))).body;
  expect((await send(`paidLine/${voided.id}/void`, { version: 1, reason: '录重了' })).status).toBe(200);
  expect((await send('conscriptAllowance', family('2018-01-20', 7134))).status).toBe(201);
  const { rows } = await sql<{ countyId: number; divisionId: string }>`select county_id as "countyId",
    id as "divisionId" from division where level = 'township'`.execute(runtime.db);
  const [town] = rows;
  if (town === undefined) throw new Error('no township');
  const ctx = testContext(database.keys, '刘某', '2018-01-31');
  await runtime.db.transaction().execute((tx) => closeMonth(tx, ctx, town, monthOf(2018, 1)));
}, 60_000);
afterAll(() => runtime.remove());

test('nothing is entered, corrected, made void or restored in a closed month, and the words say what to do', async () => {
  const entered = await send('paidLine', payment('2018-01-20'));
  expect(closedWords(entered)).toEqual(CLOSED);
  expect(entered.body.refusals?.[0]?.message).toMatch(
    /^「发放日期」2018-01-20 所在的 2018-01 已经结账.*日期写入账那天.*另记一笔负数冲减/,
  );
  const correct = (cells: object, id = paid.id) =>
    send(`paidLine/${id}/correct`, { version: 1, cells, reason: '金额写错' });
  expect(closedWords(await correct({ amount_fen: 56_500 }))).toEqual(CLOSED);
  expect(closedWords(await correct({ paid_on: '2018-02-01' }))).toEqual(CLOSED);
  expect(closedWords(await send(`paidLine/${paid.id}/effects`, { cells: { amount_fen: 1 } }))).toEqual(
    CLOSED,
  );
  expect(closedWords(await send(`paidLine/${paid.id}/void`, { version: 1, reason: '录重了' }))).toEqual(
    CLOSED,
  );
  expect(closedWords(await send(`paidLine/${voided.id}/restore`, { reason: '没有录重' }))).toEqual(CLOSED);
  const fund = {
    cells: { entered_on: '2018-01-05', entry_type: '支出', purpose: '标牌', amount_fen: 30_000 },
  };
  expect(closedWords(await send('fundEntry', fund))).toEqual(CLOSED);
});

test('a number of a voucher may be put right there, and what was forgotten or too much is booked in the open month', async () => {
  const right = { version: 1, cells: { voucher_no: 'S-01' }, reason: '凭证号写错' };
  expect((await send(`paidLine/${paid.id}/correct`, right)).status).toBe(200);
  const moved = { version: 2, cells: { voucher_no: 'S-1', amount_fen: 1 }, reason: '金额写错' };
  expect(closedWords(await send(`paidLine/${paid.id}/correct`, moved))).toEqual(CLOSED);
  expect((await send('paidLine', payment('2018-02-02'))).status).toBe(201);
  expect((await send('paidLine', payment('2018-02-03', -5))).status).toBe(201);
  expect((await send('conscriptAllowance', family('2018-02-03', -134))).status).toBe(201);
  const figures = await clerk.send<{ figures: { code: string; value: unknown }[] }>(
    'GET',
    '/figures?year=2018',
  );
  const value = (code: string) => figures.body.figures.find((one) => one.code === code)?.value;
  expect([value('F02'), value('G01.amount'), value('G01.people')]).toEqual(['1105.00', '7000.00', 1]);
});
