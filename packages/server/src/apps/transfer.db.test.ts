import { type Month, monthOf } from '@shuangyong/values';
import { describe, expect, test } from 'vitest';
import { paidLineKind } from '../modules/disbursement/sheets.ts';
import { acceptSlip, addSlip, type NewSlip, withdrawSlip } from '../modules/disbursement/transfer.ts';
import { listSlips, paidThroughOf } from '../modules/disbursement/transfer-list.ts';
import { mergePeople } from '../modules/registry/index.ts';
import { testRoll } from '../modules/registry/testing/roll.ts';
import { insertRecord } from '../platform/records/write.ts';
import { testTown } from '../testing/index.ts';

const { db, clerk, reviewer, town, scope, enrol, enter } = await testRoll();
const other = await testTown(db, '341524198000');

async function paid(personId: string, name: string, to: Month, item = '抚恤补助', fen = 55_500) {
  const cells = { name, item, from_month: to, to_month: to, amount_fen: fen, paid_on: '2017-11-01' };
  await insertRecord(db, clerk, paidLineKind, town, cells, { person_id: personId });
}

const slip = (personId: string, more: Partial<NewSlip> = {}, at = town) =>
  db.transaction().execute((tx) =>
    addSlip(tx, clerk, at, {
      ...{ direction: 'out' as const, personId, otherOffice: '邻县退役军人事务局', slipOn: '2017-11-20' },
      ...more,
    }),
  );
const accept = (id: string, by?: string, at = town) =>
  db.transaction().execute((tx) => acceptSlip(tx, clerk, at, id, { by }));
const line = async (id: string, of = scope) => (await listSlips(db, of)).find((one) => one.id === id);
const starts = (personId: string) =>
  db.selectFrom('right_start').select(['kind', 'month', 'basis']).where('person_id', '=', personId).execute();

describe('somebody moves out', () => {
  test('the slip carries the last month paid and waits for its receipt', async () => {
    const { personId } = await enrol('迁出某');
    await paid(personId, '迁出某', monthOf(2017, 10));
    await paid(personId, '迁出某', monthOf(2017, 12), '慰问金');
    const id = await slip(personId);
    expect(await line(id)).toMatchObject({
      direction: 'out',
      toAccept: false,
      state: 'sent',
      paidThrough: '2017-10',
      gap: null,
    });
    await expect(slip(personId)).rejects.toMatchObject({ code: 'slip_waiting' });
    await expect(accept(id)).rejects.toMatchObject({ code: 'receipt_by' });
    await accept(id, '邻县钱某');
    expect(await line(id)).toMatchObject({ state: 'accepted', endedOn: '2017-11-24', endedBy: '邻县钱某' });
    await expect(accept(id, '邻县钱某')).rejects.toMatchObject({ code: 'decided' });
  });

  test('a month that the payments do not say is refused; without payments it must be said', async () => {
    const { personId } = await enrol('对不上');
    await expect(slip(personId)).rejects.toMatchObject({ code: 'paid_through_missing' });
    await paid(personId, '对不上', monthOf(2017, 9));
    await expect(slip(personId, { paidThrough: '2017-10' })).rejects.toMatchObject({
      code: 'paid_through_differs',
    });
  });

  test('payments of merged registrations count, and only the one that stands gets a slip', async () => {
    const first = await enrol('两份迁出', { born_on: '1949-01-02' });
    const second = await enrol('两份迁出', { born_on: '1949-01-02' });
    await paid(second.personId, '两份迁出', monthOf(2017, 11));
    await mergePeople(db, reviewer, town, second.personId, first.personId, '同一人');
    await expect(slip(second.personId)).rejects.toMatchObject({ code: 'merged' });
    expect(await line(await slip(first.personId))).toMatchObject({ paidThrough: '2017-11' });
  });

  test('a slip taken back can be written again', async () => {
    const { personId } = await enrol('写错了');
    const first = await slip(personId, { paidThrough: '2017-10' });
    await withdrawSlip(db, clerk, town, first, '对方单位写错');
    const second = await slip(personId, { paidThrough: '2017-10' });
    expect([(await line(first))?.state, (await line(second))?.state]).toEqual(['withdrawn', 'sent']);
  });
});

describe('somebody moves in', () => {
  test('his rights start with the month after the slip, once', async () => {
    const { personId } = await enrol('迁入某', { from_month: monthOf(2017, 11) });
    const id = await slip(personId, { direction: 'in', paidThrough: '2017-10' });
    expect(await starts(personId)).toEqual([
      { kind: '参战退役人员', month: monthOf(2017, 11), basis: 'transfer' },
    ]);
    expect(await line(id)).toMatchObject({ state: 'accepted', gap: null });
    await expect(slip(personId, { direction: 'in', paidThrough: '2017-09' })).rejects.toMatchObject({
      code: 'start_fixed',
    });
  });

  test('months that nobody paid are told', async () => {
    const { personId } = await enrol('有空档', { from_month: monthOf(2018, 1) });
    const id = await slip(personId, { direction: 'in', paidThrough: '2017-10' });
    expect((await line(id))?.gap).toEqual({ from: '2017-11', to: '2017-12' });
  });

  test('without a right or without a month he is refused', async () => {
    const { personId } = await enrol('没有待遇', { category: '其他退役军人' });
    const into = (paidThrough?: string) => slip(personId, { direction: 'in', paidThrough });
    await expect(into()).rejects.toMatchObject({ code: 'paid_through_missing' });
    await expect(into('2017-10')).rejects.toMatchObject({ code: 'no_right' });
    expect(await starts(personId)).toEqual([]);
  });
});

test('between two townships of one county both see the slip, and the other one accepts it', async () => {
  const { personId, number } = await enrol('同县迁移');
  await paid(personId, '同县迁移', monthOf(2017, 12));
  const id = await slip(personId, { otherOffice: '练习二镇', otherDivisionId: other.divisionId });
  const there = { countyId: other.countyId, divisionIds: [other.divisionId] };
  expect(await line(id, there)).toMatchObject({ toAccept: true, paidThrough: '2017-12' });
  await expect(accept(id, '自己')).rejects.toMatchObject({ code: 'other_accepts' });
  await expect(accept(id, undefined, other)).rejects.toMatchObject({ code: 'not_on_roll' });
  const twin = await enter('同县迁移', number, { from_month: monthOf(2018, 1) }, other);
  await accept(id, undefined, other);
  expect(await starts(twin.personId)).toEqual([
    { kind: '参战退役人员', month: monthOf(2018, 1), basis: 'transfer' },
  ]);
  expect(await line(id)).toMatchObject({ state: 'accepted' });
  expect((await listSlips(db, there)).map((one) => [one.direction, one.state, one.paidThrough])).toEqual([
    ['in', 'accepted', '2017-12'],
  ]);
  expect(await paidThroughOf(db, town.countyId, [personId])).toBe(monthOf(2017, 12));
});
