import { type Month, monthOfDay } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { newId } from '../kernel/ids.ts';
import { readResult } from '../modules/disbursement/bank-result-read.ts';
import { cancelBatch } from '../modules/disbursement/batch-cancel.ts';
import type { BatchAnswer } from '../modules/disbursement/batch-find.ts';
import { openBatch } from '../modules/disbursement/batch-open.ts';
import { showBatch } from '../modules/disbursement/batch-show.ts';
import { answerException } from '../modules/disbursement/exception-answer.ts';
import { releaseLine } from '../modules/disbursement/line-release.ts';
import { closeMonth } from '../modules/disbursement/period.ts';
import { approveBatch, reviewBatch, sendBackBatch, submitBatch } from '../modules/disbursement/step.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { mergePeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { addSetting, onePersonOffice } from '../platform/settings/index.ts';
import { testContext, testTown } from '../testing/index.ts';

const it = testBatches(await testRoll());
const { db, keys, clerk, reviewer, approver, town, place, inTx } = it;
const { payee, post, open, submit, review, approve, toBank, result, close, approved, linesOf, paper, enrol } =
  it;
let month = (OCTOBER - 12) as Month;
let serial = 0;

/** A batch of its own month with as many people as asked, and their ids. */
async function fresh(count = 1) {
  month = (month + 1) as Month;
  const ids: string[] = [];
  for (let at = 0; at < count; at++) ids.push(await payee(`某${++serial}`));
  await post(...ids.map((personId) => ({ personId, month })));
  return { batch: await open(month), ids };
}

const touch = (id: string) =>
  db
    .updateTable('person')
    .set(({ eb }) => ({ facts_seq: eb('facts_seq', '+', 1) }))
    .where('id', '=', id)
    .execute();
const hold = (id: string) =>
  db
    .insertInto('hold')
    .values({
      ...{
        county_id: town.countyId,
        id: newId(),
        division_id: town.divisionId,
        person_id: id,
        reason: '去世',
      },
      ...{ held_at: new Date().toISOString(), held_on: '2017-11-24', held_by: '王某' },
    })
    .execute();
const refusedAs = (code: string) => expect.objectContaining({ code });

describe('the three hands', () => {
  test('what was signed must be what stands there, in the order of the steps', async () => {
    const { batch } = await fresh();
    await expect(submit({ ...batch, hash: 'f'.repeat(64) })).rejects.toEqual(refusedAs('stale_hash'));
    await expect(review(batch)).rejects.toEqual(refusedAs('wrong_state'));
    await expect(approve(batch)).rejects.toEqual(refusedAs('wrong_state'));
    await expect(toBank(batch)).rejects.toEqual(refusedAs('wrong_state'));
    await submit(batch);
    await expect(submit(batch)).rejects.toEqual(refusedAs('wrong_state'));
    await cancelled(batch);
    await expect(submit(batch)).rejects.toEqual(refusedAs('wrong_state'));
  });

  test('a role that is not his is refused before anything else is told', async () => {
    const { batch } = await fresh();
    const nobody = { ...clerk, may: () => false };
    for (const step of [submit, review, approve])
      await expect(step({ ...batch, hash: 'f'.repeat(64) }, nobody)).rejects.toEqual(
        refusedAs('not_allowed'),
      );
    await expect(toBank(batch, 'xlsx', nobody)).rejects.toEqual(refusedAs('not_allowed'));
    await cancelled(batch);
  });

  test('maker, reviewer and approver are three people; who opened it is a maker in every round', async () => {
    const { batch } = await fresh();
    const other = testContext(keys, '钱某');
    await submit(batch, other);
    await expect(review(batch, clerk)).rejects.toEqual(refusedAs('same_actor'));
    await expect(review(batch, other)).rejects.toEqual(refusedAs('same_actor'));
    await review(batch);
    for (const who of [clerk, other, reviewer])
      await expect(approve(batch, who)).rejects.toEqual(refusedAs('same_actor'));
    const { hash } = batch;
    const back = await inTx((tx) =>
      sendBackBatch(tx, approver, place, batch.batch, { hash, reason: '再看看' }),
    );
    expect(back.state).toBe('sent_back');
    await submit(batch, other);
    await expect(review(batch, clerk)).rejects.toEqual(refusedAs('same_actor'));
    expect((await showBatch(db, clerk, place, batch.batch)).round).toBe(2);
    await review(batch);
    await approve(batch);
    await expect(toBank(batch, 'fixed', other)).rejects.toEqual(refusedAs('same_actor'));
    await expect(toBank(batch, 'fixed', clerk)).rejects.toEqual(refusedAs('same_actor'));
    await cancelled(batch);
  });

  test('a batch of another township is not there', async () => {
    const { batch } = await fresh();
    const away = await testTown(db, '341524198000');
    const other = { ...place, divisionId: away.divisionId, divisionIds: [away.divisionId] };
    const { hash } = batch;
    const asked = inTx((tx) => submitBatch(tx, clerk, other, batch.batch, { hash }));
    await expect(asked).rejects.toEqual(refusedAs('not_found'));
    await cancelled(batch);
  });

  test('an office of one person signs on paper; else only the approval may be on paper, attached by another', async () => {
    const { batch } = await fresh();
    await submit(batch);
    const paperId = await paper('签批单');
    const signing = { hash: batch.hash, signer: '刘某', paperId };
    const reviewed = () => inTx((tx) => reviewBatch(tx, clerk, place, batch.batch, signing));
    const approvedBy = (who: typeof clerk) =>
      inTx((tx) => approveBatch(tx, who, place, batch.batch, signing));
    await expect(reviewed()).rejects.toEqual(refusedAs('not_allowed'));
    await review(batch);
    await expect(approvedBy(clerk)).rejects.toEqual(refusedAs('same_actor'));
    await approvedBy(reviewer);
    const { steps } = await showBatch(db, clerk, place, batch.batch);
    expect(steps.at(-1)).toMatchObject({ step: 'approved', method: 'paper', signer: '刘某', paperId });
    await cancelled(batch);
  });

  const cancelled = (batch: BatchAnswer) => inTx((tx) => cancelBatch(tx, clerk, place, batch.batch, '试'));
});

