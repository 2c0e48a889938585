import { addMonths, type Day, day, identityCheckDigit, monthOf } from '@shuangyong/values';
import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { insertRecord } from '../../platform/records/write.ts';
import { type TestTown, testContext, testDatabase, testTown } from '../../testing/index.ts';
import { projectPerson, spellKind } from '../registry/index.ts';
import { comingOf } from './coming.ts';

const { pool, keys } = await testDatabase();
const db = openKysely(pool);
const TODAY = day('2017-11-24');
let town: TestTown;
let serial = 0;

async function enrol(name: string, born: Day, cells: Cells): Promise<void> {
  const first17 = `341524${born.replaceAll('-', '')}${String(++serial).padStart(3, '0')}`;
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
  const full = {
    name,
    identity,
    born_on: born,
    village_id: town.villageId,
    from_month: monthOf(2010, 1),
    ...cells,
  };
  const id = await insertRecord(db, testContext(keys), spellKind, town, full);
  await db.updateTable('spell').set({ person_id: personId }).where('id', '=', id).execute();
  await projectPerson(db, town.countyId, personId);
}

const SOLDIER = { category: '其他退役军人', enlisted_on: day('1976-03-01') };
const CHILD = { category: '烈士遗属' };

beforeAll(async () => {
  town = await testTown(db);
  await enrol('到龄某', day('1958-01-10'), SOLDIER);
  await enrol('已到某', day('1957-03-01'), SOLDIER);
  await enrol('还早某', day('1960-01-10'), SOLDIER);
  await enrol('城镇某', day('1958-01-10'), { ...SOLDIER, residence: '城镇' });
  await enrol('新兵某', day('1958-01-10'), { ...SOLDIER, enlisted_on: day('2012-03-01') });
  await enrol('去世某', day('1958-01-10'), { ...SOLDIER, died_on: day('2016-03-01') });
  await enrol('成年某', day('1999-12-01'), CHILD);
  await enrol('幼年某', day('2008-12-01'), CHILD);
  await enrol('停发某', day('1999-12-01'), { ...CHILD, stop_month: addMonths(monthOf(2017, 1), 0) });
  await enrol('缺级某', day('1950-12-01'), { category: '残疾军人', disability_cause: '因公' });
});

test('who turns 60 or 18 by the rule, and nobody else; whose grade is blank', async () => {
  const place = { ...town, divisionIds: [town.divisionId] };
  const { turning60, turning18, unknown } = await db
    .transaction()
    .execute((tx) => comingOf(tx, place, TODAY));
  expect(turning60.map(({ name, day: at }) => `${name} ${at}`)).toEqual([
    '已到某 2017-03-01',
    '到龄某 2018-01-10',
  ]);
  expect(turning18.map(({ name, day: at }) => `${name} ${at}`)).toEqual(['成年某 2017-12-01']);
  expect(unknown.map(({ name, missing }) => [name, missing])).toEqual([['缺级某', ['fact:grade']]]);
});
