import { type Day, firstDay, lastDay, type Month, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { lineState } from './line-state.ts';
import { monthHash } from './proof.ts';

export interface PeriodPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

/**
 * The month into which a day's postings go: its own, or the first one after it that is not closed. It stays open until
 * the command ends.
 */
export async function postingMonth(db: Db, place: PeriodPlace, on: Day): Promise<Month> {
  const closed = new Set<number>(await closedMonths(db, place, monthOfDay(on)));
  let month = monthOfDay(on);
  while (closed.has(month)) month = (month + 1) as Month;
  return month;
}

/** Months of a place that are closed, from one on; none is added to them until the command ends. */
export async function closedMonths(
  db: Db,
  place: PeriodPlace,
  from: Month = 0 as Month,
): Promise<readonly Month[]> {
  await sharePeriods(db, place);
  const rows = await db
    .selectFrom('period_close')
    .select('month')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('month', '>=', from)
    .orderBy('month')
    .execute();
  return rows.map(({ month }) => month as Month);
}

/** Refuses `month_closed` for a month whose books are closed; else it stays open until the command ends. */
export async function requireOpenMonth(db: Db, place: PeriodPlace, month: Month): Promise<void> {
  const closed = await closedMonths(db, place, month);
  if (closed.length > 0) refuse('month_closed', `${monthText(month)} 已经结账，请在没有结账的月份生成批次。`);
}

/** The day under which something is written in the books: its own, or the first of the next open month. */
export async function bookDay(db: Db, place: PeriodPlace, on: Day): Promise<Day> {
  const month = await postingMonth(db, place, on);
  return month === monthOfDay(on) ? on : firstDay(month);
}

/** What an account took and gave in a month. */
export interface AccountSum {
  readonly account: string;
  readonly debitFen: number;
  readonly creditFen: number;
}

export interface Balance {
  readonly month: string;
  readonly balance: readonly AccountSum[];
}

/** Debits and credits of each account over the days of a month: both columns have one sum. */
export async function trialBalance(
  db: Db,
  { countyId, divisionId }: PeriodPlace,
  month: Month,
): Promise<Balance> {
  const { rows } = await sql<AccountSum>`
    with moves as materialized (select debit, credit, fen from ledger where county_id = ${countyId}
      and division_id = ${divisionId} and on_day between ${firstDay(month)} and ${lastDay(month)})
    select account, sum(d)::bigint as "debitFen", sum(c)::bigint as "creditFen" from (
      select debit as account, fen as d, 0 as c from moves union all select credit, 0, fen from moves) x
    group by account order by account`.execute(db);
  return { month: monthText(month), balance: rows };
}

export interface ClosedMonth extends Balance {
  readonly on: string;
  readonly by: string;
  readonly hash: string;
}

export interface Periods {
  /** The newest first. */
  readonly closed: readonly ClosedMonth[];
  /** The first month that can be closed. */
  readonly next: Month;
}

/** Months closed so far, and the one that is next: after the last closed, else the first with a posting. */
export async function listPeriods(db: Db, ctx: Ctx, place: PeriodPlace): Promise<Periods> {
  const rows = await db
    .selectFrom('period_close')
    .select(['month', 'balance', 'set_hash', 'actor_name', 'office_day'])
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .orderBy('month', 'desc')
    .execute();
  const closed = rows.map(({ month, balance, set_hash, actor_name, office_day }) => ({
    ...{ month: monthText(month as Month), balance: balance as unknown as readonly AccountSum[] },
    ...{ hash: Buffer.from(set_hash).toString('hex'), by: actor_name, on: office_day },
  }));
  const last = rows[0]?.month;
  const next = last === undefined ? await firstPosted(db, ctx, place) : ((last + 1) as Month);
  return { closed, next };
}

async function firstPosted(db: Db, ctx: Ctx, { countyId, divisionId }: PeriodPlace): Promise<Month> {
  const { rows } = await sql<{ month: Month | null }>`select min(posted_month) as month from accrual
    where county_id = ${countyId} and division_id = ${divisionId}`.execute(db);
  return rows[0]?.month ?? monthOfDay(ctx.today);
}

/** Something that has to be done before a month can be closed. */
export interface Blocker {
  readonly code: 'month_ahead' | 'in_transit' | 'batch_open';
  readonly words: string;
}

async function openEnds(
  db: Db,
  { countyId, divisionId }: PeriodPlace,
  month: Month,
): Promise<readonly Blocker[]> {
  const { rows } = await sql<{ number: string }>`select distinct b.number from batch b
    join pay_line l on l.county_id = b.county_id and l.batch_id = b.id
    where b.county_id = ${countyId} and (b.division_id = ${divisionId} or l.division_id = ${divisionId})
      and b.pay_month <= ${month} and ${lineState(sql`l.county_id`, sql`l.id`)} = 'in_file'
    order by 1`.execute(db);
  const { rows: open } = await sql<{ number: string }>`select b.number from batch b
    where b.county_id = ${countyId} and b.division_id = ${divisionId} and b.pay_month <= ${month}
      and (select e.state from batch_event e where e.county_id = b.county_id and e.batch_id = b.id
        order by e.seq desc limit 1) not in ('closed', 'cancelled')
    order by 1`.execute(db);
  const names = (of: readonly { readonly number: string }[]) => of.map(({ number }) => number).join('、');
  const blockers: Blocker[] = [];
  if (rows.length > 0)
    blockers.push({
      code: 'in_transit',
      words: `批次 ${names(rows)} 还有款在途，银行回执导入后再结账。`,
    });
  if (open.length > 0)
    blockers.push({ code: 'batch_open', words: `批次 ${names(open)} 还没有办结，办结或作废后再结账。` });
  return blockers;
}

/** Everything that keeps a month from being closed, in the order in which closing refuses it. */
export async function blockersOf(
  db: Db,
  ctx: Ctx,
  place: PeriodPlace,
  month: Month,
): Promise<readonly Blocker[]> {
  const ahead: readonly Blocker[] =
    month > monthOfDay(ctx.today) ? [{ code: 'month_ahead', words: '还没到的月份不能结账。' }] : [];
  return [...ahead, ...(await openEnds(db, place, month))];
}

function refuseUnproved(balance: readonly AccountSum[]): void {
  const sum = (of: 'debitFen' | 'creditFen') => balance.reduce((total, one) => total + one[of], 0);
  if (sum('debitFen') !== sum('creditFen'))
    refuse('unbalanced', '试算不平衡，请先运行校验，把结果交县里核查。');
}

/**
 * Closes a month of a place: its trial balance and the hash of what was posted into it are kept, and from then on
 * postings go into the next open month. Months are closed in order and not before their last day is near. Refuses
 * `month_closed`, `month_order`, `month_ahead`, `in_transit`, `batch_open`.
 */
export async function closeMonth(db: Db, ctx: Ctx, place: PeriodPlace, month: Month): Promise<Balance> {
  await lockPeriods(db, place);
  const { closed, next } = await listPeriods(db, ctx, place);
  if (closed.some((one) => one.month === monthText(month)))
    refuse('month_closed', `${monthText(month)} 已经结账了。`);
  if (month !== next) refuse('month_order', `要按月结账，接下来该结 ${monthText(next)}。`);
  const [blocker] = await blockersOf(db, ctx, place, month);
  if (blocker) refuse(blocker.code, blocker.words);
  const told = await trialBalance(db, place, month);
  refuseUnproved(told.balance);
  const { countyId, divisionId } = place;
  await sql`insert into period_close (county_id, division_id, month, balance, set_hash, actor_id, actor_name, at,
      office_day)
    values (${countyId}, ${divisionId}, ${month}, ${JSON.stringify(told.balance)}::jsonb,
      ${monthHash(sql`${countyId}`, sql`array[${divisionId}::uuid]`, sql`${month}`)}, ${ctx.actor.id},
      ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}, ${ctx.today})`.execute(db);
  const detail = { month: monthText(month), balance: told.balance };
  await recordEvent(db, ctx, { countyId, divisionId, action: 'ledger.close', detail });
  return told;
}

/**
 * Posting and closing take turns: a run that found the month open has committed before it is closed. Runs share the
 * lock, a closing takes it alone.
 */
async function lockPeriods(db: Db, { divisionId }: PeriodPlace): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`period ${divisionId}`}, 0))`.execute(db);
}

/** Holds the months of a place open until the command ends. */
export async function sharePeriods(db: Db, { divisionId }: PeriodPlace): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`period ${divisionId}`}, 0))`.execute(db);
}
