import { day } from '@shuangyong/values';
import { expect, test } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { closeMonth } from '../modules/disbursement/index.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { payTasks } from '../modules/reporting/pay-tasks.ts';

const it = testBatches(await testRoll());
const { db, town, place, payee, post, approved, toBank, result, linesOf, close, inTx } = it;
const at = { ...place, name: '练习镇', divisionId: town.divisionId } as Parameters<typeof payTasks>[2];
const on = (who: Ctx, today: string): Ctx => ({ ...who, today: day(today) });
const keyed = async (who: Ctx, prefix: string) =>
  (await payTasks(db, who, at)).filter(({ key }) => key.startsWith(prefix));

test('what the bank sent back opens on those lines; once all is done the month is there to be closed', async () => {
  for (const name of ['丁某', '戊某']) await post({ personId: await payee(name), month: OCTOBER });
  const batch = await approved();
  await toBank(batch);
  const [first, second] = await linesOf(batch);
  const told = [`${first?.id},已到账,,2017-11-24`, `${second?.id},退回,户名不符,2017-11-24`];
  const later = on(it.approver, '2017-11-25');
  expect(await keyed(later, 'pay:close')).toEqual([]);
  await result(batch, ['流水号,结果,原因,日期', ...told].join('\n'));
  expect(await keyed(it.clerk, 'pay:returns')).toMatchObject([
    {
      ...{ text: 'PF-2017-10-01 银行退回 1 笔', note: '¥555.00　1 笔还没有换账号' },
      href: expect.stringMatching(new RegExp(`^/pay/b/${batch.batch}\\?year=\\d{4}&lines=returned$`)),
    },
  ]);
  await close(batch);
  expect(await keyed(later, 'pay:close')).toMatchObject([
    { text: '2017-10 可以结账', due: '2017-11-15', href: '/pay/periods?year=2017', action: '结账' },
  ]);
  expect(await keyed(on(it.approver, '2017-10-31'), 'pay:close')).toEqual([]);
  expect(await keyed({ ...later, may: (action) => action !== 'pay.approve' }, 'pay:close')).toEqual([]);
  await inTx((tx) => closeMonth(tx, later, town, OCTOBER));
  expect(await keyed(later, 'pay:close')).toEqual([]);
  expect(await keyed(on(it.approver, '2017-12-01'), 'pay:close:2017-11')).toHaveLength(1);
});
