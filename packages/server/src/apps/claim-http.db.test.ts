import { randomUUID } from 'node:crypto';
import { day, identityCheckDigit } from '@shuangyong/values';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addSetting, onePersonOffice } from '../platform/settings/index.ts';
import { testContext, testDatabase } from '../testing/index.ts';
import { type TestBrowser, testApp, testRuntime } from './testing.ts';
import { runChecks } from './verify/check.ts';
import { SEAL_CHECKS } from './verify/seals.ts';

const database = await testDatabase();
const runtime = testRuntime(database);
const { oneTime, browser } = testApp(runtime);
const [clerk, leader] = [browser(), browser()];
const PASS = '青山绿水-2018';

interface Debt {
  readonly person: { readonly id: string; readonly name: string };
  readonly openFen: number;
  readonly state: string;
  readonly claims: readonly { readonly id: string }[];
  readonly recoveries: readonly {
    readonly ids: readonly string[];
    readonly kind: string;
    readonly isUndone: boolean;
  }[];
  readonly may: Record<string, { readonly ok: boolean; readonly why: string | null }>;
}

async function debtOf(who: TestBrowser): Promise<Debt | undefined> {
  const { body } = await who.send('GET', '/pay/claims?all=true');
  return (body as { debts: readonly Debt[] }).debts[0];
}

async function paperBy(who: TestBrowser, title: string): Promise<{ status: number; id: string }> {
  const form = new FormData();
  form.set('title', title);
  form.set('signedOn', '2018-01-04');
  form.set('paperClass', '佐证材料');
  form.set('originalAt', '镇档案室 3 盒 7 件');
  const headers = { 'x-shuangyong': '1' };
  const answer = await who.raw('/api/papers', { method: 'POST', body: form, headers });
  return { status: answer.status, id: ((await answer.json()) as { id: string }).id };
}

const act = (who: TestBrowser, what: string, body: object) => who.send('POST', `/pay/claims/${what}`, body);
const codes = ({ body }: { body: unknown }) =>
  (body as { refusals?: { code: string }[] }).refusals?.map(({ code }) => code);

let debt: Debt;
beforeAll(async () => {
  await clerk.send('POST', '/session/one-time', { token: oneTime.token });
  await clerk.send('POST', '/start', {
    ...{ townCode: '341524101', townName: '示例镇', year: 2017, userName: '王某', passCode: PASS },
  });
  const user = { name: '刘某', role: '批准', passCode: PASS };
  expect((await clerk.send('POST', '/users', user)).status).toBe(201);
  await leader.send('POST', '/session', { name: '刘某', passCode: PASS });
  expect((await clerk.send('POST', '/records/village', { cells: { name: '河湾村' } })).status).toBe(201);
  const first17 = '34152419460315101';
  const entered = await clerk.send('POST', '/records/spell', {
    cells: {
      ...{ name: '施某', identity: first17 + identityCheckDigit(first17), sex: '男', born_on: '1946-03-15' },
      ...{ village_id: '河湾村', category: '参战退役人员', from_month: '2010-01' },
    },
  });
  const { personId } = entered.body as { personId: string };
  const opening = {
    ...{ commandKey: randomUUID(), personId, kind: '参战退役人员', month: '2017-06' },
    ...{
      fen: 55_000,
      fund: 'central',
      reason: '审计发现多发',
      paperId: (await paperBy(clerk, '审计底稿')).id,
    },
  };
  expect((await clerk.send('POST', '/pay/claims', opening)).status).toBe(404);
  expect((await leader.send('POST', '/pay/claims', opening)).status).toBe(201);
  debt = (await debtOf(clerk)) as Debt;
}, 60_000);
afterAll(() => runtime.remove());

test('a debt says what each hand may do, and in whose hands the rest is', async () => {
  expect(debt).toMatchObject({ openFen: 55_000, state: 'raised', person: { name: '施某' } });
  const mine = { ok: true, why: null };
  expect(debt.may).toEqual({
    ...{ act: mine, undoCash: mine, paper: { ok: false, why: null } },
    writeOff: { ok: false, why: '这一步由批准办理，您没有这个角色。' },
    undoWriteOff: { ok: false, why: '这一步由批准办理，您没有这个角色。' },
  });
  expect((await debtOf(leader))?.may).toMatchObject({ act: { ok: false }, writeOff: { ok: true } });
});

