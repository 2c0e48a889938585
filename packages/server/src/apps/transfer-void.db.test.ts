import { randomUUID } from 'node:crypto';
import { day, type Month, monthOf, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { accrue } from '../modules/benefits/index.ts';
import { acceptSlip, addSlip, listSlips } from '../modules/disbursement/index.ts';
import { testBatches } from '../modules/disbursement/testing/batch.ts';
import { decideVoid, tryVoid, type Voiding, voidSlip } from '../modules/disbursement/transfer-void.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { keptTasks } from '../modules/reporting/kept-tasks.ts';
import { testTown } from '../testing/index.ts';
import { runChecks } from './verify/check.ts';
import { LEDGER_CHECKS } from './verify/money.ts';

const office = testBatches(await testRoll());
const { db, clerk, reviewer, town, scope, enrol, enter, inTx } = office;

const moved = (personId: string, paidThrough = '2017-10') =>
  inTx((tx) =>
    addSlip(tx, clerk, town, {
      ...{ direction: 'in', personId, otherOffice: '邻县局', slipOn: '2017-11-20', paidThrough },
    }),
  );
const ask = (id: string, more: Partial<Voiding> = {}, as = clerk) =>
  inTx((tx) => voidSlip(tx, as, town, id, { reason: '照错了行', ...more }));
const decide = (id: string, agree: boolean, as = reviewer, reason = '') =>
  inTx((tx) => decideVoid(tx, as, town, id, { agree, reason }));
const slips = async (personId: string) =>
  (await listSlips(db, scope)).filter((one) => one.personId === personId);
const run = (through: Month = monthOf(2017, 12)) =>
  inTx((tx) => accrue(tx, clerk, town, { commandKey: randomUUID(), through, cause: 'monthly' }));

/** Months of a person that something is due for in the ledger. */
async function dueMonths(personId: string): Promise<string[]> {
  const { rows } = await sql<{ month: Month }>`select month from accrual where person_id = ${personId}
    group by 1 having sum(fen) <> 0 order by 1`.execute(db);
  return rows.map(({ month }) => monthText(month));
}
const proven = async () => expect(await inTx((tx) => runChecks(tx, LEDGER_CHECKS))).toEqual([]);

test('a wrong month that no money rests on is put right at once: another slip stands in its place', async () => {
  const { personId } = await enrol('早改某', { from_month: monthOf(2010, 1) });
  const id = await moved(personId);
  await expect(ask(id, { paidThrough: '2017-10' })).rejects.toMatchObject({ code: 'same_month' });
  await expect(ask(id, { paidThrough: '2018-02' })).rejects.toMatchObject({ code: 'date_order' });
  await expect(ask(id, { reason: ' ' })).rejects.toMatchObject({ code: 'reason_missing' });
  expect(await ask(id, { paidThrough: '2017-11' })).toEqual({ isWaiting: false });
  expect((await slips(personId)).map(({ state, paidThrough }) => [state, paidThrough]).sort()).toEqual([
    ['accepted', '2017-11'],
    ['voided', '2017-10'],
  ]);
  await expect(ask(id)).rejects.toMatchObject({ code: 'decided' });
  await run();
  expect(await dueMonths(personId)).toEqual(['2017-12']);
  await proven();
});

test('where money rests on it a second person decides, and the next run posts the difference', async () => {
  const { personId } = await enrol('晚改某', { from_month: monthOf(2010, 1) });
  const id = await moved(personId);
  await run();
  expect(await dueMonths(personId)).toEqual(['2017-11', '2017-12']);
  await expect(decide(id, true)).rejects.toMatchObject({ code: 'not_waiting' });
  expect(await ask(id, { paidThrough: '2017-11' })).toEqual({ isWaiting: true });
  expect((await slips(personId))[0]).toMatchObject({
    ...{ state: 'accepted', paidThrough: '2017-10' },
    asked: { reason: '照错了行', by: '王某', paidThrough: '2017-11' },
  });
  const tasks = await keptTasks(db, { ...scope, divisionId: town.divisionId }, day('2017-11-24'));
  expect(tasks.filter(({ key }) => key === `transfer-void:${id}`)).toMatchObject([
    { text: '晚改某的迁入单写错了，等第二人核实', href: `/people/transfers?id=${id}`, action: '核实' },
  ]);
  await expect(ask(id)).rejects.toMatchObject({ code: 'void_waiting' });
  await expect(decide(id, true, clerk)).rejects.toMatchObject({ code: 'same_actor' });
  await expect(decide(id, false)).rejects.toMatchObject({ code: 'reason_missing' });
  await decide(id, false, reviewer, '再查一下');
  expect((await slips(personId))[0]?.asked).toBeNull();
  await ask(id, { paidThrough: '2017-11' });
  await run();
  expect(await dueMonths(personId)).toEqual(['2017-11', '2017-12']);
  await decide(id, true);
  await proven();
  await run();
  expect(await dueMonths(personId)).toEqual(['2017-12']);
  await run();
  expect(await dueMonths(personId)).toEqual(['2017-12']);
  await proven();
});

test('an earlier month posts what lacked', async () => {
  const { personId } = await enrol('补月某', { from_month: monthOf(2010, 1) });
  const id = await moved(personId, '2017-11');
  await run();
  await ask(id, { paidThrough: '2017-09' });
  await decide(id, true);
  await run();
  expect(await dueMonths(personId)).toEqual(['2017-10', '2017-11', '2017-12']);
  await proven();
});

test('trying it out leaves everything as it was', async () => {
  const { personId } = await enrol('试算某', { from_month: monthOf(2010, 1) });
  const id = await moved(personId);
  const tried = db.transaction().execute(async (tx) => {
    await tryVoid(tx, clerk, town, id, { reason: '试算', paidThrough: '2017-11' });
    throw new Error('rolled back');
  });
  await expect(tried).rejects.toThrow('rolled back');
  expect((await slips(personId)).map(({ state }) => state)).toEqual(['accepted']);
  await expect(inTx((tx) => tryVoid(tx, clerk, town, id, undefined))).rejects.toMatchObject({
    code: 'not_waiting',
  });
});

test('a slip out is not put right this way, nor one of another township', async () => {
  const { personId } = await enrol('迁出某');
  const out = await inTx((tx) =>
    addSlip(tx, clerk, town, {
      ...{ direction: 'out', personId, otherOffice: '邻县局', slipOn: '2017-11-20', paidThrough: '2017-10' },
    }),
  );
  await expect(ask(out)).rejects.toMatchObject({ code: 'not_moved_in' });
  await expect(ask(randomUUID())).rejects.toMatchObject({ code: 'not_found' });
});

test('a slip accepted by mistake between two townships waits again once it is voided', async () => {
  const other = await testTown(db, '341524198000');
  const there = { countyId: other.countyId, divisionIds: [other.divisionId] };
  const { number } = await enrol('误接某', { from_month: monthOf(2010, 1) });
  const twin = await enter('误接某', number, { from_month: monthOf(2010, 1) }, other);
  const sent = await inTx((tx) =>
    addSlip(tx, clerk, other, {
      ...{
        direction: 'out',
        personId: twin.personId,
        otherOffice: '练习镇',
        otherDivisionId: town.divisionId,
      },
      ...{ slipOn: '2017-11-20', paidThrough: '2017-10' },
    }),
  );
  await inTx((tx) => acceptSlip(tx, clerk, town, sent, {}));
  const own = (await listSlips(db, scope)).find(
    ({ name, direction }) => name === '误接某' && direction === 'in',
  );
  await ask(own?.id ?? '', { reason: '还没有来' });
  expect((await listSlips(db, there)).find(({ id }) => id === sent)).toMatchObject({ state: 'sent' });
  await inTx((tx) => acceptSlip(tx, clerk, town, sent, {}));
  expect((await listSlips(db, there)).find(({ id }) => id === sent)).toMatchObject({ state: 'accepted' });
});
