import { type Day, type Month, maskIdentity, monthText } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { PersonColumn } from '../../platform/contract/person.ts';
import { matchesPerson, type PeoplePlace } from './find.ts';
import { inForce, isPaidCategory, mergedPerson } from './rights.ts';
import { CATEGORIES } from './words.ts';

export type PeopleTab = 'key' | 'family' | 'other' | 'stopped' | 'all';

export interface PeopleQuery extends PeoplePlace {
  readonly asOf: Day;
  readonly tab: PeopleTab;
  readonly q?: string | undefined;
  readonly village?: string | undefined;
  readonly category?: string | undefined;
  readonly state?: string | undefined;
  readonly missing?: boolean | undefined;
  /** Only these persons. */
  readonly ids?: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

/** Columns of other modules that the list shows. */
export interface PeopleColumns {
  readonly paidThrough: PersonColumn;
  readonly lastVisit: PersonColumn;
}

export interface PersonListed {
  readonly id: string;
  readonly name: string;
  readonly village: string | null;
  readonly categories: readonly string[];
  readonly identity: string | null;
  readonly state: string;
  readonly paidThrough: string | null;
  readonly lastVisit: string | null;
  readonly missing: readonly string[];
  readonly holdReason: string | null;
}

/** Rights of each person on the day, merged registrations counted with the person they belong to. */
function rightsOf(query: PeopleQuery): RawBuilder<unknown> {
  const force = inForce(query.asOf);
  const paid = isPaidCategory(sql`s.category`);
  return sql`rights as (
    select ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} as person_id,
      bool_or(${force} and ${paid}) as key_now,
      bool_or(${force} and s.category = '现役军人家属') as family_now,
      bool_or(${force} and s.category = '其他退役军人') as other_now,
      array_agg(distinct s.category) filter (where ${force}) as categories,
      array_agg(distinct s.category) as ever,
      bool_or(${paid}) as ever_key, max(s.stop_reason) as stop_reason,
      bool_or(s.account_hash is not null) as has_account, bool_or(s.phone_hash is not null) as has_phone
    from spell s where s.county_id = ${query.countyId} and s.division_id = any(${query.divisionIds})
      and s.voided_at is null group by 1)`;
}

const TAB_CONDITIONS: Readonly<Record<PeopleTab, RawBuilder<boolean>>> = {
  key: sql`coalesce(r.key_now, false)`,
  family: sql`(not coalesce(r.key_now, false) and coalesce(r.family_now, false))`,
  other: sql`(not coalesce(r.key_now or r.family_now, false) and coalesce(r.other_now, false))`,
  stopped: sql`not coalesce(r.key_now or r.family_now or r.other_now, false)`,
  all: sql`true`,
};

const OPEN_HOLD = sql`(select h.reason from hold h where h.county_id = p.county_id and h.person_id = p.id
  and h.released_at is null order by h.held_at limit 1)`;

const STATE = sql`case when ${OPEN_HOLD} is not null then '缓发' when r.key_now then '在发'
  when r.ever_key then '停发' else '未享受' end`;

const MISSING = sql`array_remove(array[
  case when r.ever_key and not exists (select 1 from evidence e join spell s on s.county_id = e.county_id and s.id = e.record_id
    where e.county_id = p.county_id and e.record_kind = 'spell' and e.removed_at is null and s.person_id = p.id)
    then '认定材料' end,
  case when r.key_now and not r.has_account then '银行账号' end,
  case when r.key_now and not r.has_phone then '联系电话' end], null)`;

const NOT_MERGED = sql`not exists (select 1 from person_alias a where a.county_id = p.county_id
  and a.person_id = p.id and a.undone_at is null)`;

/** Nobody is left of an import that was taken back, unless other rows speak of him. */
const STANDS = sql`(not exists (select 1 from import_log l where l.county_id = p.county_id and l.id = p.import_id
    and l.undone_at is not null)
  or exists (select 1 from spell s where s.county_id = p.county_id and s.person_id = p.id and s.voided_at is null)
  or exists (select 1 from paid_line d where d.county_id = p.county_id and d.person_id = p.id and d.voided_at is null))`;

async function filters(db: Db, keys: Keys, query: PeopleQuery): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [
    sql`p.county_id = ${query.countyId} and p.division_id = any(${query.divisionIds})`,
    NOT_MERGED,
    STANDS,
  ];
  if (query.q?.trim()) parts.push(await matchesPerson(db, keys, query, query.q));
  if (query.ids) parts.push(sql`p.id = any(${query.ids})`);
  if (query.village) parts.push(sql`v.name = ${query.village}`);
  if (query.category) parts.push(sql`${query.category} = any(coalesce(r.categories, r.ever))`);
  if (query.state) parts.push(sql`${STATE} = ${query.state}`);
  if (query.missing) parts.push(sql`cardinality(${MISSING}) > 0`);
  return sql.join(parts, sql` and `);
}

const FROM = sql`person p left join rights r on r.person_id = p.id
  left join village v on v.county_id = p.county_id and v.id = p.village_id`;

interface Raw {
  id: string;
  name: string;
  village: string | null;
  categories: string[] | null;
  sealed: Buffer | null;
  state: string;
  paid_through: number | null;
  last_visit: string | null;
  missing: string[];
  hold_reason: string | null;
}

function byCategory(left: string, right: string): number {
  return CATEGORIES.indexOf(left as never) - CATEGORIES.indexOf(right as never);
}

function shown(row: Raw, keys: Keys): PersonListed {
  return {
    id: row.id,
    name: row.name,
    village: row.village,
    categories: (row.categories ?? []).sort(byCategory),
    identity: row.sealed ? maskIdentity(keys.open(row.sealed)) : null,
    state: row.state,
    paidThrough: row.paid_through === null ? null : monthText(row.paid_through as Month),
    lastVisit: row.last_visit,
    missing: row.missing,
    holdReason: row.hold_reason,
  };
}

/** One page of people, those with something open first, then by village and name. */
export async function listPeople(
  db: Db,
  keys: Keys,
  query: PeopleQuery,
  columns: PeopleColumns,
): Promise<PersonListed[]> {
  const where = await filters(db, keys, query);
  const { rows } = await sql<Raw>`with ${rightsOf(query)}
    select p.id, p.name, v.name as village, coalesce(r.categories, r.ever) as categories, p.identity_sealed as sealed,
      ${STATE} as state, ${columns.paidThrough(sql`p.county_id`, sql`p.id`)} as paid_through,
      ${columns.lastVisit(sql`p.county_id`, sql`p.id`)} as last_visit, ${MISSING} as missing, ${OPEN_HOLD} as hold_reason
    from ${FROM} where ${where} and ${TAB_CONDITIONS[query.tab]}
    order by ${OPEN_HOLD} is null, v.name nulls last, p.name_pinyin, p.id
    offset ${query.offset} limit ${query.limit}`.execute(db);
  return rows.map((row) => shown(row, keys));
}

/** How many people each tab holds under the same filters. */
export async function countPeople(
  db: Db,
  keys: Keys,
  query: PeopleQuery,
): Promise<Readonly<Record<PeopleTab, number>>> {
  const where = await filters(db, keys, query);
  const counts = Object.entries(TAB_CONDITIONS).map(
    ([tab, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(tab)}`,
  );
  const { rows } = await sql<Record<PeopleTab, number>>`with ${rightsOf(query)}
    select ${sql.join(counts)} from ${FROM} where ${where}`.execute(db);
  return rows[0] ?? { key: 0, family: 0, other: 0, stopped: 0, all: 0 };
}
