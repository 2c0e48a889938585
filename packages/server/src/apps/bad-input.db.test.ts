import type { Month } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { newId } from '../kernel/ids.ts';
import { createUser } from '../modules/access/index.ts';
import { type NewAccount, saveAccount } from '../modules/disbursement/account.ts';
import { cancelBatch } from '../modules/disbursement/batch-cancel.ts';
import type { BatchAnswer } from '../modules/disbursement/batch-find.ts';
import { openBatch } from '../modules/disbursement/batch-open.ts';
import { closeMonth } from '../modules/disbursement/period.ts';
import { reviewBatch, submitBatch } from '../modules/disbursement/step.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { getDivision } from '../modules/divisions/index.ts';
import { mergePeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { testTown } from '../testing/index.ts';

const it = testBatches(await testRoll());
const { db, clerk, reviewer, approver, bank, town, place, inTx, enrol, paper } = it;
const { payee, post, open, submit, review, approve, toBank, result, linesOf } = it;
let month = (OCTOBER - 12) as Month;
let serial = 0;

interface Case {
  readonly batch: BatchAnswer;
  readonly ids: readonly string[];
}

/** A batch of two people in a month of its own. */
async function fresh(): Promise<Case> {
  month = (month + 1) as Month;
  const ids = [await payee(`甲${++serial}`), await payee(`乙${serial}`)];
  await post(...ids.map((personId) => ({ personId, month })));
  return { batch: await open(month), ids };
}

async function sent(): Promise<Case> {
  const one = await fresh();
  for (const step of [submit, review, approve]) await step(one.batch);
  await toBank(one.batch);
  return one;
}

const told = async ({ batch }: Case, state: string, at = 0) =>
  result(batch, `流水号,结果\n${(await linesOf(batch))[at]?.id},${state}`);
const nobody = (who: Ctx): Ctx => ({ ...who, may: () => false });

async function account(more: Partial<NewAccount>, name = `户${++serial}`) {
  const { personId } = await enrol(name);
  const asked = {
    personId,
    holder: 'self',
    holderName: name,
    account: `6228480099${serial + 10_000}`,
  } as const;
  const paperId = await paper('卡片照片');
  return inTx((tx) => saveAccount(tx, clerk, place, { ...asked, paperId, ...more }));
}

async function closedTown() {
  const early = await testTown(db, '341524197000');
  const own = { ...place, divisionId: early.divisionId, divisionIds: [early.divisionId] };
  await inTx((tx) => closeMonth(tx, clerk, own, (OCTOBER + 1) as Month));
  return own;
}

/** What is done, as whom and to what; the name of its refusal; what the sentence must tell to do. */
const TABLE: readonly (readonly [what: string, act: () => Promise<unknown>, code: string, todo: RegExp])[] = [
  [
    'a hash of something else',
    async () => submit({ ...(await fresh()).batch, hash: 'f'.repeat(64) }),
    ...(['stale_hash', /请刷新后再办/] as const),
  ],
  [
    'a hand without the role',
    async () => submit((await fresh()).batch, nobody(clerk)),
    ...(['not_allowed', /这一步由经办办理/] as const),
  ],
  [
    'a step before its turn',
    async () => approve((await fresh()).batch),
    ...(['wrong_state', /批次制作中.*不能这样办/] as const),
  ],
  [
    'the maker at the review',
    async () => {
      const { batch } = await fresh();
      await submit(batch);
      return review(batch, clerk);
    },
    ...(['same_actor', /制作人不能复核自己的批次，请(?:由.+办理|先增加一位)/] as const),
  ],
  [
    'the reviewer at the approval',
    async () => {
      const { batch } = await fresh();
      await submit(batch);
      await review(batch);
      return approve(batch, reviewer);
    },
    ...(['same_actor', /制作和复核过的人不能批准/] as const),
  ],
  [
    'facts that changed since',
    async () => {
      const { batch, ids } = await fresh();
      await db
        .updateTable('person')
        .set({ facts_seq: 99 })
        .where('id', '=', ids[0] ?? '')
        .execute();
      return submit(batch);
    },
    ...(['facts_changed', /有 1 人的名册或标准变了（甲\d+），请重算后再办/] as const),
  ],
  [
    'a person merged meanwhile',
    async () => {
      const { batch, ids } = await fresh();
      const { personId: into } = await enrol(`并入${++serial}`);
      await inTx((tx) => mergePeople(tx, reviewer, town, ids[1] ?? '', into, '同一人'));
      return submit(batch);
    },
    ...(['facts_changed', /乙\d+.*请重算后再办/] as const),
  ],
  [
    'a result of another batch',
    async () => {
      const [own, other] = [await sent(), await sent()];
      return result(own.batch, `流水号,结果\n${(await linesOf(other.batch))[0]?.id},已到账`);
    },
    ...(['result_other_batch', /第 2 行是批次 PF-.+ 的，这份回执不是这一批的/] as const),
  ],
  [
    'a result that contradicts the one before',
    async () => {
      const one = await sent();
      await told(one, '已到账');
      return told(one, '退回');
    },
    ...(['result_contradicts', /第 2 行写「退回」，但这一笔现在是「已到账」，没有导入任何一行/] as const),
  ],
  [
    'the account of another person',
    async () => {
      const number = '6228480012345678901';
      await account({ account: number });
      return account({ account: number });
    },
    ...(['account_of_other', /确实共用的，请选「他人」，写明关系并附证明/] as const),
  ],
  [
    'the account of one who works here',
    async () => {
      const division = await getDivision(db, place.code);
      const passCode = 'lianxi-2017';
      await inTx((tx) => createUser(tx, clerk, { name: '孙经办', passCode, roles: ['经办'], division }));
      return account({ holder: 'other', holderName: '孙经办', relation: '邻居' });
    },
    ...(['account_of_staff', /请换成本人或亲属的账户/] as const),
  ],
  [
    'the account of one who works here, under another name',
    async () => {
      const division = await getDivision(db, place.code);
      const passCode = 'lianxi-2017';
      await inTx((tx) => createUser(tx, clerk, { name: '钱经办', passCode, roles: ['经办'], division }));
      const number = '6228480012345678902';
      await account({ account: number }, '钱经办');
      return account({ holder: 'other', holderName: '邻居某', relation: '邻居', account: number });
    },
    ...(['account_of_staff', /请换成本人或亲属的账户/] as const),
  ],
  [
    'an account without its paper',
    () => account({ paperId: undefined }),
    ...(['account_paper_missing', /请附卡片照片/] as const),
  ],
  [
    'a month that is closed',
    async () => {
      const own = await closedTown();
      const asked = { commandKey: newId(), kind: '抚恤补助', month: OCTOBER } as const;
      return inTx((tx) => openBatch(tx, clerk, own, asked));
    },
    ...(['month_closed', /已经结账，请在没有结账的月份生成批次/] as const),
  ],
  [
    'a month of next year',
    () => open((OCTOBER + 24) as Month),
    ...(['month_ahead', /请看看月份有没有写错/] as const),
  ],
  ['money of nobody', () => open(OCTOBER, '慰问金'), ...(['nothing_to_pay', /没有要发的慰问金/] as const)],
];

test.each(TABLE)('%s is refused by name, in words that tell what to do', async (_what, act, code, todo) => {
  const error = await act().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code, message: expect.stringMatching(todo) });
});

