import type { Month } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import {
  decideAwards,
  giveNotice,
  listAwards,
  listClaims,
  lockLedger,
  offsetClaims,
  openBatch,
  planClaims,
  receiveCash,
  revokeAward,
  setOffBefore,
  showBatch,
} from '../modules/disbursement/index.ts';
import { listReturns } from '../modules/disbursement/line-returns.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { addSetting } from '../platform/settings/index.ts';
import { runChecks } from './verify/check.ts';
import { LEDGER_CHECKS } from './verify/money.ts';
import { BATCH_CHECKS } from './verify/money-batches.ts';

const town = testBatches(await testRoll());
const { db, clerk, place, payee, post, open, submit, review, approve, toBank, result, linesOf, inTx } = town;
/** Each test has months of its own, counted from October. */
const month = (at: number) => (OCTOBER + at) as Month;

const claimsOf = async (personId: string) =>
  (await listClaims(db, clerk, place, { all: true, personId })).map(({ fen, openFen }) => [fen, openFen]);
const idsOf = async (personId: string) =>
  (await listClaims(db, clerk, place, { personId })).map(({ id }) => id);
const returns = async () => (await listReturns(db, clerk, place)).map(({ person }) => person.name);
const signed = async (batch: Awaited<ReturnType<typeof open>>) => {
  for (const step of [submit, review, approve]) await step(batch);
  return toBank(batch);
};
const provesItself = async () =>
  expect(await inTx((tx) => runChecks(tx, [...LEDGER_CHECKS, ...BATCH_CHECKS]))).toEqual([]);

/** Somebody whose month has gone to the bank, and his line. */
async function sent(name: string, at: Month) {
  const id = await payee(name);
  await post({ personId: id, month: at });
  const batch = await open(at);
  await signed(batch);
  const line = (await linesOf(batch)).find(({ person }) => person === name)?.id ?? '';
  const told = (words: string) => result(batch, `流水号,结果\n${line},${words}`);
  return { id, told };
}

const whole = async (batch: Awaited<ReturnType<typeof open>>) =>
  (await linesOf(batch)).map(({ person, fen }) => [person, fen]);

test('a month claimed while it was on its way and then returned is paid to nobody: the claim ends with it', async () => {
  const { id, told } = await sent('安某', OCTOBER);
  await db.updateTable('person').set({ died_on: '2017-09-14' }).where('id', '=', id).execute();
  await post({ personId: id, fen: -55_500 });
  expect(await open(month(1))).toMatchObject({ state: 'cancelled', lines: 0 });
  expect(await claimsOf(id)).toEqual([[55_500, 55_500]]);
  await told('退回');
  expect(await returns()).toEqual([]);
  const next = await open(month(1));
  expect(await whole(next)).toEqual([['安某', 0]]);
  expect(await claimsOf(id)).toEqual([[55_500, 0]]);
  const { exceptions } = await showBatch(db, clerk, place, next.batch);
  expect(exceptions.filter(({ severity }) => severity === 'red')).toEqual([]);
  await signed(next);
  expect((await linesOf(next)).map(({ state }) => state)).toEqual(['paid']);
  await provesItself();
});

test('a raise for a month that is claimed back lowers the claim instead of going out', async () => {
  const { id, told } = await sent('白某', month(2));
  await told('已到账');
  await post({ personId: id, month: month(2), fen: 5_000 }, { personId: id, month: month(2), fen: -60_500 });
  const next = await open(month(3));
  expect(await whole(next)).toEqual([['白某', 0]]);
  expect(await claimsOf(id)).toEqual([[60_500, 55_500]]);
  await town.cancel(next);
  expect(await claimsOf(id)).toEqual([[60_500, 60_500]]);
  await signed(await open(month(3)));
  expect(await claimsOf(id)).toEqual([[60_500, 55_500]]);
  await provesItself();
});

