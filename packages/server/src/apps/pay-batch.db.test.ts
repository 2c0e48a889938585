import { readFileSync } from 'node:fs';
import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { cancelBatch } from '../modules/disbursement/batch-cancel.ts';
import { endAccount, listAccounts, openBatch, submitBatch } from '../modules/disbursement/index.ts';
import { batchHash, lineHash } from '../modules/disbursement/proof.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { decidePackage, enterPackage, lawOf, readPackage } from '../modules/standards/index.ts';
import { filePath } from '../platform/files/store.ts';

const {
  db,
  dataDir,
  payee,
  post,
  open,
  submit,
  review,
  approve,
  toBank,
  result,
  close,
  linesOf,
  inTx,
  clerk,
  reviewer,
  place,
} = testBatches(await testRoll());
const NOVEMBER = (OCTOBER + 1) as Month;
let first: Awaited<ReturnType<typeof open>>;
let file: Awaited<ReturnType<typeof toBank>>;
const people: Record<string, string> = {};

beforeAll(async () => {
  for (const name of ['安某', '白某', '蔡某']) people[name] = await payee(name);
  people.丁某 = await payee('丁某', { account: null });
  for (const id of Object.values(people)) await post({ personId: id });
  await post({ personId: people.白某 ?? '', month: (OCTOBER - 1) as Month, fen: 5_000 });
});

test('a batch takes every debt once, one line a person; who has no account is held', async () => {
  first = await open();
  expect(first).toMatchObject({
    number: 'PF-2017-10-01',
    state: 'opened',
    lines: 4,
    totalFen: 227_000,
    held: 1,
  });
  expect((await linesOf(first)).map(({ person, fen, code }) => [person, fen, code])).toEqual([
    ['安某', 55_500, null],
    ['白某', 60_500, null],
    ['蔡某', 55_500, null],
    ['丁某', 55_500, 'no_account'],
  ]);
  await expect(open(NOVEMBER)).rejects.toMatchObject({ code: 'nothing_to_pay' });
  await expect(open()).rejects.toMatchObject({ code: 'batch_open', details: { number: 'PF-2017-10-01' } });
});

test('what stands in the rows hashes to what was written', async () => {
  const { rows } = await sql<{ lines: boolean; batch: boolean }>`select
    (select bool_and(l.content_hash = ${lineHash('l')}) from pay_line l) as lines,
    (select bool_and(e.content_hash = ${batchHash(sql`e.county_id`, sql`e.batch_id`)}) from batch_event e) as batch`.execute(
    db,
  );
  expect(rows).toEqual([{ lines: true, batch: true }]);
});

test('three hands, then the bank; the second export is the same bytes, stored before', async () => {
  for (const step of [submit, review, approve]) await step(first);
  file = await toBank(first);
  expect(file).toMatchObject({ isNew: true, answer: { state: 'exported', held: 1 } });
  expect(file.file).toMatchObject({ rows: 3, totalFen: 171_500, name: 'PF-2017-10-01.txt' });
  const again = await toBank(first, 'xlsx');
  expect([again.isNew, again.bytes.equals(file.bytes)]).toEqual([false, true]);
  expect(readFileSync(filePath(dataDir, file.file.sha256)).equals(file.bytes)).toBe(true);
  const text = new TextDecoder('gb18030').decode(file.bytes).split('\r\n');
  expect(text[0]).toBe('00000003           1715.00');
  expect(text[2]).toContain('白某');
  expect(text[2]).toContain('605.00');
});

test('the result: paid, returned; silence stays in transit; the same again changes nothing', async () => {
  const [an, bai, cai] = await linesOf(first);
  const text = `流水号,结果,原因,日期\n${an?.id},已到账,,2017-11-24\n${bai?.id},退回,账号不存在,\n`;
  const { counts } = await result(first, text);
  expect(counts).toMatchObject({
    rows: 2,
    paid: 1,
    returned: 1,
    returnedFen: 60_500,
    silent: 1,
    unchanged: 0,
  });
  expect((await result(first, text)).counts).toMatchObject({ paid: 0, returned: 0, unchanged: 2 });
  await expect(close(first)).rejects.toMatchObject({ code: 'in_transit', details: { lines: 1 } });
  await expect(result(first, `流水号,结果\n${an?.id},退回`)).rejects.toMatchObject({
    code: 'result_contradicts',
  });
  await result(first, `流水号,结果\n${cai?.id},已到账`);
  expect(await close(first)).toMatchObject({ state: 'closed', held: 0 });
});

