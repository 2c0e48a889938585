import { maskIdentity } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { stateOf } from './standing.ts';

export interface Twin {
  readonly id: string;
  readonly name: string;
  readonly identity: string | null;
  readonly sex: string | null;
  readonly bornOn: string | null;
  readonly village: string | null;
  readonly categories: readonly string[];
  /** Tail of the account, masked. */
  readonly account: string | null;
  readonly payments: number;
  readonly paidFen: number;
}

export interface TwinPair {
  readonly left: Twin;
  readonly right: Twin;
  readonly why: string;
  /** Payments that cover the same months of the same item under both numbers. */
  readonly doublePayments: number;
  readonly doubleFen: number;
}

interface PairRow {
  readonly left_id: string;
  readonly right_id: string;
  readonly same_birth: boolean | null;
  readonly double_count: number;
  readonly double_fen: number;
}

interface TwinRow extends Omit<Twin, 'identity' | 'categories' | 'account'> {
  readonly identity: Buffer | null;
  readonly account: Buffer | null;
  readonly categories: readonly string[] | null;
}

/**
 * SQL table: what a registration was paid, by item and months: imported payments, and lines of batches whose money is
 * with the payee, each month of theirs for itself and before what was set off.
 */
const paymentsTo = (countyId: RawBuilder<unknown>, personId: RawBuilder<unknown>) => sql`(
  select h.id, h.item, h.from_month, h.to_month, h.amount_fen as fen from paid_line h
  where h.county_id = ${countyId} and h.person_id = ${personId} and h.voided_at is null
  union all select l.id, b.kind, a.month, a.month, sum(i.fen)
  from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id
  join line_item i on i.county_id = l.county_id and i.line_id = l.id
  join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
  where l.county_id = ${countyId} and l.person_id = ${personId}
    and (select e.state from line_event e where e.county_id = l.county_id and e.line_id = l.id
      order by e.seq desc limit 1) = 'paid'
  group by l.id, b.kind, a.month)`;

const tail = (number: string) => `尾号 ${number.slice(-4)}`;

/** How two registrations look beside each other, numbers masked. */
export async function twinsOf(
  db: Db,
  keys: Keys,
  countyId: number,
  ids: readonly string[],
): Promise<Map<string, Twin>> {
  const { rows } = await sql<TwinRow>`
    select p.id, p.name, p.identity_sealed as identity, p.sex, p.born_on as "bornOn", v.name as village,
      (select array_agg(distinct s.category) from spell s where s.county_id = p.county_id and s.person_id = p.id
        and s.voided_at is null) as categories,
      (select s.account_sealed from spell s where s.county_id = p.county_id and s.person_id = p.id
        and s.voided_at is null and s.account_sealed is not null order by s.from_month desc limit 1) as account,
      paid.n::int as payments, paid.fen::bigint as "paidFen"
    from person p left join village v on v.county_id = p.county_id and v.id = p.village_id
    cross join lateral (select count(distinct y.id) as n, coalesce(sum(y.fen), 0) as fen
      from ${paymentsTo(sql`p.county_id`, sql`p.id`)} y) paid
    where p.county_id = ${countyId} and p.id = any(${ids})`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        identity: row.identity ? maskIdentity(keys.open(row.identity)) : null,
        account: row.account ? tail(keys.open(row.account)) : null,
        categories: row.categories ?? [],
        paidFen: Number(row.paidFen),
      },
    ]),
  );
}

