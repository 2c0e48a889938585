import { type Kysely, sql } from 'kysely';
import type { Db } from '../packages/server/src/kernel/db.ts';

/** Towns, people and years of a county made of nothing but SQL: payments a month, visits, activities. */
export interface CountySize {
  readonly towns: number;
  readonly people: number;
  readonly years: readonly [number, number];
}

export const COUNTY_CODE = '341599';
const COUNTY = Number(COUNTY_CODE);

const made = `'import', now(), '练习'`;

async function places(db: Db, towns: number): Promise<void> {
  await sql`insert into division (county_id, id, level, code, name) values
    (${COUNTY}, gen_random_uuid(), 'county', ${`${COUNTY_CODE}000000`}, '练习县')`.execute(db);
  await sql`insert into division (county_id, id, level, code, name, parent_id)
    select ${COUNTY}, gen_random_uuid(), 'township', ${COUNTY_CODE} || lpad((100 + n)::text, 3, '0') || '000', '练习' || n || '镇', c.id
    from generate_series(1, ${towns}::int) n, division c where c.county_id = ${COUNTY} and c.level = 'county'`.execute(
    db,
  );
}

async function people(db: Db, size: CountySize): Promise<void> {
  await sql`insert into person (county_id, id, division_id, identity_hash, name, recorded_at, recorded_by)
    select ${COUNTY}, gen_random_uuid(), t.id, sha256(('p' || n)::bytea), '练习' || n, now(), '练习'
    from generate_series(1, ${size.people}::int) n
    join (select id, row_number() over (order by code) - 1 as at from division where county_id = ${COUNTY} and level = 'township') t
      on t.at = n % ${size.towns}::int`.execute(db);
  await sql`insert into spell (county_id, id, division_id, name, identity_hash, village_id, category, from_month, person_id,
      person_link, row_key, origin, recorded_at, recorded_by)
    select county_id, gen_random_uuid(), division_id, name, identity_hash, gen_random_uuid(),
      (array['农村籍退役士兵', '参战退役人员', '带病回乡退伍军人', '烈士子女'])[1 + abs(hashtext(name)) % 4], ${2007 * 12}, id, 'number',
      sha256(('s' || id)::bytea), ${sql.raw(made)} from person where county_id = ${COUNTY}`.execute(db);
}

async function payments(db: Db, [first, last]: CountySize['years']): Promise<void> {
  await sql`insert into paid_line (county_id, id, division_id, name, identity_hash, item, from_month, to_month, amount_fen,
      paid_on, person_id, person_link, row_key, origin, recorded_at, recorded_by)
    select county_id, gen_random_uuid(), division_id, name, identity_hash, '抚恤补助', m, m, 12000,
      make_date(m / 12, m % 12 + 1, 18), id, 'number', sha256((id || '/' || m)::bytea), ${sql.raw(made)}
    from person, generate_series(${first * 12}::int, ${last * 12 + 11}::int) m where county_id = ${COUNTY}`.execute(
    db,
  );
}

async function visits(db: Db, [first, last]: CountySize['years']): Promise<void> {
  await sql`insert into visit (county_id, id, division_id, visited_on, name, identity_hash, mode, festival, gift_fen, signed,
      person_id, person_link, row_key, origin, recorded_at, recorded_by)
    select county_id, gen_random_uuid(), division_id, make_date(y, 7, 28), name, identity_hash, '上门', '八一', 50000, true,
      id, 'number', sha256(('v' || id || '/' || y)::bytea), ${sql.raw(made)}
    from person, generate_series(${first}::int, ${last}::int) y where county_id = ${COUNTY}`.execute(db);
}

/** Fills an empty database with the county; the planner's statistics are taken by `analyse` (the owner's right). */
export async function fillCounty(
  db: Kysely<never> | Db,
  size: CountySize,
  analyse: () => Promise<unknown>,
): Promise<void> {
  const handle = db as Db;
  await places(handle, size.towns);
  await people(handle, size);
  await analyse();
  await payments(handle, size.years);
  await visits(handle, size.years);
  await analyse();
}