test('a batch never pays less than nothing: what was taken back from a paid month becomes a claim', async () => {
  const one = await sent();
  await told(one, '已到账', 0);
  await told(one, '已到账', 1);
  const [personId = ''] = one.ids;
  await post({ personId, month, fen: -55_500 });
  const next = (month + 1) as Month;
  month = next;
  const { state, lines, totalFen } = await open(next);
  expect([state, lines, totalFen]).toEqual(['cancelled', 0, 0]);
  const claims = await db.selectFrom('claim').select('fen').where('person_id', '=', personId).execute();
  expect(claims).toEqual([{ fen: 55_500 }]);
});

test('the same result again changes nothing', async () => {
  const one = await sent();
  expect((await told(one, '已到账')).counts).toMatchObject({ paid: 1, unchanged: 0 });
  expect((await told(one, '已到账')).counts).toMatchObject({ paid: 0, unchanged: 1 });
});

describe('two clerks at the same moment', () => {
  const outcomes = async (works: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(works))
      .map((one) => (one.status === 'fulfilled' ? 'done' : one.reason.code))
      .sort();

  test('one submits the batch, the other takes it back: one after the other, never half of each', async () => {
    const { batch } = await fresh();
    const cancel = inTx((tx) => cancelBatch(tx, clerk, place, batch.batch, '重做'));
    const ends = await outcomes([submit(batch), cancel]);
    expect([
      ['done', 'done'],
      ['done', 'wrong_state'],
    ]).toContainEqual(ends);
    const lines = await linesOf(batch);
    expect(lines.every(({ state }) => state === 'cancelled')).toBe(true);
  });

  test('one reviews, the other reviews too: one counts, the other is told', async () => {
    const { batch } = await fresh();
    await submit(batch);
    const { hash } = batch;
    const by = (who: Ctx) => inTx((tx) => reviewBatch(tx, who, place, batch.batch, { hash }));
    expect(await outcomes([by(reviewer), by(bank), by(approver)])).toEqual([
      ...['done', 'wrong_state', 'wrong_state'],
    ]);
  });

  test('the same person is merged by both: one counts, the other is told', async () => {
    const [one, two] = [await enrol(`同${++serial}`), await enrol(`同${serial}`)];
    const merge = (who: Ctx, from: string, into: string) =>
      inTx((tx) => mergePeople(tx, who, town, from, into, '同一人'));
    const both = [merge(clerk, one.personId, two.personId), merge(reviewer, two.personId, one.personId)];
    expect(await outcomes(both)).toEqual(['already_merged', 'done']);
  });

  test('the same account of one person is put right by both: two versions, one after the other', async () => {
    const name = `同户${++serial}`;
    const { personId } = await enrol(name);
    const paperId = await paper('卡片照片');
    const asked = { personId, holder: 'self', holderName: name, paperId } as const;
    const { id } = await inTx((tx) =>
      saveAccount(tx, clerk, place, { ...asked, account: '6228480011111111111' }),
    );
    const save = (who: Ctx, account: string) =>
      inTx((tx) => saveAccount(tx, who, place, { ...asked, accountId: id, account }));
    const saved = await Promise.all([save(clerk, '6228480022222222222'), save(bank, '6228480033333333333')]);
    expect(saved.map(({ version }) => version).sort()).toEqual([2, 3]);
  });

  test('facts of a person change while his batch is submitted: submitted with them or refused, never without', async () => {
    const { batch, ids } = await fresh();
    const { hash } = batch;
    const touch = db
      .updateTable('person')
      .set(({ eb }) => ({ facts_seq: eb('facts_seq', '+', 1) }))
      .where('id', '=', ids[0] ?? '')
      .execute();
    const [step] = await Promise.allSettled([
      inTx((tx) => submitBatch(tx, clerk, place, batch.batch, { hash })),
      touch,
    ]);
    if (step.status === 'rejected') expect(step.reason).toMatchObject({ code: 'facts_changed' });
    else await expect(review(batch)).rejects.toMatchObject({ code: 'facts_changed' });
  });
});
