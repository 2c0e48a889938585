import type { Day, Month } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { mergedPerson } from '../registry/index.ts';
import { livePayments } from './live-book.ts';
import type { BookPlace } from './paid-book.ts';
import type { Payment } from './payment.ts';

interface PaymentRow extends Omit<Payment, 'fen'> {
  readonly personId: string;
  readonly fen: number | string;
}

/** Payments of some people in full, imported and by batches, as findings tell them; by the person's own registration. */
export async function paymentsOf(
  db: Db,
  place: BookPlace,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Payment[]>> {
  if (personIds.length === 0) return new Map();
  const { rows } =
    await sql<PaymentRow>`select l.person_id as "personId", 'paidLine' as kind, l.id, l.item, l.from_month as from,
      l.to_month as to, l.amount_fen as fen, l.paid_on as "paidOn", l.voucher_no as voucher, l.source_sheet as sheet,
      l.source_row as row
    from paid_line l where l.county_id = ${place.countyId} and l.division_id = any(${place.divisionIds})
      and l.voided_at is null and l.person_id = any(${personIds})
    union all
    select v.person_id, v.kind, v.id, v.item, v.month, v.month, v.fen::bigint, v.day, v.number, null, null
    from (${sql.raw(livePayments(place))}) v where v.person_id = any(${personIds})
    order by 5, 8, 11, 3`.execute(db);
  const found = new Map<string, Payment[]>();
  for (const { personId, ...row } of rows) {
    const payment = { ...row, fen: Number(row.fen) };
    const list = found.get(personId);
    if (list) list.push(payment);
    else found.set(personId, [payment]);
  }
  return found;
}

/** Registrations merged into others: who each stands for. */
export async function mergedInto(db: Db, countyId: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; into: string }>`select person_id as id, merged_into as into
    from person_alias where county_id = ${countyId} and undone_at is null`.execute(db);
  return new Map(rows.map(({ id, into }) => [id, into]));
}

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly identitySealed: Buffer | null;
}