test('the clerk files the paper and asks; the approver writes off on it and alone takes it back', async () => {
  const claims = debt.claims.map(({ id }) => id);
  const paper = await paperBy(clerk, '核销审批表');
  const body = { claims, reason: '本人去世，无遗产可追', paperId: paper.id };
  expect(codes(await act(leader, 'propose', body))).toEqual(['not_allowed']);
  expect((await act(clerk, 'propose', body)).status).toBe(200);
  expect(await debtOf(leader)).toMatchObject({ state: 'proposed', openFen: 55_000 });
  const found = await leader.send('GET', '/papers/search?q=核销审批');
  expect(found.body).toMatchObject([{ id: paper.id, title: '核销审批表' }]);
  expect(codes(await act(clerk, 'write-off', body))).toEqual(['not_allowed']);
  expect((await act(leader, 'write-off', body)).status).toBe(200);
  const off = await debtOf(leader);
  expect(off).toMatchObject({ state: 'written_off', openFen: 0 });
  const undo = { recoveries: off?.recoveries[0]?.ids, reason: '写错了人' };
  expect(codes(await act(clerk, 'undo', undo))).toEqual(['not_allowed']);
  expect(await debtOf(leader)).toMatchObject({ openFen: 0 });
  expect((await act(leader, 'undo', undo)).status).toBe(200);
  expect(await debtOf(leader)).toMatchObject({ openFen: 55_000 });
});

test('cash is the clerk’s to enter and to take back', async () => {
  const claims = debt.claims.map(({ id }) => id);
  const cash = { claims, fen: 5_000, receiptNo: 'S-1' };
  expect(codes(await act(leader, 'cash', cash))).toEqual(['not_allowed']);
  expect((await act(clerk, 'cash', cash)).status).toBe(200);
  const recoveries = (await debtOf(clerk))?.recoveries.find(({ kind }) => kind === 'cash')?.ids;
  expect(codes(await act(leader, 'undo', { recoveries, reason: '收据开错' }))).toEqual(['not_allowed']);
  expect((await act(clerk, 'undo', { recoveries, reason: '收据开错' })).status).toBe(200);
  expect(await debtOf(clerk)).toMatchObject({ openFen: 55_000 });
});

test('in an office of one person the write-off, and taking it back, are what somebody named signed on paper', async () => {
  const claims = debt.claims.map(({ id }) => id);
  const paper = await paperBy(clerk, '核销审批表（签字）');
  const signed = { claims, reason: '无遗产可追', paperId: paper.id, signer: '李镇长' };
  expect(codes(await act(clerk, 'write-off', signed))).toEqual(['not_allowed']);
  expect((await debtOf(clerk))?.may.paper).toEqual({ ok: false, why: null });

  const { rows } = await sql<{ countyId: number; divisionId: string }>`select county_id as "countyId",
      id as "divisionId" from division where code = '341524101000'`.execute(runtime.db);
  const [town] = rows;
  if (town === undefined) throw new Error('no township');
  const on = { value: true, effectiveFrom: day('2018-01-01'), basis: '县局批复' };
  await addSetting(runtime.db, testContext(database.keys), town, onePersonOffice, on);

  expect(await debtOf(clerk)).toMatchObject({ may: { paper: { ok: true }, writeOff: { ok: false } } });
  expect((await act(clerk, 'write-off', signed)).status).toBe(200);
  const off = await debtOf(clerk);
  expect(off).toMatchObject({ openFen: 0, may: { undoWriteOff: { ok: true } } });
  const made = off?.recoveries.find(({ kind, isUndone }) => kind === 'write_off' && !isUndone);
  expect(made).toMatchObject({ signer: '李镇长', by: '王某', paperTitle: '核销审批表（签字）' });
  const { rows: log } = await sql<{ detail: object }>`select detail from audit_event
      where action = 'claim.writeOff' order by at desc limit 1`.execute(runtime.db);
  expect(log[0]?.detail).toMatchObject({ method: 'paper', how: '一人办公，纸质签批' });

  const undo = { recoveries: made?.ids, reason: '找到遗产' };
  expect(codes(await act(clerk, 'undo', undo))).toEqual(['not_allowed']);
  expect((await act(clerk, 'undo', { ...undo, signer: '李镇长' })).status).toBe(400);
  expect((await act(clerk, 'undo', { ...undo, signer: '李镇长', paperId: paper.id })).status).toBe(200);
  expect(await debtOf(clerk)).toMatchObject({ openFen: 55_000 });
  expect(await runtime.db.transaction().execute((tx) => runChecks(tx, SEAL_CHECKS))).toEqual([]);
});