describe('what changed meanwhile', () => {
  test('facts, a merge: told with names at every step', async () => {
    const { batch, ids } = await fresh(2);
    await touch(ids[0] ?? '');
    await expect(submit(batch)).rejects.toEqual(
      expect.objectContaining({
        ...{ code: 'facts_changed' },
        details: { people: [expect.objectContaining({ id: ids[0] })], count: 1 },
      }),
    );
    await inTx((tx) => cancelBatch(tx, clerk, place, batch.batch, '重算'));
    const again = await open(month);
    await submit(again);
    const { personId: into } = await enrol('并入');
    await inTx((tx) => mergePeople(tx, reviewer, town, ids[1] ?? '', into, '同一人'));
    await expect(review(again)).rejects.toEqual(refusedAs('facts_changed'));
    await inTx((tx) => cancelBatch(tx, clerk, place, again.batch, '重算'));
    expect(await open(month)).toMatchObject({ lines: again.lines, totalFen: again.totalFen });
  });

  test('after the approval nothing of the batch changes: who changed or is held stays back and gets it later', async () => {
    const { ids } = await fresh(3);
    const [batch] = await db.selectFrom('batch').select('id').where('pay_month', '=', month).execute();
    const opened = await showBatch(db, clerk, place, batch?.id ?? '');
    const answer = { ...opened, batch: opened.id, held: 0 } as BatchAnswer;
    await submit(answer);
    await review(answer);
    await approve(answer);
    await touch(ids[0] ?? '');
    await hold(ids[1] ?? '');
    const { file, answer: after } = await toBank(answer);
    expect([file.rows, after.held, after.hash]).toEqual([1, 2, opened.hash]);
    const lines = await linesOf(answer);
    expect(lines.map(({ state, code }) => [state, code]).sort()).toEqual([
      ['held', 'facts_changed'],
      ['held', 'hold'],
      ['in_file', null],
    ]);
    const held = lines.find(({ code }) => code === 'hold')?.id ?? '';
    const release = () =>
      inTx((tx) => releaseLine(tx, clerk, place, answer.batch, { lineId: held, reason: '核实还在世' }));
    await expect(release()).rejects.toEqual(refusedAs('still_held'));
    await db.updateTable('hold').set({ released_at: new Date().toISOString() }).execute();
    await release();
    await expect(release()).rejects.toEqual(refusedAs('not_held'));
    const second = await toBank(answer);
    expect([second.isNew, second.file.rows, second.file.name]).toEqual([
      true,
      1,
      expect.stringContaining('-补1'),
    ]);
    expect((await toBank(answer)).bytes.equals(second.bytes)).toBe(true);
    const paid = lines.filter(({ code }) => code !== 'facts_changed').map(({ id }) => `${id},已到账`);
    await result(answer, ['流水号,结果', ...paid].join('\n'));
    await close(answer);
    expect(await open(month)).toMatchObject({ lines: 1, totalFen: 55_500 });
  });

  test('a red exception blocks the submission until it is answered; held by an answer it stays back', async () => {
    const { batch, ids } = await fresh(1);
    await db
      .updateTable('person')
      .set({ died_on: '2016-08-14' })
      .where('id', '=', ids[0] ?? '')
      .execute();
    await expect(submit(batch)).rejects.toEqual(refusedAs('exceptions_open'));
    const answer = (said: 'pay' | 'hold', key = `died_paid:${ids[0]}`) =>
      inTx((tx) => answerException(tx, clerk, place, batch.batch, { key, answer: said, reason: '已问村里' }));
    await expect(answer('pay', 'died_paid:nobody')).rejects.toEqual(refusedAs('not_found'));
    expect((await answer('hold')).held).toBe(1);
    expect((await answer('pay')).held).toBe(0);
    expect((await answer('hold')).held).toBe(1);
    await submit(batch);
    const { exceptions } = await showBatch(db, clerk, place, batch.batch);
    expect(exceptions[0]).toMatchObject({ code: 'died_paid', severity: 'red', answer: { answer: 'hold' } });
    await review(batch);
    await approve(batch);
    await expect(toBank(batch)).rejects.toEqual(refusedAs('nothing_to_export'));
  });

  test('after the approval nobody is asked any more; what was answered stays to be read', async () => {
    const { batch, ids } = await fresh(2);
    const die = (id = '') =>
      db.updateTable('person').set({ died_on: '2016-08-14' }).where('id', '=', id).execute();
    const codes = async () => {
      const { exceptions } = await showBatch(db, clerk, place, batch.batch);
      return exceptions.map(({ personId, code, answer }) => [personId, code, answer?.answer]);
    };
    await die(ids[0]);
    const answer = { key: `died_paid:${ids[0]}`, answer: 'pay', reason: '同名，已核实' } as const;
    await inTx((tx) => answerException(tx, clerk, place, batch.batch, answer));
    await submit(batch);
    await review(batch);
    await approve(batch);
    await die(ids[1]);
    await db
      .updateTable('person')
      .set({ facts_seq: 99 })
      .where('id', '=', ids[0] ?? '')
      .execute();
    expect(await codes()).toEqual([[ids[0], 'died_paid', 'pay']]);
  });
});

