import { join } from 'node:path';
import { day } from '@shuangyong/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openKysely } from '../kernel/db.ts';
import { newId } from '../kernel/ids.ts';
import { exportBatch } from '../modules/disbursement/bank-export.ts';
import type { BatchPlace } from '../modules/disbursement/batch-find.ts';
import { openBatch } from '../modules/disbursement/batch-open.ts';
import { nameLedgerStart } from '../modules/disbursement/index.ts';
import { approveBatch, reviewBatch, submitBatch } from '../modules/disbursement/step.ts';
import { drill, makeBackup, restore } from '../platform/backup/index.ts';
import type { Measure } from '../platform/backup/tables.ts';
import { makeHome, measureAll } from '../platform/backup/testing.ts';
import { type Installation, openInstallation } from '../platform/installation/index.ts';
import { startSystemServer } from '../testing/system-server.ts';
import { type LedgerTown, ledgerTown, m } from './ledger-testing.ts';
import { verifyAll } from './verify/index.ts';

const PHRASE = '江南水乡二零一七';
const MONEY = [
  'accrual',
  'claim',
  'ledger_run',
  'line_event',
  'line_item',
  'pay_account',
  'pay_line',
  'trace',
];
const CODE = '341524199000';
const server = await startSystemServer();
const { home, remove } = makeHome();
const file = join(home, '有账.sybackup');
let measured: Record<string, Measure>;

const embedded = (name: string) =>
  openInstallation({ dataDir: join(home, name), purpose: 'command', url: undefined });

/** Everything proves itself there: papers, records, the log, the ledger and the batches. */
async function proves({ pool, folder }: Installation): Promise<void> {
  const db = openKysely(pool);
  const clock = { now: Date.now, today: () => day('2018-09-05'), isSet: true };
  const read = <T>(work: (tx: Db) => Promise<T>) =>
    db.transaction().setIsolationLevel('repeatable read').execute(work);
  const verdict = await verifyAll({ db, clock, dataDir: folder.paths.root }, read);
  expect(verdict).toMatchObject({ ok: true, findings: [], checked: { payLines: 3 } });
  expect(verdict.checked.accruals).toBeGreaterThan(3);
}

/** One month through three hands to the bank. */
async function payMonth(town: LedgerTown, dataDir: string): Promise<void> {
  const { countyId, divisionId, db, on } = town;
  const place: BatchPlace = {
    countyId,
    divisionId,
    code: CODE,
    level: 'township',
    divisionIds: [divisionId],
  };
  const inTx = <T>(work: (tx: Db) => Promise<T>) => db.transaction().execute(work);
  const as = (name: string) => on('2018-08-05', name);
  const asked = { commandKey: newId(), kind: '抚恤补助', month: m('2018-08') } as const;
  const batch = await inTx((tx) => openBatch(tx, as('甲'), place, asked));
  await inTx((tx) => submitBatch(tx, as('甲'), place, batch.batch, batch));
  await inTx((tx) => reviewBatch(tx, as('乙'), place, batch.batch, batch));
  await inTx((tx) => approveBatch(tx, as('丙'), place, batch.batch, batch));
  await inTx((tx) => exportBatch(tx, as('丁'), place, batch.batch, { layout: 'fixed', dataDir }));
}

/** Three people paid for a month; one of them had died before it, which makes a claim with the next batch. */
async function fill(source: Installation): Promise<void> {
  const { pool, ownerPool, keys, folder } = source;
  const town = await ledgerTown({ name: '', pool, ownerPool, keys, drop: async () => {} }, CODE);
  const start = { month: m('2018-07'), reason: '新建台账' };
  await town.db.transaction().execute((tx) => nameLedgerStart(tx, town.on('2018-07-05'), town, start));
  const account = (n: number) => ({ bank_name: '农商行', account: `6228480000000000${n}` });
  const child = { category: '烈士子女', from_month: m('2010-01') };
  const ids: string[] = [];
  for (const [n, name] of ['林某', '周某', '陈某'].entries())
    ids.push(await town.enrol(name, { ...child, ...account(n + 10) }));
  await town.run('2018-08-05', '2018-08');
  await payMonth(town, folder.paths.root);
  await town.correct(ids[1] ?? '', { died_on: '2018-06-20' });
  await town.run('2018-09-02', '2018-08', { cause: 'change' });
  await town.payOut('2018-09-03', '2018-08');
}

beforeAll(async () => {
  const source = await embedded('数据');
  await fill(source);
  await proves(source);
  measured = await measureAll(source.ownerPool);
  await makeBackup(source, PHRASE, file);
  await source.close();
});
afterAll(async () => {
  await server.stop();
  remove();
});

test('money goes to the PostgreSQL of the system and back, equal in rows, sums and hashes, and proves itself in each', async () => {
  for (const table of MONEY) expect(measured[table]?.rows, table).toBeGreaterThan(0);
  expect(server.major).toBeLessThan(18);
  await server.run(["create role there login createrole password 'there-password'"]);
  await server.run(["create database there owner there template template0 encoding 'UTF8'"]);
  const url = server.url('there', 'there');
  const there = join(home, '那里');
  await restore({ file, dataDir: there, passphrase: PHRASE, url, say: () => {} });
  const external = await openInstallation({ dataDir: there, purpose: 'command', url });
  expect(await measureAll(external.ownerPool)).toEqual(measured);
  await proves(external);
  const back = join(home, '回来.sybackup');
  await makeBackup(external, PHRASE, back);
  await external.close();
  await restore({ file: back, dataDir: join(home, '这里'), passphrase: PHRASE, url: undefined });
  const here = await embedded('这里');
  expect(await measureAll(here.ownerPool)).toEqual(measured);
  await proves(here);
  await here.close();
});

test('a drill beside the live data tells rows and sums of every table of money', async () => {
  const source = await embedded('数据');
  const { money, text } = await drill(source.folder, file, PHRASE);
  expect(text).toBe('试恢复成功：人数、金额、文件一致。');
  const { rows } =
    await source.ownerPool.query(`select '应发' as name, count(*)::int as rows, sum(fen)::text as fen from accrual
    union all select '批次发放', count(*)::int, sum(fen)::text from pay_line
    union all select '追回', count(*)::int, sum(fen)::text from claim`);
  expect(money).toEqual(expect.arrayContaining(rows));
  expect(rows.find(({ name }) => name === '追回')).toMatchObject({ rows: 2 });
  await source.close();
});
