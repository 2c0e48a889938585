import { beforeAll, expect, test } from 'vitest';
import { openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { testDatabase, testTown } from '../../testing/index.ts';
import { findIds, type PeoplePlace } from './find.ts';

const { pool, ownerPool, keys } = await testDatabase();
const db = openKysely(pool);

// Every length people's names have, the same characters at every place, and marks that mean something in a pattern.
const NAMES = [
  '王茂',
  '王德茂',
  '德茂林',
  '欧阳德茂',
  '买买提·吐尔逊',
  '吐尔逊·买买提',
  '李德',
  '德_茂',
  '赵 德茂',
];
let place: PeoplePlace;

beforeAll(async () => {
  const town = await testTown(openKysely(ownerPool));
  place = { countyId: town.countyId, divisionIds: [town.divisionId] };
  for (const name of NAMES)
    await db
      .insertInto('person')
      .values({
        county_id: town.countyId,
        id: newId(),
        division_id: town.divisionId,
        name,
        name_initials: name === '王德茂' ? 'wdm' : '',
        name_pinyin: name === '王德茂' ? 'wangdemao' : '',
        recorded_at: new Date().toISOString(),
        recorded_by: '王某',
      })
      .execute();
});

async function found(typed: string, most = 100): Promise<string[] | undefined> {
  const ids = await findIds(db, keys, place, typed, most);
  if (!ids) return undefined;
  const { rows } = await pool.query('select name from person where id = any($1)', [ids]);
  return rows.map(({ name }) => name as string).sort();
}

test('a part of a name is found wherever it stands, as if every name were gone through', async () => {
  const parts = NAMES.flatMap((name) =>
    [...name].flatMap((_, from) => [1, 2, 3, 9].map((length) => name.slice(from, from + length).trim())),
  );
  for (const part of new Set([...parts.filter(Boolean), '茂林王', '没有']))
    expect(await found(part)).toEqual(NAMES.filter((name) => name.includes(part)).sort());
});

test('letters are initials or the beginning of the sound; what means something in a pattern is itself', async () => {
  for (const typed of ['wd', 'WDM', 'wangd', ' wangdemao ']) expect(await found(typed)).toEqual(['王德茂']);
  for (const typed of ['dm', '%', '王%', '\\']) expect(await found(typed)).toEqual([]);
  expect(await found('_')).toEqual(['德_茂']);
});

test('more than asked for are not named one by one', async () => {
  expect(await found('德茂', 4)).toHaveLength(4);
  expect(await found('德茂', 3)).toBeUndefined();
});
