import { sql } from 'kysely';
import type { Db } from '../packages/server/src/kernel/db.ts';

/** Counties made of SQL, one township each, everybody with one right that is paid. */
export interface LedgerSize {
  readonly counties: number;
  readonly peopleEach: number;
}

const FIRST_COUNTY = 621_201;

const made = sql`'import', now(), '练习'`;

/** One county, its township, its people and rights, and where its ledger begins. Answers the township. */
async function fillOne(db: Db, countyId: number, people: number): Promise<string> {
  const { rows } = await sql<{ id: string }>`with county as (
      insert into division (county_id, id, level, code, name)
        values (${countyId}, gen_random_uuid(), 'county', ${`${countyId}000000`}, '练习县') returning id)
    insert into division (county_id, id, level, code, name, parent_id)
      select ${countyId}, gen_random_uuid(), 'township', ${`${countyId}100000`}, '练习镇', id from county returning id`.execute(
    db,
  );
  const town = rows[0]?.id ?? '';
  await sql`insert into village (county_id, id, division_id, name, row_key, origin, recorded_at, recorded_by)
    values (${countyId}, gen_random_uuid(), ${town}, '练习村', sha256('v'), ${made})`.execute(db);
  // Ids in the order of time, as the product makes them.
  await sql`insert into person (county_id, id, division_id, identity_hash, name, born_on, recorded_at, recorded_by)
    select ${countyId}, (lpad(to_hex(1700000000000 + n), 12, '0') || '7' || substr(md5(${countyId}::text || n), 1, 3)
        || '8' || substr(md5(n || 'p'), 1, 15))::uuid, ${town}, sha256(('p' || n)::bytea), '练习' || n,
      date '1930-01-01' + (n % 8000), now(), '练习'
    from generate_series(1, ${people}::int) n`.execute(db);
  await sql`insert into spell (county_id, id, division_id, name, identity_hash, village_id, born_on, category, from_month,
      service_years, residence, grade, disability_cause, person_id, person_link, row_key, origin, recorded_at, recorded_by)
    select p.county_id, gen_random_uuid(), p.division_id, p.name, identity_hash, v.id, born_on,
      (array['农村籍退役士兵', '参战退役人员', '带病回乡退伍军人', '烈士子女', '残疾军人'])[1 + abs(hashtext(p.name)) % 5],
      ${2011 * 12}, 1 + abs(hashtext(p.name)) % 12, '农村', 6 + abs(hashtext(p.name)) % 5, '因战', p.id, 'number',
      sha256(('s' || p.id)::bytea), ${made}
    from person p join village v on v.county_id = p.county_id where p.county_id = ${countyId}`.execute(db);
  await sql`insert into ledger_start values (${countyId}, ${town}, 1, ${2018 * 12}, '练习', 'x', '练习', now())`.execute(
    db,
  );
  return town;
}

export interface LedgerTownship {
  readonly countyId: number;
  readonly divisionId: string;
}

/** Fills an empty database; the statistics are taken by the caller. */
export async function fillLedger(db: Db, size: LedgerSize): Promise<readonly LedgerTownship[]> {
  const towns: LedgerTownship[] = [];
  for (let n = 0; n < size.counties; n += 1) {
    const countyId = FIRST_COUNTY + n;
    towns.push({ countyId, divisionId: await fillOne(db, countyId, size.peopleEach) });
  }
  return towns;
}
