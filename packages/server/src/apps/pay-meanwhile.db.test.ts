import type { Month } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { answerException } from '../modules/disbursement/exception-answer.ts';
import {
  addSlip,
  decideAwards,
  endAccount,
  listAccounts,
  openBatch,
  saveAccount,
  showBatch,
} from '../modules/disbursement/index.ts';
import { releaseLine } from '../modules/disbursement/line-release.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const it = testBatches(await testRoll());
const { db, clerk, town, place, inTx, payee, post, paper } = it;
const { open, submit, review, approve, toBank, close, cancel, linesOf } = it;
const NOVEMBER = (OCTOBER + 1) as Month;
/** The clerk some minutes on: what he enters now comes after the batch. */
const at = (minutes: number) => ({ ...clerk, now: Date.now() + minutes * 60_000 });

test('an account changed since the opening is told at every step, and the batch computed again pays to the new one', async () => {
  const personId = await payee('韩某');
  await post({ personId });
  const batch = await open();
  const card = { personId, holder: 'self', holderName: '韩某', account: '6228480099887766' } as const;
  const paperId = await paper('银行卡');
  await inTx((tx) => saveAccount(tx, at(1), place, { ...card, paperId }));
  await expect(submit(batch)).rejects.toMatchObject({
    code: 'facts_changed',
    message: expect.stringMatching(/1 人的收款账户换了或停用了（韩某）.*请重算后再办/),
  });
  await cancel(batch);
  const asked = { commandKey: newId(), kind: '抚恤补助', month: OCTOBER } as const;
  const again = await inTx((tx) => openBatch(tx, at(2), place, asked));
  expect(await submit(again)).toMatchObject({ state: 'submitted' });
  await cancel(again);
});

test('an account ended after the approval gets nothing: the line stays back and its debt goes with the next batch', async () => {
  const [stays, ends] = [await payee('何某'), await payee('吕某')];
  await post({ personId: stays, month: NOVEMBER }, { personId: ends, month: NOVEMBER });
  const asked = { commandKey: newId(), kind: '抚恤补助', month: NOVEMBER } as const;
  const batch = await inTx((tx) => openBatch(tx, at(3), place, asked));
  for (const step of [submit, review, approve]) await step(batch);
  const { accounts } = await listAccounts(db, clerk, place, ends);
  await inTx((tx) => endAccount(tx, at(4), place, accounts[0]?.id ?? '', '卡丢了'));
  await toBank(batch);
  const line = (await linesOf(batch)).find(({ person }) => person === '吕某');
  expect(line).toMatchObject({ state: 'held', code: 'account_ended' });
  const release = { lineId: line?.id ?? '', reason: '照发' };
  await expect(inTx((tx) => releaseLine(tx, clerk, place, batch.batch, release))).rejects.toMatchObject({
    code: 'no_account',
  });
  const sent = (await linesOf(batch)).filter(({ state }) => state === 'in_file');
  await it.result(batch, ['流水号,结果', ...sent.map(({ id }) => `${id},已到账`)].join('\n'));
  await close(batch);
  const next = await open(NOVEMBER);
  expect((await linesOf(next)).map(({ person, code }) => [person, code])).toEqual([['吕某', 'no_account']]);
  await cancel(next);
});

test('one-off money of somebody who died meanwhile is red: nobody is paid it without a word', async () => {
  const personId = await payee('孟某');
  const award = { personId, month: OCTOBER, fen: 30_000, fund: 'township', reason: '住院' } as const;
  const asked = { commandKey: newId(), kind: '困难救助', awards: [award] } as const;
  await inTx((tx) => decideAwards(tx, clerk, town, asked));
  const batch = await open(OCTOBER, '困难救助');
  await db.updateTable('person').set({ died_on: '2017-10-08' }).where('id', '=', personId).execute();
  await expect(submit(batch)).rejects.toMatchObject({ code: 'exceptions_open' });
  const { exceptions } = await showBatch(db, clerk, place, batch.batch);
  expect(exceptions).toMatchObject([
    {
      code: 'died_award',
      severity: 'red',
      words: expect.stringContaining('2017-10-08 去世，困难救助还在发'),
    },
  ]);
  const said = { key: `died_award:${personId}`, answer: 'hold', reason: '问家属' } as const;
  expect(await inTx((tx) => answerException(tx, clerk, place, batch.batch, said))).toMatchObject({ held: 1 });
  expect(await submit(batch)).toMatchObject({ state: 'submitted' });
});

test('months that the other office pays by the slip are red here: two offices never pay one month without a word', async () => {
  const personId = await payee('许某');
  const slip = {
    personId,
    direction: 'out',
    otherOffice: '邻县',
    slipOn: '2017-11-20',
    paidThrough: '2017-09',
  } as const;
  await inTx((tx) => addSlip(tx, clerk, town, slip));
  await post({ personId, month: (OCTOBER - 1) as Month }, { personId });
  const batch = await open();
  await expect(submit(batch)).rejects.toMatchObject({ code: 'exceptions_open' });
  const { exceptions } = await showBatch(db, clerk, place, batch.batch);
  expect(exceptions.filter(({ personId: who }) => who === personId)).toMatchObject([
    {
      code: 'moved_paid',
      severity: 'red',
      words: expect.stringContaining('已发至 2017-09，以后由对方发，本次有 555.00 元'),
    },
  ]);
  await cancel(batch);
});
