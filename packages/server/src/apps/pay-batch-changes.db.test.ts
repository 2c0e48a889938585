import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { saveAccount } from '../modules/disbursement/account.ts';
import { printBatch } from '../modules/disbursement/batch-print.ts';
import { printSchema } from '../modules/disbursement/schemas.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { keptTrace } from '../modules/disbursement/trace.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const { db, clerk, place, payee, paper, post, open, approved, toBank, result, close, linesOf, inTx } =
  testBatches(await testRoll());
const NOVEMBER = (OCTOBER + 1) as Month;
const ids: Record<string, string> = {};
const id = (name: string) => ids[name] ?? '';

/** A reason as the law leaves it: the grade that was read, and a cell that counts from a month. */
const because = (from: Month, grade?: number) =>
  keptTrace({
    ...{ regime: 'test', source: '', article: '' },
    steps: [
      ...(grade === undefined ? [] : [{ op: 'fact', what: 'grade', value: grade }]),
      { op: 'read', what: 'base', value: 1, cell: { code: 'base', from } },
    ],
  });

async function october() {
  for (const name of ['加某', '级某', '故某', '减某', '尾某']) await post({ personId: id(name) });
  await post({ personId: id('户某'), kind: '残疾军人', trace: because(OCTOBER, 8) });
  const batch = await approved();
  await toBank(batch, 'xlsx');
  const lines = await linesOf(batch);
  const told = lines.map(({ id: line, person }) => `${line},${person === '减某' ? '退回' : '已到账'}`);
  await result(batch, ['流水号,结果', ...told].join('\n'));
  await close(batch);
}

async function november() {
  const rest = { month: NOVEMBER };
  await post({ personId: id('加某'), ...rest, fen: 60_500, trace: because(OCTOBER) });
  await post({ personId: id('级某'), ...rest, kind: '参战退役人员', fen: 50_000 });
  await post({ personId: id('户某'), ...rest, kind: '残疾军人', fen: 70_000, trace: because(OCTOBER, 7) });
  await post({ personId: id('减某'), ...rest }, { personId: id('新某'), ...rest, fen: 20_000 });
  await post({ personId: id('尾某'), ...rest, fen: 55_501 });
  await post({ personId: id('缓某'), ...rest, fen: 30_000 });
  await sql`update person set died_on = '2017-10-20' where id = ${id('故某')}`.execute(db);
  const card = {
    personId: id('加某'),
    holder: 'self',
    holderName: '加某',
    account: '622848999900066',
  } as const;
  const paperId = await paper('卡片照片');
  const later = { ...clerk, now: clerk.now + 60_000 };
  await inTx((tx) => saveAccount(tx, later, place, { ...card, paperId }));
}

let print: ReturnType<typeof printSchema.parse>;
const told = (group: string) => print.changes.filter((one) => one.group === group);

beforeAll(async () => {
  for (const name of ['加某', '级某', '户某', '故某', '减某', '新某', '尾某']) ids[name] = await payee(name);
  ids.缓某 = await payee('缓某', { account: undefined, bank_name: undefined });
  await october();
  await november();
  const batch = await open(NOVEMBER);
  print = printSchema.parse(await printBatch(db, clerk, place, batch.batch));
});

test('the sums and heads of its groups are the differences of the batch, to the fen', () => {
  for (const { reason, people, fen } of print.differences) {
    const own = told(reason);
    expect([reason, own.length, own.reduce((sum, one) => sum + one.fen, 0)]).toEqual([reason, people, fen]);
  }
  const sum = print.changes.reduce((total, { fen }) => total + fen, 0);
  expect(sum).toBe(print.totalFen - (print.previous?.totalFen ?? 0));
  for (const { fromFen, toFen, fen } of print.changes)
    if (fromFen !== null) expect((toFen ?? 0) - fromFen).toBe(fen);
});

test('who is new, stopped, raised, regraded, made up for: from, to and why', () => {
  expect(told('新增').map(({ name, fromFen, toFen }) => [name, fromFen, toFen])).toEqual([
    ['缓某', 0, 30_000],
    ['新某', 0, 20_000],
  ]);
  expect(told('停发')).toMatchObject([{ name: '故某', fen: -55_500, why: '2017-10-20 去世' }]);
  expect(told('提标')).toMatchObject([
    { name: '加某', category: '参战退役人员', fromFen: 55_500, toFen: 60_500, why: '2017-10 起的标准' },
  ]);
  expect(told('其他')).toMatchObject([
    { name: '户某', words: '改级', fen: 14_500, why: '残疾军人 8 级 → 残疾军人 7 级' },
    { name: '级某', words: '月额变化', fen: -5_500 },
    { name: '尾某', words: '尾差', fen: 1, why: '年标准分到各月的尾数' },
  ]);
  expect(told('补差')).toMatchObject([
    { name: '减某', toFen: 55_500, why: '补发 2017-10，含上次没有发成的' },
  ]);
});

test('what changes no sum stands apart: held, and another account by its last digits', () => {
  expect(told('缓发')).toMatchObject([{ name: '缓某', fromFen: null, toFen: 30_000, fen: 0 }]);
  expect(told('缓发')[0]?.why).toContain('没有收款账户');
  expect(told('账号变更')).toMatchObject([{ name: '加某', toFen: null }]);
  expect(told('账号变更')[0]?.why).toMatch(/^\d{4}-\d\d-\d\d 登记，尾号 \d{4} → 0066$/);
});
