import { randomUUID } from 'node:crypto';
import { day, monthOf, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accrue } from '../modules/benefits/index.ts';
import { lastVisit } from '../modules/care/index.ts';
import { addSlip, paidThrough, paidThroughOf } from '../modules/disbursement/index.ts';
import { OCTOBER, testBatches } from '../modules/disbursement/testing/batch.ts';
import { listPeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';

const office = testBatches(await testRoll());
const { db, clerk, town, enrol } = office;

test('the ledger of somebody who moved in begins with the month after his slip', async () => {
  const { personId } = await enrol('迁入某', { from_month: monthOf(2010, 1) });
  const slip = { direction: 'in', personId, otherOffice: '邻县局', slipOn: '2017-11-20' } as const;
  await office.inTx((tx) => addSlip(tx, clerk, town, { ...slip, paidThrough: '2017-10' }));
  const asked = { commandKey: randomUUID(), through: monthOf(2017, 12), cause: 'monthly' } as const;
  await office.inTx((tx) => accrue(tx, clerk, town, asked));
  const { rows } = await sql<{ month: number }>`select distinct month from accrual
    where person_id = ${personId} order by 1`.execute(db);
  expect(rows.map(({ month }) => month)).toEqual([monthOf(2017, 11), monthOf(2017, 12)]);
});

test('已发至 counts what a batch sent to the bank, on a slip and in the list, and no more what the bank returned', async () => {
  const personId = await office.payee('迁出某');
  const paid = async () => {
    const month = await paidThroughOf(db, town.countyId, [personId]);
    return month === undefined ? null : monthText(month);
  };
  const asked = { ...office.scope, asOf: day('2017-12-31'), tab: 'all', offset: 0, limit: 50 } as const;
  const inList = async () => {
    const { rows } = await listPeople(db, office.keys, asked, { paidThrough, lastVisit });
    return rows.find(({ id }) => id === personId)?.paidThrough;
  };
  await office.post({ personId, month: OCTOBER });
  const batch = await office.approved();
  expect([await paid(), await inList()]).toEqual([null, null]);
  await office.toBank(batch);
  expect([await paid(), await inList()]).toEqual(['2017-10', '2017-10']);
  const [line] = await office.linesOf(batch);
  await office.result(batch, `流水号,结果,原因,日期\n${line?.id},退回,已销户,2017-11-24\n`);
  expect([await paid(), await inList()]).toEqual([null, null]);
});
