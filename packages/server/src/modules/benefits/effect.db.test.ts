import { day, identityCheckDigit, monthOf } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { insertRecord } from '../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import { projectPerson, spellKind } from '../registry/index.ts';
import { lawOf, readPackage } from '../standards/index.ts';
import { answersOf } from './due.ts';
import { effectOf, restingOnDerived } from './effect.ts';
import { findOnRoll, peopleOnRoll } from './roll.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const clerk = testContext(keys, '王某');
let town: TestTown;
let serial = 0;

beforeAll(async () => {
  town = await testTown(db);
});

const place = () => ({ countyId: town.countyId, divisionIds: [town.divisionId] });

async function enrol(name: string, cells: Cells): Promise<string> {
  const first17 = `34152419460315${String(++serial).padStart(3, '0')}`;
  const identity = first17 + identityCheckDigit(first17);
  const personId = newId();
  await db
    .insertInto('person')
    .values({
      ...{ county_id: town.countyId, id: personId, division_id: town.divisionId, name },
      ...{ identity_sealed: keys.seal(identity), identity_hash: keys.fingerprint(identity) },
      ...{ recorded_at: new Date().toISOString(), recorded_by: '王某' },
    })
    .execute();
  const full = { name, identity, born_on: '1946-03-15', village_id: town.villageId, ...cells };
  const id = await insertRecord(db, clerk, spellKind, town, full);
  await db.updateTable('spell').set({ person_id: personId }).where('id', '=', id).execute();
  await projectPerson(db, town.countyId, personId);
  return personId;
}

/** An invented table beyond the last known one: nobody has an amount for these months before it. */
const TABLE = `
package: invented-august
title: 虚构的八月标准
sources: [{ id: invented, title: 虚构的通知, issued: 2026-08-20 }]
tables:
  - { code: martyrChild.base, unit: fen_per_month, axes: [], combine: replace, values: [
      { region: "341524", from: 2027-08, to: 2028-07, knownOn: 2026-08-25, source: invented, article: 一,
        status: published, cells: { "-": 80000 } } ] }
`;

test('an invented table names everybody it touches, by month and money, and nobody else', async () => {
  const child = await enrol('林某', { category: '烈士子女', from_month: monthOf(2012, 1) });
  const gone = await enrol('周某', {
    ...{ category: '烈士子女', from_month: monthOf(2012, 1), died_on: day('2027-09-30') },
  });
  await enrol('陈某', { category: '参战退役人员', from_month: monthOf(2012, 1) });
  const was = await lawOf(db, town);
  const is = await lawOf(db, town, { also: [readPackage(TABLE)] });
  const span = { from: monthOf(2027, 7), to: monthOf(2027, 12), now: monthOf(2027, 10) };
  const effect = await db.transaction().execute((tx) => effectOf(tx, keys, place(), { was, is }, span));
  expect(effect).toMatchObject({ people: 2, personMonths: 7, wasFen: 0, isFen: 7 * 80_000 });
  expect(effect.byCategory).toEqual([
    { category: '烈士子女', people: 2, personMonths: 7, wasFen: 0, isFen: 560_000, wasUnknown: 7 },
  ]);
  expect(effect.byMonth.map(({ month, people }) => [month, people])).toEqual([
    ...[
      ['2027-08', 2],
      ['2027-09', 2],
      ['2027-10', 1],
      ['2027-11', 1],
      ['2027-12', 1],
    ],
  ]);
  // What lies before the present month is owed, not paid: of both people August and September.
  expect(effect.arrears).toEqual({ people: 2, personMonths: 4, fen: 320_000 });
  expect(effect).toMatchObject({ wasUnknown: 7, nowUnknown: 0 });
  expect(effect.persons.map(({ arrearsFen }) => arrearsFen)).toEqual([160_000, 160_000]);
  expect(effect.byFund).toEqual([{ fund: 'county', fen: 560_000 }]);
  expect(effect.persons.map(({ id, from, to, months, isFen }) => [id, from, to, months, isFen])).toEqual([
    [child, '2027-08', '2027-12', 5, 400_000],
    [gone, '2027-08', '2027-09', 2, 160_000],
  ]);
});

test('an unchanged law has no effect', async () => {
  const law = await lawOf(db, town);
  const span = { from: monthOf(2017, 1), to: monthOf(2017, 12) };
  const effect = await db
    .transaction()
    .execute((tx) => effectOf(tx, keys, place(), { was: law, is: law }, span));
  expect(effect).toMatchObject({ people: 0, personMonths: 0, isFen: 0, byCategory: [], persons: [] });
});

test('rows of one category follow each other as one right; a suspension between them is not due', async () => {
  const id = await enrol('吴某', {
    ...{ category: '残疾军人', grade: 10, disability_cause: '因公' },
    ...{ from_month: monthOf(2016, 1), stop_month: monthOf(2017, 3) },
  });
  const spell = await db
    .selectFrom('spell')
    .selectAll()
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  const later = { ...spell, id: newId(), from_month: monthOf(2017, 6), stop_month: null, grade: 9 };
  await db
    .insertInto('spell')
    .values({ ...later, notes: null, row_key: Buffer.from(later.id) })
    .execute();
  const person = await findOnRoll(db, place(), [id]);
  const law = await lawOf(db, town);
  const answers = person ? answersOf(person, law, { from: monthOf(2017, 1), to: monthOf(2017, 7) }) : [];
  expect(person?.rights).toHaveLength(1);
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual([
    ...['due', 'due', 'notDue', 'notDue', 'notDue', 'due', 'due'],
  ]);
  const [first] = await peopleOnRoll(db, place(), [id]);
  expect(first?.plain).toEqual(person?.plain);
});

test('who rests on derived rates, by month and money', async () => {
  const id = await enrol('郑某', {
    ...{ category: '残疾军人', grade: 9, disability_cause: '因公', from_month: monthOf(2014, 1) },
  });
  const law = await lawOf(db, town);
  const span = { from: monthOf(2018, 7), to: monthOf(2018, 9), now: monthOf(2018, 9) };
  const effect = await db.transaction().execute((tx) => restingOnDerived(tx, keys, place(), law, span));
  const own = effect.persons.find((person) => person.id === id);
  const answers = answersOf((await findOnRoll(db, place(), [id])) ?? raise(), law, span);
  expect(answers.map(({ outcome }) => outcome.kind === 'due' && outcome.derived)).toEqual([
    false,
    true,
    true,
  ]);
  expect(own).toMatchObject({ from: '2018-08', to: '2018-09', months: 2, wasFen: 0 });
  expect(own?.isFen).toBe((answers[1]?.fen ?? 0) + (answers[2]?.fen ?? 0));
});

function raise(): never {
  throw new Error('not on the roll');
}
