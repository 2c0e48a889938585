import type { Month } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { showBatch } from '../modules/disbursement/batch-show.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { keptTrace } from '../modules/disbursement/trace.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const { db, clerk, place, payee, post, open, approved, toBank, result, close, linesOf } = testBatches(
  await testRoll(),
);
const NOVEMBER = (OCTOBER + 1) as Month;

/** A reason as the law leaves it: the grade that was read, and a cell that counts from a month. */
const because = (grade: number, from: Month = OCTOBER) =>
  keptTrace({
    ...{ regime: 'test', source: '', article: '' },
    steps: [
      { op: 'fact', what: 'grade', value: grade },
      { op: 'read', what: 'base', value: 1, cell: { code: 'base', from } },
    ],
  });

test('an amount half as much again is asked about, unless the roll or the standards say why', async () => {
  const pay = async (name: string, before: ReturnType<typeof because>, after: ReturnType<typeof because>) => {
    const personId = await payee(name);
    const kind = '残疾军人';
    await post({ personId, kind, trace: before });
    return () => post({ personId, kind, month: NOVEMBER, fen: 99_900, trace: after });
  };
  const november = [
    await pay('跳某', because(8), because(8)),
    // Written on the roll before the last batch, to count from this month.
    await pay('级某', because(8), because(6)),
    await pay('提某', because(8), because(8, NOVEMBER)),
  ];
  const batch = await approved();
  await toBank(batch, 'xlsx');
  const paid = (await linesOf(batch)).map(({ id }) => `${id},已到账`);
  await result(batch, ['流水号,结果', ...paid].join('\n'));
  await close(batch);
  for (const next of november) await next();
  const { exceptions } = await showBatch(db, clerk, place, (await open(NOVEMBER)).batch);
  const jumps = exceptions.filter(({ code }) => code === 'amount_jump');
  expect(jumps.map(({ personName, severity }) => [personName, severity])).toEqual([['跳某', 'amber']]);
});