test('a month of payment a year ahead is a slip in the year', async () => {
  const asked = (ahead: number) =>
    inTx((tx) =>
      openBatch(tx, clerk, place, {
        ...{ commandKey: newId(), kind: '抚恤补助' },
        month: (monthOfDay(clerk.today) + ahead) as Month,
      }),
    );
  await expect(asked(12)).rejects.toEqual(refusedAs('month_ahead'));
  await expect(asked(11)).rejects.toEqual(refusedAs('nothing_to_pay'));
});

describe('the bank', () => {
  test.each([
    [
      'of another batch',
      (_own: string, other: string) => `流水号,结果\n${other},已到账`,
      'result_other_batch',
    ],
    ['of nobody', () => `流水号,结果\n${newId()},已到账`, 'result_unknown_line'],
    ['that is no id', () => '流水号,结果\n12,已到账', 'result_unknown_line'],
    [
      'said twice, once paid and once returned',
      (own: string) => `流水号,结果\n${own},已到账\n${own},退回`,
      'result_contradicts',
    ],
    ['taken back before it was paid', (own: string) => `流水号,结果\n${own},冲回`, 'result_contradicts'],
    ['on a day ahead', (own: string) => `流水号,结果,日期\n${own},已到账,2018-03-01`, 'date_order'],
    ['before it was sent', (own: string) => `流水号,结果,日期\n${own},已到账,20171101`, 'date_order'],
    ['in a word that is none', (own: string) => `流水号,结果\n${own},好`, 'result_word'],
    ['on no day', (own: string) => `流水号,结果,日期\n${own},已到账,三月`, 'result_day'],
    ['without its heads', (own: string) => `编号,怎样\n${own},已到账`, 'result_head'],
    ['with nothing in it', () => '流水号,结果\n', 'result_empty'],
  ])('a row %s is refused and nothing is written', async (_what, text, code) => {
    const { batch, other } = await sentTwice();
    const [own] = await linesOf(batch);
    const [away] = await linesOf(other);
    await expect(result(batch, text(own?.id ?? '', away?.id ?? ''))).rejects.toEqual(refusedAs(code));
    expect((await linesOf(batch))[0]?.state).toBe('in_file');
    const files = await db
      .selectFrom('bank_file')
      .select('id')
      .where('direction', '=', 'in')
      .where('batch_id', '=', batch.batch)
      .execute();
    expect(files).toEqual([]);
  });

  let sent: { batch: BatchAnswer; other: BatchAnswer } | undefined;
  async function sentTwice() {
    if (sent) return sent;
    const one = await fresh();
    for (const step of [submit, review, approve]) await step(one.batch);
    await toBank(one.batch);
    const two = await fresh();
    for (const step of [submit, review, approve]) await step(two.batch);
    await toBank(two.batch);
    sent = { batch: one.batch, other: two.batch };
    return sent;
  }

  test('paid, then taken back: the debt is free again; the old file once more changes nothing', async () => {
    const { batch } = await sentTwice();
    const [own] = await linesOf(batch);
    const paid = `流水号,结果\n${own?.id},已到账`;
    await result(batch, paid);
    await close(batch);
    expect((await result(batch, `流水号,结果,原因\n${own?.id},冲回,销户`)).counts.takenBack).toBe(1);
    expect((await result(batch, paid)).counts).toMatchObject({ paid: 0, unchanged: 1 });
    await expect(result(batch, paid, clerk)).rejects.toEqual(refusedAs('same_actor'));
  });

  test('a name that the counter cannot write is told by its number; the table takes it', async () => {
    month = (month + 1) as Month;
    await post({ personId: await payee('𠮷某'), month });
    const batch = await approved(month);
    await expect(toBank(batch, 'fixed')).rejects.toMatchObject({
      code: 'rare_character',
      message: expect.stringContaining('笔姓名有生僻字'),
    });
    const { bytes } = await toBank(batch, 'xlsx');
    // What the bank was sent is no result: it has no column that says how it went.
    await expect(readResult(bytes)).rejects.toMatchObject({ code: 'result_head' });
  });
});

