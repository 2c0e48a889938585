import { type Day, type Month, maskIdentity, monthText } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import { kept } from '../../kernel/batched.ts';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { PersonColumn } from '../../platform/contract/person.ts';
import { matchesPerson, type PeoplePlace } from './find.ts';
import { inForce, isPaidCategory } from './rights.ts';
import { whileUnwritten } from './standing.ts';
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

export interface PeopleListing {
  readonly counts: Readonly<Record<PeopleTab, number>>;
  readonly rows: readonly PersonListed[];
}

/** Few: at most so many, with what the page shows of them, so that nobody is looked up twice. */
async function hits(db: Db, keys: Keys, query: PeopleQuery, isFew: boolean): Promise<RawBuilder<unknown>> {
  const parts: RawBuilder<unknown>[] = [
    sql`p.county_id = ${query.countyId} and p.division_id = any(${query.divisionIds})`,
    // Not `exists`: merges are few, and this way they are looked up once and not for everybody.
    sql`p.id not in (select a.person_id from person_alias a where a.county_id = ${query.countyId} and a.undone_at is null)`,
  ];
  if (query.q?.trim()) parts.push(await matchesPerson(db, keys, query, query.q));
  if (query.ids) parts.push(sql`p.id = any(${query.ids})`);
  if (query.village) parts.push(sql`v.name = ${query.village}`);
  const [shown, limit] = isFew
    ? [sql`, p.name, p.identity_sealed`, sql`limit ${MOST_FEW + 1}`]
    : [sql``, sql``];
  return sql`hits as materialized (select p.id, p.name_pinyin, v.name as village ${shown} from person p
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where ${sql.join(parts, sql` and `)} ${limit})`;
}

/** What the rights of a person say together, one bit each: a township is gone over with one sum instead of seven. */
const FLAGS = {
  keyNow: 1,
  familyNow: 2,
  otherNow: 4,
  everKey: 8,
  ofCategory: 16,
  hasAccount: 32,
  hasPhone: 64,
} as const;
type RightFlag = keyof typeof FLAGS;

const has = (bit: RightFlag) => sql`r.flags & ${sql.lit(FLAGS[bit])} <> 0`;

/** Rights of the hits on the day; merged registrations count with the person they belong to. */
function rightsOf(query: PeopleQuery, isFew: boolean): RawBuilder<unknown> {
  const force = inForce(query.asOf);
  const paid = isPaidCategory(sql`s.category`);
  const isNarrow = Boolean(query.q?.trim() || query.ids || query.village);
  // Of few hits the rights are found by spell_person; the registrations merged into them come along.
  const narrowed = isNarrow
    ? sql`and s.person_id = any(array(select id from hits union all select m.person_id from person_alias m
        where m.county_id = ${query.countyId} and m.undone_at is null and m.merged_into in (select id from hits)))`
    : sql``;
  const ofCategory = query.category ? sql`s.category = ${query.category}` : sql`true`;
  const flag = (bit: RightFlag, holds: RawBuilder<unknown>) =>
    sql`case when ${holds} then ${sql.lit(FLAGS[bit])} else 0 end`;
  return sql`rights as (
    select coalesce(a.merged_into, s.person_id) as person_id,
      bit_or(case when ${force} then ${flag('keyNow', paid)} | ${flag('familyNow', sql`s.category = '现役军人家属'`)}
          | ${flag('otherNow', sql`s.category = '其他退役军人'`)} else 0 end
        | ${flag('everKey', paid)} | ${flag('ofCategory', ofCategory)}
        | ${flag('hasAccount', sql`s.account_hash is not null`)} | ${flag('hasPhone', sql`s.phone_hash is not null`)}) as flags
      ${isFew ? sql`, array_agg(s.category) filter (where ${force}) as now, array_agg(s.category) as ever` : sql``}
    from spell s left join person_alias a on a.county_id = s.county_id and a.person_id = s.person_id and a.undone_at is null
    where s.county_id = ${query.countyId} and s.division_id = any(${query.divisionIds}) and s.voided_at is null ${narrowed}
    group by 1)`;
}

const HOLDS = (query: PeopleQuery) => sql`holds as (
  select coalesce(a.merged_into, h.person_id) as person_id, min(h.reason) as reason from hold h
  left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id and a.undone_at is null
  where h.county_id = ${query.countyId} and h.division_id = any(${query.divisionIds}) and h.released_at is null group by 1)`;