test('what was returned and what was held is paid by the next batch, as a second attempt', async () => {
  const next = await open();
  expect(next).toMatchObject({ number: 'PF-2017-10-02', lines: 2, totalFen: 116_000 });
  const { rows } = await sql<{
    attempt: number;
    again: boolean;
  }>`select i.attempt, l.reissue_of is not null as again
    from pay_line l join line_item i on i.line_id = l.id where l.batch_id = ${next.batch}
    order by l.ordinal`.execute(db);
  expect(rows).toEqual([
    { attempt: 2, again: true },
    { attempt: 2, again: true },
    { attempt: 2, again: false },
  ]);
});

test('money taken back after it was paid is a claim, whole; nobody is paid less than nothing', async () => {
  await post({ personId: people.安某 ?? '', fen: -55_500 }, { personId: people.蔡某 ?? '', month: NOVEMBER });
  const next = await open(NOVEMBER);
  expect(next).toMatchObject({ lines: 1, totalFen: 55_500 });
  const { rows } = await sql<{ fen: number }>`select fen from claim`.execute(db);
  expect(rows).toEqual([{ fen: 55_500 }]);
});

test('a correction before anything left lowers the same payment; once in a batch it waits for it', async () => {
  const id = await payee('高某');
  const DECEMBER = (NOVEMBER + 1) as Month;
  await post({ personId: id, month: DECEMBER }, { personId: id, month: DECEMBER, fen: -10_000 });
  const batch = await open(DECEMBER);
  expect(batch).toMatchObject({ lines: 1, totalFen: 45_500 });
  await post({ personId: id, month: DECEMBER, fen: -5_500 });
  await expect(submit(batch)).rejects.toMatchObject({ code: 'facts_changed' });
  await inTx((tx) => cancelBatch(tx, clerk, place, batch.batch, '重算'));
  expect(await open(DECEMBER)).toMatchObject({ lines: 1, totalFen: 40_000 });
});

test('an account that was ended is not taken from the roll again: the payment waits for another one', async () => {
  const id = await payee('郭某');
  const JANUARY = (NOVEMBER + 2) as Month;
  await post({ personId: id, month: JANUARY });
  const batch = await open(JANUARY);
  const { accounts } = await listAccounts(db, clerk, place, id);
  await inTx((tx) => cancelBatch(tx, clerk, place, batch.batch, '销户'));
  await inTx((tx) => endAccount(tx, clerk, place, accounts[0]?.id ?? '', '已销户'));
  const next = await open(JANUARY);
  const own = (await linesOf(next)).find(({ person }) => person === '郭某');
  expect(own).toMatchObject({ state: 'held', code: 'no_account' });
  await inTx((tx) => cancelBatch(tx, clerk, place, next.batch, '等账号'));
});

test('a county’s batch asks each township for its own law and its own closed months', async () => {
  const county = await db
    .selectFrom('division')
    .select(['id', 'code'])
    .where('level', '=', 'county')
    .executeTakeFirstOrThrow();
  const at = { ...place, divisionId: county.id, code: county.code, level: 'county' };
  const text = `{ package: own, title: 本镇的标准, sources: [{ id: own, title: 本镇的通知 }], tables: [{ code: martyrChild.base,
    unit: fen_per_month, axes: [], combine: replace, values: [{ region: "341524", from: 2017-01, to: 2017-12,
    knownOn: 2017-01-02, source: own, status: published, fund: county, cells: { "-": 60000 } }] }] }`;
  await inTx(async (tx) => {
    const asked = { body: readPackage(text), origin: 'typed' } as const;
    const { id } = await enterPackage(tx, clerk, place, asked);
    await decidePackage(tx, reviewer, place, id, { state: 'adopted' });
    const { hash } = await lawOf(tx, place);
    await sql`update ledger_town set law_hash = decode(${hash}, 'hex')`.execute(tx);
  });
  const FEBRUARY = (NOVEMBER + 3) as Month;
  await post({ personId: people.安某 ?? '', month: FEBRUARY });
  const openHere = (month: Month) =>
    inTx((tx) => openBatch(tx, clerk, at, { commandKey: newId(), kind: '抚恤补助', month }));
  const batch = await openHere(FEBRUARY);
  const { hash } = batch;
  expect(await inTx((tx) => submitBatch(tx, clerk, at, batch.batch, { hash }))).toMatchObject({
    state: 'submitted',
  });
  await inTx((tx) => cancelBatch(tx, clerk, at, batch.batch, '改日再发'));
  await sql`insert into period_close (county_id, division_id, month, balance, set_hash, actor_id, actor_name, at, office_day)
    values (${place.countyId}, ${place.divisionId}, ${FEBRUARY}, '[]', '', 'x', '李某', now(), '2018-02-28')`.execute(
    db,
  );
  await expect(openHere(FEBRUARY)).rejects.toMatchObject({ code: 'month_closed' });
});