/** Names of people who are paid though the roll does not have them. */
export async function namesOf(
  db: Db,
  countyId: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Named>`select id, name, identity_sealed as "identitySealed" from person
    where county_id = ${countyId} and id = any(${ids})`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** SQL: the right `s` was in force in some month from…to, its person not dead before. */
function inForceWithin(from: Month, to: Month, died: RawBuilder<unknown>): RawBuilder<boolean> {
  const first = sql`make_date(${Math.floor(from / 12)}::int, ${(from % 12) + 1}::int, 1)`;
  return sql`(s.voided_at is null and s.from_month <= ${to} and (s.stop_month is null or s.stop_month > ${from})
    and (${died} is null or ${died} >= ${first}))`;
}

export interface SharedAccount extends Named {
  readonly account: string;
  readonly sheet: string | null;
  readonly row: number | null;
}

export interface SharedAccounts {
  readonly accounts: number;
  readonly people: readonly SharedAccount[];
}

/** Everybody whose account another person of the roll has too, in months from…to; and how many accounts there are. */
export async function sharedAccounts(
  db: Db,
  place: BookPlace,
  from: Month,
  to: Month,
): Promise<SharedAccounts> {
  const own = sql`select distinct on (s.account_hash, p.id) s.account_hash, p.id, p.name, p.identity_sealed,
      s.source_sheet, s.source_row
    from spell s join person p on p.county_id = s.county_id
      and p.id = ${mergedPerson(sql`s.county_id`, sql`s.person_id`)}
    where s.county_id = ${place.countyId} and s.division_id = any(${place.divisionIds}) and s.account_hash is not null
      and ${inForceWithin(from, to, sql`p.died_on`)}
    order by s.account_hash, p.id, s.from_month desc`;
  const { rows } = await sql<SharedAccount & { accounts: number }>`with own as (${own})
    select o.id, o.name, o.identity_sealed as "identitySealed", encode(o.account_hash, 'hex') as account,
      o.source_sheet as sheet, o.source_row as row
    from own o where exists (select 1 from own x where x.account_hash = o.account_hash and x.id <> o.id)
    order by o.account_hash, o.source_row nulls last, o.id`.execute(db);
  const counted = await sql<{
    n: number;
  }>`select count(distinct account_hash)::int as n from (${own}) own`.execute(db);
  return { accounts: counted.rows[0]?.n ?? 0, people: rows };
}

export interface Gift {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly identitySealed: Buffer | null;
  readonly day: Day;
  readonly fen: number;
  readonly isSigned: boolean;
  /** On the roll, of a household on the roll or of a serviceman's family; or told by a name that several bear. */
  readonly isKnown: boolean;
  readonly sheet: string | null;
  readonly row: number | null;
}

export interface Gifts {
  readonly count: number;
  /** Those without a signature, or to somebody the office has nothing to do with. */
  readonly doubtful: readonly Gift[];
}

/** Gifts of money and goods on visits in months from…to. */
export async function giftsIn(db: Db, place: BookPlace, from: Month, to: Month): Promise<Gifts> {
  const { countyId, divisionIds } = place;
  const days = sql`v.visited_on between make_date(${Math.floor(from / 12)}::int, ${(from % 12) + 1}::int, 1)
    and (make_date(${Math.floor(to / 12)}::int, ${(to % 12) + 1}::int, 1) + interval '1 month - 1 day')::date`;
  const gifts = sql`select v.id, coalesce(a.merged_into, v.person_id) as "personId", v.name,
      coalesce(p.identity_sealed, v.identity_sealed) as "identitySealed", v.visited_on as day,
      coalesce(v.gift_fen, 0) + coalesce(v.goods_fen, 0) as fen, v.signed is true as "isSigned",
      ${isKnown(place, from, to)} as "isKnown", v.source_sheet as sheet, v.source_row as row
    from visit v left join person p on p.county_id = v.county_id and p.id = v.person_id
    left join person_alias a on a.county_id = v.county_id and a.person_id = v.person_id and a.undone_at is null
    where v.county_id = ${countyId} and v.division_id = any(${divisionIds}) and v.voided_at is null and ${days}
      and coalesce(v.gift_fen, 0) + coalesce(v.goods_fen, 0) > 0`;
  const { rows } = await sql<{
    count: number;
    doubtful: readonly GiftRow[] | null;
  }>`select count(*)::int as count,
      jsonb_agg(to_jsonb(g) || jsonb_build_object('identitySealed', encode(g."identitySealed", 'base64'))
        order by g.day, g.row nulls last, g.id) filter (where not g."isSigned" or not g."isKnown") as doubtful
    from (${gifts}) g`.execute(db);
  const [found] = rows;
  return { count: found?.count ?? 0, doubtful: (found?.doubtful ?? []).map(giftOf) };
}

interface GiftRow extends Omit<Gift, 'identitySealed'> {
  readonly identitySealed: string | null;
}

function giftOf({ identitySealed, ...row }: GiftRow): Gift {
  return { ...row, identitySealed: identitySealed === null ? null : Buffer.from(identitySealed, 'base64') };
}

/**
 * SQL: the visit `v`, its person merged by `a`, went to somebody the office has to do with. Whoever a shared name means cannot be told. No
 * subquery speaks of the visit, so that each is read once and looked up in.
 */
function isKnown({ countyId, divisionIds }: BookPlace, from: Month, to: Month): RawBuilder<boolean> {
  const onRoll = sql`from spell s left join person q on q.county_id = s.county_id and q.id = s.person_id
    where s.county_id = ${countyId} and ${inForceWithin(from, to, sql`q.died_on`)}`;
  const families = sql`from conscript_allowance c where c.county_id = ${countyId}
    and c.division_id = any(${divisionIds}) and c.voided_at is null`;
  return sql`(v.person_link = 'ambiguous'
    or coalesce(coalesce(a.merged_into, v.person_id) in (select ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} ${onRoll}
      and s.person_id is not null), false)
    or coalesce(v.householder <> v.name and (v.division_id, v.householder) in (select s.division_id, s.name ${onRoll}), false)
    or coalesce(v.identity_hash in (select c.payee_identity_hash ${families} and c.payee_identity_hash is not null
      union all select c.soldier_identity_hash ${families} and c.soldier_identity_hash is not null), false)
    or v.identity_hash is null and v.name in (select c.payee_name ${families} union all select c.soldier_name ${families}))`;
}