const TAB_CONDITIONS: Readonly<Record<PeopleTab, RawBuilder<boolean>>> = {
  key: sql`coalesce(b.key_now, false)`,
  family: sql`(not coalesce(b.key_now, false) and coalesce(b.family_now, false))`,
  other: sql`(not coalesce(b.key_now or b.family_now, false) and coalesce(b.other_now, false))`,
  stopped: sql`not coalesce(b.key_now or b.family_now or b.other_now, false)`,
  all: sql`true`,
};

const STATE = sql`case when b.hold_reason is not null then '缓发' when b.key_now then '在发'
  when b.ever_key then '停发' else '未享受' end`;

const PROVED = sql`exists (select 1 from evidence e join spell s on s.county_id = e.county_id and s.id = e.record_id
  where e.county_id = b.county_id and e.record_kind = 'spell' and e.removed_at is null and s.person_id = b.id)`;

const MISSING = sql`array_remove(array[case when b.ever_key and not ${PROVED} then '认定材料' end,
  case when b.key_now and not b.has_account then '银行账号' end,
  case when b.key_now and not b.has_phone then '联系电话' end], null)`;

function base(query: PeopleQuery, isFew: boolean): RawBuilder<unknown> {
  const narrow: RawBuilder<unknown>[] = [sql`true`];
  if (query.category) narrow.push(sql`b.of_category`);
  if (query.state) narrow.push(sql`${STATE} = ${query.state}`);
  if (query.missing) narrow.push(sql`cardinality(${MISSING}) > 0`);
  return sql`base as materialized (select * from (select ${query.countyId}::int as county_id, h.*, ${has('keyNow')} as key_now,
      ${has('familyNow')} as family_now, ${has('otherNow')} as other_now, ${has('everKey')} as ever_key,
      ${has('ofCategory')} as of_category, ${has('hasAccount')} as has_account, ${has('hasPhone')} as has_phone,
      o.reason as hold_reason ${isFew ? sql`, r.now, r.ever` : sql``}
    from hits h left join rights r on r.person_id = h.id left join holds o on o.person_id = h.id) b
    where ${sql.join(narrow, sql` and `)})`;
}

interface Raw {
  id: string;
  name: string;
  village: string | null;
  categories: string[] | null;
  /** Base64. */
  sealed: string | null;
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
    categories: [...new Set(row.categories)].sort(byCategory),
    identity: row.sealed ? maskIdentity(keys.open(Buffer.from(row.sealed, 'base64'))) : null,
    state: row.state,
    paidThrough: row.paid_through === null ? null : monthText(row.paid_through as Month),
    lastVisit: row.last_visit,
    missing: row.missing,
    holdReason: row.hold_reason,
  };
}

/** Categories in force on the day, else all there ever were. Only for the rows of one page. Uses spell_person. */
function categoriesOf(query: PeopleQuery): RawBuilder<unknown> {
  const own = sql`from spell s where s.county_id = b.county_id and s.voided_at is null and s.person_id in
    (select b.id union all select a.person_id from person_alias a where a.county_id = b.county_id
      and a.merged_into = b.id and a.undone_at is null)`;
  return sql`coalesce((select array_agg(distinct s.category) ${own} and ${inForce(query.asOf)}),
    (select array_agg(distinct s.category) ${own}))`;
}

interface Page {
  readonly counts: Record<PeopleTab, number>;
  /** Persons found before the filters: more than looked up means that the answer is not whole. */
  readonly found: number;
  readonly rows: Raw[] | null;
}

/** Up to so many persons are looked up one by one; beyond, the township is gone over. */
const MOST_FEW = 2_000;

const NOBODY: PeopleListing = { counts: { key: 0, family: 0, other: 0, stopped: 0, all: 0 }, rows: [] };

/** What the page shows of a person, by how it was found. */
function shownOf(query: PeopleQuery, isFew: boolean) {
  if (isFew)
    return {
      name: sql`b.name`,
      sealed: sql`b.identity_sealed`,
      categories: sql`coalesce(b.now, b.ever)`,
      from: sql`page b`,
    };
  const from = sql`page b join person p on p.county_id = b.county_id and p.id = b.id`;
  return { name: sql`p.name`, sealed: sql`p.identity_sealed`, categories: categoriesOf(query), from };
}