test('what was given back in cash before the bank took the month back is paid out again, no more', async () => {
  const { id, told } = await sent('蔡某', month(4));
  await told('已到账');
  await post({ personId: id, month: month(4), fen: -55_500 });
  expect(await open(month(5))).toMatchObject({ lines: 0 });
  const claims = await idsOf(id);
  await inTx((tx) => giveNotice(tx, clerk, place, claims, {}));
  await inTx((tx) => receiveCash(tx, clerk, place, claims, { fen: 20_000, receiptNo: 'S-1' }));
  await told('冲回');
  expect(await returns()).toEqual(['蔡某']);
  const next = await open(month(5));
  expect(await whole(next)).toEqual([['蔡某', 20_000]]);
  expect(await claimsOf(id)).toEqual([[55_500, 0]]);
  await signed(next);
  await provesItself();
});

test('what comes to nothing is no line of a payment, and goes with whatever the month gets next', async () => {
  const id = await payee('丁某');
  const other = { personId: id, month: month(6), fund: 'province' };
  await post({ personId: id, month: month(6), fen: 700 }, { ...other, fen: 300 }, { ...other, fen: -300 });
  await post({ personId: id, month: month(6), fen: -700 });
  await expect(open(month(7))).rejects.toMatchObject({ code: 'nothing_to_pay' });
  await post({ ...other, fen: 10 });
  const batch = await open(month(7));
  expect(await whole(batch)).toEqual([['丁某', 10]]);
  await signed(batch);
  await provesItself();
});

test('what is set against its own month does not use up what the plan takes in a month', async () => {
  const on = { value: true, effectiveFrom: clerk.today, basis: '县里同意' };
  await inTx((tx) => addSetting(tx, clerk, place, offsetClaims, on));
  const { id, told } = await sent('戊某', month(8));
  await told('已到账');
  await post({ personId: id, month: month(8), fen: -55_500 });
  await open(month(9));
  const claims = await idsOf(id);
  await inTx((tx) => giveNotice(tx, clerk, place, claims, {}));
  await inTx((tx) => planClaims(tx, clerk, place, claims, { monthlyCapFen: 20_000, fromMonth: month(9) }));
  await post({ personId: id, month: month(8), fen: 5_000 }, { personId: id, month: month(9) });
  const batch = await open(month(9));
  expect(await whole(batch)).toEqual([['戊某', 35_500]]);
  expect(await setOffBefore(db, place.countyId, [id], month(9))).toEqual(new Map([[id, 20_000]]));
  expect(await claimsOf(id)).toEqual([[55_500, 30_500]]);
  await signed(batch);
  await provesItself();
});

test('an award that the bank returned and that is revoked then waits for no account any more', async () => {
  const id = await payee('己某');
  const award = { personId: id, month: month(10), fen: 30_000, fund: 'township', reason: '困难' } as const;
  const asked = { commandKey: newId(), kind: '困难救助', awards: [award] } as const;
  await inTx((tx) => decideAwards(tx, clerk, place, asked));
  const batch = await open(month(10), '困难救助');
  await signed(batch);
  const [line] = await linesOf(batch);
  await result(batch, `流水号,结果\n${line?.id},退回`);
  expect(await returns()).toEqual(['己某']);
  const [decided] = await listAwards(db, clerk, place, { year: 2018 });
  const awardId = decided?.id ?? '';
  await inTx((tx) => revokeAward(tx, clerk, place, { commandKey: newId(), awardId, reason: '不符合' }));
  expect(await returns()).toEqual([]);
  await provesItself();
});

test('two openings of different money do not wait for each other for ever', async () => {
  const id = await payee('庚某');
  await post({ personId: id, month: month(11) });
  const award = { personId: id, month: month(11), fen: 10_000, fund: 'township', reason: '困难' } as const;
  const asked = { commandKey: newId(), kind: '困难救助', awards: [award] } as const;
  await inTx((tx) => decideAwards(tx, clerk, place, asked));
  let other: ReturnType<typeof open> | undefined;
  const own = await inTx(async (tx) => {
    await lockLedger(tx, place);
    other = open(month(11), '困难救助');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return openBatch(tx, clerk, place, { commandKey: newId(), kind: '抚恤补助', month: month(11) });
  });
  expect([own.totalFen, (await other)?.totalFen]).toEqual([55_500, 10_000]);
});
