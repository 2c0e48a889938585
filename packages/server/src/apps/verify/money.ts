import { type RawBuilder, sql } from 'kysely';
import { runHash, type Writing } from '../../modules/disbursement/index.ts';
import { BOOKS_ALTERED, type Check, found } from './check.ts';

/** SQL: a hash that is neither of today's writing nor of the first releases'; the second is asked only of what failed. */
export const isOther = (kept: RawBuilder<unknown>, hash: (writing: Writing) => RawBuilder<Buffer>) =>
  sql`case when ${kept} = ${hash('now')} then false else ${kept} <> ${hash('first')} end`;

/** Lines of a right's month: numbered 1 to n, each told with what was due after it. */
const brokenChains = found(sql`select county_id as "countyId", id as "recordId" from (
    select county_id, id, seq, due_after_fen, row_number() over w as place, sum(fen) over w as due
      from accrual
    window w as (partition by county_id, person_id, kind, ref, component, fund, month order by seq)) x
  where seq <> place or due_after_fen <> due`);

const alteredTraces = found(sql`select county_id as "countyId", encode(hash, 'hex') as "recordId" from trace
  where hash <> sha256(convert_to(body, 'UTF8'))
  union select a.county_id, encode(a.trace_hash, 'hex') from accrual a where not exists
    (select from trace t where t.county_id = a.county_id and t.hash = a.trace_hash)`);

const alteredRuns = found(sql`select r.county_id as "countyId", r.id as "recordId" from ledger_run r
    left join lateral (select count(*) as lines, coalesce(sum(a.fen), 0) as fen from accrual a
      where a.county_id = r.county_id and a.run_id = r.id) s on true
  where r.lines <> s.lines or r.total_fen <> s.fen
    or ${isOther(sql`r.set_hash`, (writing) => runHash(sql`r.county_id`, sql`r.id`, writing))}`);

// Of a right whose start was put right, the earliest one: what lay before the new one is taken back by the next run.
const beforeStart = found(sql`select a.county_id as "countyId", a.id as "recordId" from accrual a
    join (select county_id, person_id, kind, min(month) as month from right_start group by 1, 2, 3) s
      on s.county_id = a.county_id and s.person_id = a.person_id and s.kind = a.kind
  where a.ref = '' and a.month < s.month and a.cause <> 'opening'`);

const awardsApart = found(sql`select w.county_id as "countyId", w.id as "recordId" from award w
    left join award_revoke v on v.county_id = w.county_id and v.award_id = w.id
  where case when v.award_id is null then w.fen else 0 end <> (select coalesce(sum(a.fen), 0) from accrual a
    where a.county_id = w.county_id and a.kind = w.kind and a.ref = w.id::text)`);

/** One-off money posted for an award that is not there. */
const awardsGone = found(sql`select distinct a.county_id as "countyId", a.id as "recordId" from accrual a
  where a.ref <> '' and not exists (select from award w where w.county_id = a.county_id and w.id::text = a.ref)`);

/** Registrations that are or once were one person: what one of them was owed may have been paid to the other. */
const OWNER = sql`coalesce((select a.merged_into from person_alias a where a.county_id = x.county_id
  and a.person_id = x.person_id order by a.merged_at desc limit 1), x.person_id)`;

// A negative line may wait for the next batch, which turns it into a claim; only then must the books hold.
const waitingNegatives = sql`select a.county_id, a.person_id, -a.fen as fen from accrual a
  where a.fen < 0 and not exists (select from claim c where c.county_id = a.county_id and c.accrual_id = a.id)`;

/**
 * What is owed to a person may be nothing, never less: what he owes stands in claims. Summed by registration first, so
 * that only as many are asked whose they are as there are people.
 */
const payableBelowZero = found(sql`select x.county_id as "countyId", ${OWNER} as "recordId" from (
    select county_id, person_id, sum(fen) as fen from (
      select county_id, person_id, fen from ledger where credit = 'payable'
      union all select county_id, person_id, -fen from ledger where debit = 'payable'
      union all ${waitingNegatives}) y
    group by 1, 2) x
  group by 1, 2 having sum(x.fen) < 0`);

const wrongClaims = found(sql`select c.county_id as "countyId", c.id as "recordId" from claim c
    left join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
  where a.id is null or a.fen >= 0 or c.fen <> -a.fen or c.person_id <> a.person_id
     or c.fen < (select coalesce(sum(case r.kind when 'undone' then -r.fen else r.fen end), 0) from recovery r
       where r.county_id = c.county_id and r.claim_id = c.id)`);

const wrongUndoings = found(sql`select r.county_id as "countyId", r.id as "recordId" from recovery r
    left join recovery o on o.county_id = r.county_id and o.id = r.undoes
  where (r.kind = 'undone') <> (r.undoes is not null)
     or r.kind = 'undone' and (o.id is null or o.kind = 'undone' or o.fen <> r.fen or o.claim_id <> r.claim_id)`);

/** A set-off sits in a payment, and is undone when that died and only then. */
const setOffs = found(sql`select r.county_id as "countyId", r.id as "recordId" from recovery r
    left join line_item i on i.county_id = r.county_id and i.recovery_id = r.id
    left join lateral (select e.state from line_event e where e.county_id = i.county_id and e.line_id = i.line_id
      order by e.seq desc limit 1) s on true
  where r.kind = 'offset' and (i.line_id is null or coalesce(s.state in ('returned', 'taken_back', 'cancelled'), false)
    <> exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id))`);

/** The ledger of what is due, what is owed back, and whether both add up. */
export const LEDGER_CHECKS: readonly Check[] = [
  {
    code: 'accrual_chain',
    recordKind: 'accrual',
    message: `应发台账有一行的次序或余额不对。${BOOKS_ALTERED}`,
    query: brokenChains,
  },
  {
    code: 'trace_altered',
    recordKind: 'trace',
    message: `「为什么是这个数」有一份被改动过。${BOOKS_ALTERED}`,
    query: alteredTraces,
  },
  {
    code: 'run_altered',
    recordKind: 'run',
    message: `一次记账的行数、合计或内容与当时不一致。${BOOKS_ALTERED}`,
    query: alteredRuns,
  },
  {
    code: 'accrual_before_start',
    recordKind: 'accrual',
    message: `应发台账有一行早于该项待遇的记账首月。${BOOKS_ALTERED}`,
    query: beforeStart,
  },
  {
    code: 'award_unposted',
    recordKind: 'award',
    message: `一笔一次性款项与应发台账对不上。${BOOKS_ALTERED}`,
    query: awardsApart,
  },
  {
    code: 'award_unposted',
    recordKind: 'accrual',
    message: `一行一次性款项没有它的决定。${BOOKS_ALTERED}`,
    query: awardsGone,
  },
  {
    code: 'payable_negative',
    recordKind: 'person',
    message: `有一人付出去的多于应发的。${BOOKS_ALTERED}`,
    query: payableBelowZero,
  },
  {
    code: 'claim_wrong',
    recordKind: 'claim',
    message: `一笔追回与冲减或回收对不上。${BOOKS_ALTERED}`,
    query: wrongClaims,
  },
  {
    code: 'recovery_wrong',
    recordKind: 'recovery',
    message: `一笔撤回与原来那笔对不上。${BOOKS_ALTERED}`,
    query: wrongUndoings,
  },
  {
    code: 'recovery_wrong',
    recordKind: 'recovery',
    message: `一笔抵扣不在发放里，或与那笔发放的结果不符。${BOOKS_ALTERED}`,
    query: setOffs,
  },
];