async function pageOf(
  db: Db,
  keys: Keys,
  query: PeopleQuery,
  columns: PeopleColumns,
  isFew: boolean,
): Promise<Page | undefined> {
  const found = await hits(db, keys, query, isFew);
  const counts = Object.entries(TAB_CONDITIONS).map(
    ([tab, condition]) => sql`${sql.lit(tab)}, count(*) filter (where ${condition})`,
  );
  const { name, sealed, categories, from } = shownOf(query, isFew);
  const { rows } = await sql<Page>`
    with ${found}, ${rightsOf(query, isFew)}, ${HOLDS(query)}, ${base(query, isFew)},
    page as materialized (select b.* from base b where ${TAB_CONDITIONS[query.tab]} order by ${ORDER}
      offset ${query.offset} limit ${query.limit})
    select (select jsonb_build_object(${sql.join(counts)}) from base b) as counts,
      (select count(*)::int from hits) as found,
      (select json_agg(to_json(x) order by x.at) from (
        select row_number() over (order by ${ORDER}) as at, b.id, ${name} as name, b.village, ${categories} as categories,
          encode(${sealed}, 'base64') as sealed, ${STATE} as state, ${MISSING} as missing, b.hold_reason,
          ${columns.paidThrough(sql`b.county_id`, sql`b.id`)} as paid_through,
          ${columns.lastVisit(sql`b.county_id`, sql`b.id`)} as last_visit
        from ${from}) x) as rows ${isFew ? kept : sql``}`.execute(db);
  return rows[0];
}

const ORDER = sql`b.hold_reason is null, b.village nulls last, b.name_pinyin, b.id`;

/** Whether every person of the place is asked for, whatever his rights. */
const isWholeRoll = (query: PeopleQuery) =>
  query.tab === 'all' && !(query.q?.trim() || query.ids || query.category || query.state || query.missing);

const countsKept = whileUnwritten<Page['counts']>();

/** A page of the whole roll: its rights are looked up for the page alone; the tabs are counted once after a write. */
async function pageOfRoll(
  db: Db,
  keys: Keys,
  query: PeopleQuery,
  columns: PeopleColumns,
): Promise<PeopleListing> {
  const { countyId, divisionIds, asOf, village } = query;
  const counts = await countsKept(db, JSON.stringify([countyId, divisionIds, asOf, village]), async () => {
    const counted = await pageOf(db, keys, { ...query, offset: 0, limit: 0 }, columns, false);
    return counted?.counts ?? NOBODY.counts;
  });
  const found = await hits(db, keys, query, false);
  const { rows } = await sql<{ id: string }>`with ${found}, ${HOLDS(query)}
    select b.id from (select h.*, o.reason as hold_reason from hits h left join holds o on o.person_id = h.id) b
    order by ${ORDER} offset ${query.offset} limit ${query.limit}`.execute(db);
  const ids = rows.map(({ id }) => id);
  const page =
    ids.length > 0 ? await pageOf(db, keys, { ...query, ids, offset: 0 }, columns, true) : undefined;
  return { counts, rows: (page?.rows ?? []).map((row) => shown(row, keys)) };
}

/**
 * One page of people, those with something open first, then by village and name, and how many each tab holds: the
 * township is gone over once for both, and what only the page shows is looked up for the page alone. Whoever is asked
 * for by words or by name is first taken for few.
 */
export async function listPeople(
  db: Db,
  keys: Keys,
  query: PeopleQuery,
  columns: PeopleColumns,
): Promise<PeopleListing> {
  if (query.ids?.length === 0) return NOBODY;
  if (isWholeRoll(query)) return pageOfRoll(db, keys, query, columns);
  const isNarrow = Boolean(query.q?.trim() || query.ids);
  const few = isNarrow ? await pageOf(db, keys, query, columns, true) : undefined;
  const isAll = few !== undefined && few.found <= MOST_FEW;
  const page = isAll ? few : await pageOf(db, keys, query, columns, false);
  return { counts: page?.counts ?? NOBODY.counts, rows: (page?.rows ?? []).map((row) => shown(row, keys)) };
}
