import { day, monthOf, monthOfDay } from '@shuangyong/values';
import { expect, test } from 'vitest';
import { insertRecord, voidRecord } from '../../platform/records/write.ts';
import { paidLineKind } from '../disbursement/index.ts';
import { enrol as enrolRecord } from './enrol.ts';
import { spellKind } from './sheets.ts';
import { testRoll } from './testing/roll.ts';

const { db, keys, clerk, town, identity, enter } = await testRoll();
const month = monthOfDay(day('2017-10-01'));

async function pay(name: string, number: string) {
  const id = await insertRecord(db, clerk, paidLineKind, town, {
    ...{ name, identity: number, item: '抚恤补助', from_month: month, to_month: month },
    ...{ amount_fen: 50500, paid_on: '2017-10-18' },
  });
  return { id, personId: await enrolRecord(db, clerk, town, paidLineKind, id) };
}

const people = (number: string) =>
  db.selectFrom('person').selectAll().where('identity_hash', '=', keys.fingerprint(number)).execute();

test('a right entered here makes its person: found by pinyin, with sex and birthday of the number', async () => {
  const number = identity('1950-02-03');
  const { personId } = await enter('单长河', number, { sex: '男' });
  expect(await people(number)).toEqual([
    expect.objectContaining({
      ...{ id: personId, name: '单长河', name_initials: 'sch', born_on: '1950-02-03' },
      village_id: town.villageId,
    }),
  ]);
});

test('a second right and a payment of the same number are the same person’s', async () => {
  const number = identity();
  const { personId } = await enter('一人两项', number);
  const second = await enter('一人两项', number, {
    ...{ category: '农村籍退役士兵', from_month: monthOf(2012, 7) },
  });
  const paid = await pay('一人两项', number);
  expect([second.personId, paid.personId]).toEqual([personId, personId]);
  expect((await people(number)).length).toBe(1);
});

test('the same right entered twice is refused, a later spell of it is not', async () => {
  const number = identity();
  await enter('录两遍', number, { stop_month: monthOf(2012, 1) });
  await expect(enter('录两遍', number, { from_month: monthOf(2011, 12) })).rejects.toMatchObject({
    details: { problems: [{ field: 'from_month', code: 'spell_overlap' }] },
  });
  await enter('录两遍', number, { from_month: monthOf(2012, 1) });
  await expect(enter('录两遍', number, { from_month: monthOf(2013, 1) })).rejects.toThrow('至今');
});

test('a payment to a number nobody has makes its person, whom the roll takes over', async () => {
  const number = identity('1955-06-07');
  const { id, personId } = await pay('先发后录', number);
  expect(personId).not.toBeNull();
  const line = await db
    .selectFrom('paid_line')
    .select(['person_id', 'person_link'])
    .where('id', '=', id)
    .execute();
  expect(line).toEqual([{ person_id: personId, person_link: 'number' }]);
  expect((await enter('先发后录', number)).personId).toBe(personId);
});

test('two people who enter one number at once make one person', async () => {
  const number = identity();
  const [left, right] = await Promise.all([
    db.transaction().execute(async (tx) => {
      const id = await insertRecord(tx, clerk, spellKind, town, rightCells('同时录', number, '参战退役人员'));
      return enrolRecord(tx, clerk, town, spellKind, id);
    }),
    db.transaction().execute(async (tx) => {
      const id = await insertRecord(
        tx,
        clerk,
        spellKind,
        town,
        rightCells('同时录', number, '农村籍退役士兵'),
      );
      return enrolRecord(tx, clerk, town, spellKind, id);
    }),
  ]);
  expect(left).toBe(right);
  expect((await people(number)).length).toBe(1);
});

function rightCells(name: string, number: string, category: string) {
  return { name, identity: number, village_id: town.villageId, category, from_month: monthOf(2007, 8) };
}

test('a number that stands under another name is refused beside the name', async () => {
  const number = identity();
  await enter('原来名', number);
  await expect(pay('另一名', number)).rejects.toMatchObject({
    details: { problems: [{ field: 'name', code: 'id_two_names' }] },
  });
});

test('a registration nothing stands under takes the new name', async () => {
  const number = identity();
  const { personId, spellId } = await enter('写错名', number);
  await voidRecord(db, clerk, spellKind, { countyId: town.countyId, id: spellId }, 1, '录错');
  expect((await enter('写对名', number)).personId).toBe(personId);
  expect((await people(number)).map((person) => person.name)).toEqual(['写对名']);
});
