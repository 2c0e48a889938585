import { type Month, monthOf, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { BATCH_FROM, BATCH_HEAD, type BatchHead, type BatchPlace } from './batch-find.ts';
import { approvalAt, handsOf, isOnePerson, mayAny } from './batch-rules.ts';
import { PENSIONS } from './claim.ts';
import { listReturns } from './line-returns.ts';
import { NOT_PENSION_ITEMS } from './words.ts';

interface Tally {
  readonly people: number;
  readonly held: number;
  readonly heldFen: number;
  readonly inTransit: number;
  readonly paid: number;
  readonly returned: number;
}

type ListedHead = BatchHead & Tally;

async function batchesOf(db: Db, place: BatchPlace, year: number): Promise<readonly ListedHead[]> {
  const ids = [...new Set([place.divisionId, ...place.divisionIds])];
  const { rows } = await sql<ListedHead>`select ${BATCH_HEAD}, t.* from ${BATCH_FROM}
    join lateral (select count(distinct l.person_id)::int as people,
        (count(*) filter (where s.state = 'held'))::int as held,
        coalesce(sum(l.fen) filter (where s.state = 'held'), 0)::bigint as "heldFen",
        (count(*) filter (where s.state = 'in_file'))::int as "inTransit",
        (count(*) filter (where s.state = 'paid'))::int as paid,
        (count(*) filter (where s.state in ('returned', 'taken_back')))::int as returned
      from pay_line l left join lateral (select x.state from line_event x where x.county_id = l.county_id
        and x.line_id = l.id order by x.seq desc limit 1) s on true
      where l.county_id = b.county_id and l.batch_id = b.id) t on true
    where b.county_id = ${place.countyId} and b.division_id = any(${ids}::uuid[])
      and b.pay_month between ${monthOf(year, 1)} and ${monthOf(year, 12)}
    order by b.pay_month desc, b.number desc`.execute(db);
  return rows;
}

/** Closed months of a year, to be shown: nothing is kept from closing meanwhile. */
async function closedOfYear(db: Db, place: BatchPlace, year: number): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{
    month: number;
  }>`select month from period_close where county_id = ${place.countyId}
    and division_id = ${place.divisionId} and month between ${monthOf(year, 1)} and ${monthOf(year, 12)}`.execute(
    db,
  );
  return new Set(rows.map(({ month }) => month));
}

/** What the caller is asked to do with a batch; null when it is somebody else's turn. */
async function waitsForMe(db: Db, ctx: Ctx, place: BatchPlace, batch: ListedHead): Promise<string | null> {
  if (batch.state === 'closed' || batch.state === 'cancelled') return null;
  const { makers, reviewers } = await handsOf(db, place.countyId, batch);
  const own = await isOnePerson(db, ctx, place, batch);
  const isMaker = !own && makers.has(ctx.actor.id);
  const bank = mayAny(ctx, batch, own ? ['pay.bank', 'pay.make'] : ['pay.bank']) && !isMaker;
  const atBank = batch.inTransit > 0 ? '导入回执' : '办结';
  switch (batch.state) {
    case 'opened':
    case 'sent_back':
      return mayAny(ctx, batch, ['pay.make']) ? '提交' : null;
    case 'submitted':
      return mayAny(ctx, batch, ['pay.review']) && !makers.has(ctx.actor.id) ? '复核' : null;
    case 'reviewed':
      if (makers.has(ctx.actor.id) || reviewers.has(ctx.actor.id)) return null;
      return mayAny(ctx, await approvalAt(db, ctx, place, batch), ['pay.approve']) ? '批准' : null;
    case 'approved':
      return bank ? '导出' : null;
    case 'exported':
      return bank ? atBank : null;
    default:
      return null;
  }
}

/** Whether another batch of the kind went before it in its month. */
const isMore = (own: BatchHead, all: readonly BatchHead[]): boolean =>
  all.some(
    ({ kind, payMonth, divisionId, number, state }) =>
      state !== 'cancelled' &&
      kind === own.kind &&
      payMonth === own.payMonth &&
      divisionId === own.divisionId &&
      number < own.number,
  );

/** What came back, by the batch it went out with, the latest first. */
function byBatch(returns: Awaited<ReturnType<typeof listReturns>>) {
  const found = new Map<
    string,
    { id: string; number: string; lines: number; fen: number; noAccount: number }
  >();
  for (const { batchId: id, number, fen, hasNewAccount } of returns) {
    const { lines = 0, fen: sum = 0, noAccount = 0 } = found.get(id) ?? {};
    const more = { lines: lines + 1, fen: sum + fen, noAccount: noAccount + (hasNewAccount ? 0 : 1) };
    found.set(id, { id, number, ...more });
  }
  return [...found.values()];
}

/** The page of payments of a year: its batches, open months, what comes next and what waits for the caller. */
export async function payHome(db: Db, ctx: Ctx, place: BatchPlace, year: number) {
  const rows = await batchesOf(db, place, year);
  const closed = await closedOfYear(db, place, year);
  const thisMonth = monthOfDay(ctx.today);
  const isUnderWay = rows.some(
    ({ kind, payMonth, state }) => kind === PENSIONS && payMonth === thisMonth && state !== 'cancelled',
  );
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  const batches = [];
  for (const row of rows) {
    const { id, number, kind, state, round, people, lines, totalFen, payMonth } = row;
    const { held, heldFen, inTransit, paid, returned } = row;
    const own = {
      id,
      number,
      kind,
      isMore: isMore(row, rows),
      month: monthText(payMonth),
      state,
      round,
      people,
      lines,
      totalFen,
    };
    const standing = { held, heldFen, inTransit, paid, returned };
    batches.push({ ...own, ...standing, waitsForMe: await waitsForMe(db, ctx, place, row) });
  }
  const returns = await listReturns(db, ctx, place);
  const isNext = !isUnderWay && Math.floor(thisMonth / 12) === year;
  return {
    ...{ year, counts, batches },
    months: Array.from({ length: 12 }, (_, at) => {
      const month = monthOf(year, at + 1) as Month;
      return { month: monthText(month), state: closed.has(month) ? ('closed' as const) : ('open' as const) };
    }),
    next: isNext ? { kind: '抚恤补助' as const, month: monthText(thisMonth) } : null,
    returnsWaiting: {
      ...{ lines: returns.length, fen: returns.reduce((sum, { fen }) => sum + fen, 0) },
      batches: byBatch(returns),
    },
  };
}

/** Months without a payment after which a place that only kept old payment sheets is not asked for a batch any more. */
const STILL_PAYING = 3;

/** Whether pensions are paid from here: by batches at any time, or by imported sheets of the last months. */
export async function paysHere(db: Db, place: BatchPlace, month: Month): Promise<boolean> {
  const { countyId, divisionId, divisionIds } = place;
  const ids = [...new Set([divisionId, ...divisionIds])];
  const { rows } = await sql<{ pays: boolean }>`select exists (select from batch
      where county_id = ${countyId} and division_id = any(${ids}::uuid[]) and kind = ${PENSIONS})
    or coalesce((select max(to_month) from paid_line where county_id = ${countyId} and amount_fen > 0
      and division_id = any(${divisionIds}::uuid[]) and voided_at is null
      and item <> all(${NOT_PENSION_ITEMS as string[]})) >= ${month - STILL_PAYING}, false) as pays`.execute(
    db,
  );
  return rows[0]?.pays === true;
}