describe('at the same moment', () => {
  const outcomes = async (works: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(works))
      .map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code))
      .sort();

  test('two clerks open, two submit, two approve, two export: one of each counts', async () => {
    month = (month + 1) as Month;
    await post({ personId: await payee('并行某'), month });
    expect(await outcomes([open(month), open(month)])).toEqual(['batch_open', 'done']);
    const { id, hash } = await db
      .selectFrom('batch')
      .innerJoin('batch_event', 'batch_event.batch_id', 'batch.id')
      .select(['batch.id', 'batch_event.content_hash as hash'])
      .where('pay_month', '=', month)
      .executeTakeFirstOrThrow();
    const batch = { batch: id, hash: Buffer.from(hash).toString('hex') } as BatchAnswer;
    const other = testContext(keys, '孙某');
    expect(await outcomes([submit(batch), submit(batch, other)])).toEqual(['done', 'wrong_state']);
    const second = testContext(keys, '周某');
    expect(await outcomes([review(batch), review(batch, second)])).toEqual(['done', 'wrong_state']);
    const third = testContext(keys, '吴某');
    expect(await outcomes([approve(batch), approve(batch, third)])).toEqual(['done', 'wrong_state']);
    const files = await Promise.all([toBank(batch), toBank(batch)]);
    expect(files.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(files[0]?.bytes.equals(files[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
    const [line] = await linesOf(batch);
    const text = `流水号,结果\n${line?.id},已到账`;
    const both = await Promise.all([result(batch, text), result(batch, text)]);
    expect(both.map(({ counts }) => counts.paid).sort()).toEqual([0, 1]);
  });
});

test('in an office of one person the maker attaches every paper and goes to the bank; a closed month takes no batch', async () => {
  const value = { value: true, effectiveFrom: clerk.today, basis: '县里同意' };
  await inTx((tx) => addSetting(tx, clerk, town, onePersonOffice, value));
  const { batch } = await fresh();
  await submit(batch);
  const signing = { hash: batch.hash, signer: '刘某' };
  const bare = inTx((tx) => reviewBatch(tx, clerk, place, batch.batch, signing));
  await expect(bare).rejects.toEqual(refusedAs('paper_missing'));
  const paperId = await paper('签批单');
  const self = { ...signing, paperId, signer: clerk.actor.name };
  await expect(inTx((tx) => reviewBatch(tx, clerk, place, batch.batch, self))).rejects.toEqual(
    refusedAs('same_actor'),
  );
  await inTx((tx) => reviewBatch(tx, clerk, place, batch.batch, { ...signing, paperId }));
  await inTx((tx) => approveBatch(tx, clerk, place, batch.batch, { ...signing, paperId }));
  expect((await toBank(batch, 'fixed', clerk)).file.rows).toBe(1);
  expect((await showBatch(db, clerk, place, batch.batch)).isOnePerson).toBe(true);
  const early = await testTown(db, '341524197000');
  const own = { ...place, divisionId: early.divisionId, divisionIds: [early.divisionId] };
  await inTx((tx) => closeMonth(tx, clerk, own, (OCTOBER + 1) as Month));
  const late = { commandKey: newId(), kind: '抚恤补助', month: OCTOBER } as const;
  await expect(inTx((tx) => openBatch(tx, clerk, own, late))).rejects.toEqual(refusedAs('month_closed'));
});
