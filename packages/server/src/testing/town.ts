import { day } from '@shuangyong/values';
import type { Ctx, Keys } from '../kernel/context.ts';
import type { Db } from '../kernel/db.ts';
import { newId } from '../kernel/ids.ts';

export interface TestTown {
  readonly countyId: number;
  readonly divisionId: string;
  readonly villageId: string;
}

/** A context that may do everything: for tests of services, which leave permission to the edge. */
export function testContext(keys: Keys, name = '王某', today = '2017-11-24'): Ctx {
  const actor = { kind: 'user', id: `user-${name}`, name } as const;
  return { actor, now: Date.now(), today: day(today), may: () => true, keys };
}

/** A county with one township and one village, the least a record needs to stand in. */
export async function testTown(db: Db, code = '341524199000'): Promise<TestTown> {
  const countyId = Number(code.slice(0, 6));
  const divisionId = newId();
  const place = { county_id: countyId };
  const parent = await countyOf(db, countyId);
  await db
    .insertInto('division')
    .values({ ...place, id: divisionId, level: 'township', code, name: '练习镇', parent_id: parent })
    .execute();
  const villageId = newId();
  await db
    .insertInto('village')
    .values({
      ...place,
      id: villageId,
      division_id: divisionId,
      name: '河湾村',
      row_key: Buffer.from(villageId),
      origin: 'screen',
      recorded_at: new Date().toISOString(),
      recorded_by: '王某',
    })
    .execute();
  return { countyId, divisionId, villageId };
}

async function countyOf(db: Db, countyId: number): Promise<string> {
  const known = await db
    .selectFrom('division')
    .select('id')
    .where('county_id', '=', countyId)
    .where('level', '=', 'county')
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const county = { county_id: countyId, id, level: 'county', code: `${countyId}000000`, name: '练习县' };
  await db.insertInto('division').values(county).execute();
  return id;
}