export interface DuplicateScope {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/**
 * SQL: pairs of one name with one birthday or one account. Both are looked up from their own side: namesakes are many
 * in a county, and most of them share nothing else.
 */
function suspected({ countyId, divisionIds }: DuplicateScope): RawBuilder<unknown> {
  return sql`(select l.id as left_id, r.id as right_id, l.name, l.born_on = r.born_on as same_birth
    from (select l.id as left_id, r.id as right_id from person l
        join person r on r.county_id = l.county_id and r.division_id = l.division_id and r.name = l.name
          and r.born_on = l.born_on and r.id > l.id
        where l.county_id = ${countyId} and l.division_id = any(${divisionIds})
      union select s.person_id, t.person_id from spell s
        join spell t on t.county_id = s.county_id and t.account_hash = s.account_hash and t.person_id > s.person_id
          and t.voided_at is null
        where s.county_id = ${countyId} and s.division_id = any(${divisionIds}) and s.voided_at is null) either
    join person l on l.county_id = ${countyId} and l.id = either.left_id and l.division_id = any(${divisionIds})
    join person r on r.county_id = l.county_id and r.id = either.right_id and r.division_id = l.division_id
      and r.name = l.name
    where not exists (select 1 from person_alias a where a.county_id = l.county_id and a.person_id in (l.id, r.id)
        and a.undone_at is null)
      and not exists (select 1 from duplicate_verdict v where v.county_id = l.county_id and v.left_id = l.id
        and v.right_id = r.id)) pair`;
}

/**
 * Pairs that may be one person under two numbers: the same name with the same birthday, or with the same bank
 * account. Pairs already judged are left out. Nobody is merged by likeness: a person decides.
 */
export async function suspectedPairs(
  db: Db,
  keys: Keys,
  scope: DuplicateScope,
  limit = 200,
): Promise<TwinPair[]> {
  const { rows } = await sql<PairRow>`select pair.*, coalesce(d.n, 0)::int as double_count,
      coalesce(d.fen, 0)::bigint as double_fen
    from (select pair.* from ${suspected(scope)} order by pair.name, pair.left_id limit ${limit}) pair
    left join lateral (${doublePayments(scope.countyId, sql`pair.left_id`, sql`pair.right_id`)}) d on true
    order by pair.name, pair.left_id`.execute(db);
  const ids = rows.flatMap((row) => [row.left_id, row.right_id]);
  const cards = await twinsOf(db, keys, scope.countyId, ids);
  return rows.flatMap((row) => {
    const left = cards.get(row.left_id);
    const right = cards.get(row.right_id);
    if (!left || !right) return [];
    const why = row.same_birth ? '姓名和出生日期相同' : '姓名和银行账号相同';
    return [{ left, right, why, doublePayments: row.double_count, doubleFen: Number(row.double_fen) }];
  });
}

/** SQL: how often, and with how much, the same months of one item were paid under both numbers. */
function doublePayments(countyId: number, left: RawBuilder<unknown>, right: RawBuilder<unknown>) {
  const months = (
    personId: RawBuilder<unknown>,
  ) => sql`(select y.item, y.from_month, y.to_month, sum(y.fen) as fen
    from ${paymentsTo(sql`${countyId}::int`, personId)} y group by 1, 2, 3 having sum(y.fen) > 0)`;
  return sql`select count(*) as n, sum(least(x.fen, y.fen)) as fen
    from ${months(left)} x join ${months(right)} y using (item, from_month, to_month)`;
}

const COUNTED_FOR_MS = 15_000;
const counted = new Map<
  string,
  { readonly at: number; readonly state: string | undefined; readonly count: number }
>();

/** A verdict, a merge or a new registration: the next count is made anew. */
export function forgetSuspectedCount(): void {
  counted.clear();
}

/**
 * How many pairs nobody has judged. It goes over the whole township and stands on a tab: counted anew at most once in
 * a quarter of a minute, only after something was written, and by one of those who ask at once.
 */
export async function suspectedCount(db: Db, scope: DuplicateScope): Promise<number> {
  const key = scope.divisionIds.join();
  const known = counted.get(key);
  if (known && Date.now() - known.at < COUNTED_FOR_MS) return known.count;
  const state = await stateOf(db);
  if (known) counted.set(key, { ...known, at: Date.now() });
  if (state !== undefined && known?.state === state) return known.count;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${suspected(scope)}`.execute(db);
  const count = rows[0]?.n ?? 0;
  counted.set(key, { at: Date.now(), state, count });
  return count;
}
