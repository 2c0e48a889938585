import { day } from '@shuangyong/values';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { type Db, openKysely } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { testDatabase, testTown } from '../../testing/index.ts';
import { matchesPerson, type PeoplePlace } from './find.ts';
import { listPeople } from './list.ts';
import { whileUnwritten } from './standing.ts';

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

async function found(typed: string): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select p.name from person p where p.county_id = ${place.countyId}
    and ${await matchesPerson(db, keys, place, typed)}`.execute(db);
  return rows.map(({ name }) => name).sort();
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

test('a word that means thousands is counted whole, as one that means a few', async () => {
  const [county, division] = [place.countyId, place.divisionIds[0]];
  await sql`insert into person (county_id, id, division_id, name, name_pinyin, recorded_at, recorded_by)
    select ${county}::int, gen_random_uuid(), ${division}::uuid, '练' || n, lpad(n::text, 5, '0'), now(), '王某'
    from generate_series(1, 2300) n`.execute(db);
  const columns = { paidThrough: () => sql<number>`null::int`, lastVisit: () => sql<string>`null::date` };
  const asked = { ...place, asOf: day('2017-08-01'), tab: 'all' as const, offset: 0, limit: 2 };
  const listed = async (q: string) => {
    const { counts, rows } = await listPeople(db, keys, { ...asked, q }, columns);
    return [counts.all, rows.map(({ name }) => name)];
  };
  expect(await listed('练')).toEqual([2300, ['练1', '练2']]);
  expect(await listed('练229')).toEqual([11, ['练229', '练2290']]);
});

test('what is remembered while nothing is written is worked out anew after any write, and within one', async () => {
  const remembered = whileUnwritten<number>();
  const count = (tx: Db) =>
    remembered(tx, 'people', async () => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from person`.execute(tx);
      return rows[0]?.n ?? 0;
    });
  const add = (tx: Db) =>
    sql`insert into person (county_id, id, division_id, name, recorded_at, recorded_by)
      values (${place.countyId}, ${newId()}, ${place.divisionIds[0]}, '后来', now(), '王某')`.execute(tx);
  const first = await count(db);
  await add(db);
  expect(await count(db)).toBe(first + 1);
  await db.transaction().execute(async (tx) => {
    expect(await count(tx)).toBe(first + 1);
    await add(tx);
    expect(await count(tx)).toBe(first + 2);
    await add(tx);
    expect(await count(tx)).toBe(first + 3);
    expect(await count(db)).toBe(first + 1);
  });
  expect(await count(db)).toBe(first + 3);
});
