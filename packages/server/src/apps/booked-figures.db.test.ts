import { type Day, day, type Month } from '@shuangyong/values';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { closeMonth, trialBalance } from '../modules/disbursement/period.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { answerFigures, placedScope } from '../modules/indicators/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { INDICATORS } from './figures.ts';

const roll = testBatches(await testRoll());
const { db, clerk, town, payee, post, approved, toBank, result, linesOf, close, inTx, bank } = roll;
const scope = (asOf?: Day) => placedScope(db, { countyId: town.countyId, code: '341524199000' }, 2017, asOf);
const NOVEMBER = (OCTOBER + 1) as Month;
const CODES = ['F01', 'F02', 'F03.参战退役人员.people', 'F03.参战退役人员.amount', 'F07.amount'];

async function figures(asOf?: Day) {
  const answered = await answerFigures(db, await scope(asOf), INDICATORS);
  return CODES.map((code) => answered.find((one) => one.code === code)?.value ?? null);
}

test('figures of a month that is closed do not move: what the bank says later counts in the next open month', async () => {
  const [end, next] = [day('2017-11-30'), day('2017-12-01')];
  for (const name of ['丁某', '戊某']) await post({ personId: await payee(name), month: NOVEMBER });
  const batch = await approved(NOVEMBER);
  await toBank(batch);
  const lines = await linesOf(batch);
  const said = (id: string, words: string) => `${id},${words},,2017-11-24`;
  const heads = '流水号,结果,原因,日期';
  await result(batch, [heads, ...lines.map(({ id }) => said(id, '已到账'))].join('\n'));
  await close(batch);
  for (const month of [OCTOBER, NOVEMBER])
    await inTx((tx) => closeMonth(tx, { ...clerk, now: Date.now() }, town, month));
  const before = await figures(end);
  const { balance } = await trialBalance(db, town, NOVEMBER);
  expect(before.slice(0, 2)).toEqual([2, '1110.00']);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const wu = lines.find(({ person }) => person === '戊某');
  await result(batch, [heads, said(wu?.id ?? '', '冲回')].join('\n'), { ...bank, now: Date.now() });
  expect(await figures(end)).toEqual(before);
  expect((await trialBalance(db, town, NOVEMBER)).balance).toEqual(balance);
  expect((await figures(next))[1]).toBe('555.00');
  const { rows } = await sql<{ on: string }>`select on_day::text as "on" from ledger
    where debit = 'bank' and credit = 'payable' and on_day >= '2017-12-01'`.execute(db);
  expect(rows).toEqual([{ on: '2017-12-01' }]);
});
