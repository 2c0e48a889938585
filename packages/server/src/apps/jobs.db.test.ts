import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser } from '../modules/access/index.ts';
import { nameLedgerStart } from '../modules/disbursement/index.ts';
import { getDivision } from '../modules/divisions/index.ts';
import { book, ROLL_HEADER } from '../modules/imports/testing/book.ts';
import { STOPPED_WORDS, stopJobs } from '../platform/jobs/index.ts';
import { beginJob } from '../platform/jobs/job.ts';
import { testDatabase } from '../testing/index.ts';
import { runCommand } from './command.ts';
import { ledgerTown, m } from './ledger-testing.ts';
import { type TestBrowser, testApp, testRuntime } from './testing.ts';
import { OPERATOR } from './visitor.ts';

const CODE = '621221100000';
const database = await testDatabase();
const runtime = testRuntime(database, '2018-03-20');
const { db } = runtime;
const browser: TestBrowser = testApp(runtime).browser();
afterAll(() => runtime.remove());

beforeAll(async () => {
  const town = await ledgerTown(database, CODE);
  await town.enrol('林某', { category: '参战退役人员', from_month: m('2010-01') });
  await runCommand(runtime, OPERATOR.caller, async (tx, ctx) => {
    await nameLedgerStart(tx, ctx, town, { month: m('2018-01'), reason: '新建台账' });
    const division = await getDivision(tx, CODE);
    await createUser(tx, ctx, { name: '王练习', roles: ['经办', '管理'], passCode: 'lianxi-2017', division });
  });
  await browser.send('POST', '/session', { name: '王练习', passCode: 'lianxi-2017' });
});

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly cause: string | null;
  readonly attempts: number;
  readonly mayRerun: boolean;
}

async function job(id: string): Promise<Shown | undefined> {
  const { body } = await browser.send('GET', '/jobs');
  return (body as { jobs: Shown[] }).jobs.find((one) => one.id === id);
}

const open = (commandKey: string, month: string) =>
  browser.send('POST', '/pay/batches', { commandKey, month });
const rerun = (id: string) => browser.send('POST', `/jobs/${id}/rerun`);
const count = async (table: 'batch' | 'import_log' | 'meeting') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );

test('two clicks on «生成» make one job, one batch and one answer', async () => {
  const key = randomUUID();
  const [first, second] = await Promise.all([open(key, '2018-01'), open(key, '2018-01')]);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body).toEqual(first.body);
  expect((await open(key, '2018-01')).body).toEqual(first.body);
  expect(await count('batch')).toBe(1);
  expect(await job(key)).toMatchObject({
    ...{ title: '生成 2018-01 抚恤补助批次', state: 'done', cause: null, mayRerun: false },
  });
});

test('a job that is refused tells why, and can be run again', async () => {
  const key = randomUUID();
  const refused = await open(key, '2018-01');
  expect(refused.status).toBe(400);
  expect(await job(key)).toMatchObject({
    ...{ state: 'failed', cause: expect.stringMatching(/已有没办结的批次/), mayRerun: true, attempts: 1 },
  });
  expect((await rerun(key)).body).toMatchObject({ refusals: [{ code: 'batch_open' }] });
  expect(await job(key)).toMatchObject({ state: 'failed', attempts: 2 });
});

test('a run cut off in the middle has written nothing, says so, and is run again under its own key', async () => {
  const key = randomUUID();
  const town = await getDivision(db, CODE);
  const { countyId, id: divisionId } = town;
  const payload = { month: m('2018-02'), kind: '抚恤补助' };
  await runCommand(runtime, OPERATOR.caller, (tx, ctx) =>
    beginJob(tx, ctx, { countyId, divisionId, id: key, kind: 'pay.open', payload }),
  );
  expect((await rerun(key)).body).toMatchObject({ refusals: [{ code: 'job_running' }] });
  expect(await stopJobs(db)).toBe(1);
  expect(await job(key)).toMatchObject({ state: 'stopped', cause: STOPPED_WORDS, mayRerun: true });
  const batches = await count('batch');
  expect((await rerun(key)).body).toMatchObject({ state: 'done', attempts: 2, mayRerun: false });
  expect(await count('batch')).toBe(batches + 1);
  expect((await rerun(key)).body).toMatchObject({ state: 'done', attempts: 2 });
  expect(await count('batch')).toBe(batches + 1);
});

async function dropped(): Promise<string> {
  const sheets = {
    单位: [
      ['行政区划代码', '名称', '上级名称', '年度', '人口'],
      [CODE.slice(0, 9), '练习镇', '练习县', 2018, 20_000],
    ],
    优抚对象: [ROLL_HEADER, ['新某', '341524194603150012', '河湾村', '参战退役人员', '2010-01']],
    会议: [
      ['日期', '类型', '主题'],
      ['2018-03-02', '领导小组', '研究发放'],
    ],
  };
  const form = new FormData();
  form.append('files', new File([new Uint8Array(await book(sheets))], '名册.xlsx'));
  const init = { method: 'POST', headers: { 'x-shuangyong': '1' }, body: form };
  const { batch } = (await (await browser.raw('/api/imports', init)).json()) as { batch: string };
  return batch;
}

test('two clicks on «导入» make one import with one receipt, and nobody can confirm what was never dropped', async () => {
  const batch = await dropped();
  const confirm = () => browser.send('POST', `/imports/${batch}/confirm`, {});
  const [first, second] = await Promise.all([confirm(), confirm()]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect([await count('import_log'), await count('meeting')]).toEqual([1, 1]);
  expect(await job(batch)).toMatchObject({ title: '导入台账', state: 'done' });
  expect((await confirm()).body).toEqual(first.body);
  expect((await browser.send('POST', `/imports/${randomUUID()}/confirm`, {})).status).toBe(404);
});

test('an import cut off whose files the inbox no longer has says what to do', async () => {
  const batch = await dropped();
  const { countyId, id: divisionId } = await getDivision(db, CODE);
  const cut = { countyId, divisionId, id: batch, kind: 'import', payload: { skipUpdates: [] } };
  await runCommand(runtime, OPERATOR.caller, (tx, ctx) => beginJob(tx, ctx, cut));
  await stopJobs(db);
  rmSync(join(runtime.dataDir, 'inbox', batch), { recursive: true });
  expect((await rerun(batch)).body).toMatchObject({
    refusals: [{ code: 'files_gone', message: expect.stringMatching(/重新拖进来/) }],
  });
  expect(await job(batch)).toMatchObject({ state: 'failed', cause: expect.stringMatching(/收件夹/) });
});
