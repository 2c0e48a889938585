import { CATEGORIES } from '@shuangyong/policy';
import { type Month, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { type FreeAccrual, raiseClaims } from './claim.ts';
import { postingMonth } from './period.ts';
import { findRun, postRun, type RunAnswer, type RunPlace } from './post.ts';
import { namedStart, STARTS_NOW } from './start.ts';
import { keptTrace } from './trace.ts';

/** Money paid too much before the ledger began, as it is known on the first day. */
export interface OpeningDebt {
  readonly commandKey: string;
  readonly personId: string;
  /** 对象类别 of the right it was paid for. */
  readonly kind: string;
  /** The last month it was paid for. */
  readonly month: Month;
  readonly fen: number;
  readonly fund: string;
  readonly reason: string;
  readonly paperId: string;
}

const NO_LAW = '00'.repeat(32);

async function requireOwn(db: Db, place: RunPlace, { personId, paperId }: OpeningDebt): Promise<void> {
  const person = await db
    .selectFrom('person')
    .select('division_id')
    .where('county_id', '=', place.countyId)
    .where('id', '=', personId)
    .executeTakeFirst();
  const paper = await findPaper(db, place.countyId, paperId);
  if (person?.division_id !== place.divisionId || paper?.divisionId !== place.divisionId)
    throw new NotFound();
}

/** The ledger keeps the month: by the start of the right, or by the month named for rights that have none yet. */
async function refuseInLedger(db: Db, place: RunPlace, { personId, kind, month }: OpeningDebt) {
  const { countyId } = place;
  const { rows } = await sql<{ month: Month }>`select month from ${STARTS_NOW} s where county_id = ${countyId}
    and person_id = ${personId} and kind = ${kind}`.execute(db);
  const start = rows[0]?.month ?? (await namedStart(db, place));
  if (start !== undefined && month >= start)
    refuse('in_ledger', `${monthText(month)} 已由本系统记账，多发的会自动列入追回，不用另写。`);
}

async function chainOf(db: Db, { countyId }: RunPlace, { personId, kind, fund, month }: OpeningDebt) {
  const { rows } = await sql<{ seq: number; fen: number }>`select coalesce(max(seq), 0) as seq,
      coalesce(sum(fen), 0)::bigint as fen from accrual
    where county_id = ${countyId} and person_id = ${personId} and kind = ${kind} and ref = '' and component = 'base'
      and fund = ${fund} and month = ${month}`.execute(db);
  return rows[0] ?? { seq: 0, fen: 0 };
}

async function claimOf(db: Db, ctx: Ctx, place: RunPlace, runId: string): Promise<void> {
  const { rows } =
    await sql<FreeAccrual>`select id, division_id as "divisionId", person_id as "personId", kind, ref,
      component, month, fen, derived, cause from accrual where county_id = ${place.countyId} and run_id = ${runId}`.execute(
      db,
    );
  await raiseClaims(db, ctx, place, rows);
}

/** Refuses `amount_invalid`, `reason_missing`, `kind_unknown`. */
function refuseWrong({ kind, fen, reason }: OpeningDebt): void {
  if (!Number.isSafeInteger(fen) || fen <= 0) refuse('amount_invalid', '金额要大于零，请核对。');
  if (reason.trim() === '') refuse('reason_missing', '请写明理由。');
  if (CATEGORIES[kind]?.benefit == null)
    refuse('kind_unknown', `「${kind}」不是定期发放的待遇，请写名册上的对象类别，如 参战退役人员。`);
}

/**
 * Enters a debt of somebody from before the ledger began, with its paper, and makes it a claim at once. Refuses
 * `amount_invalid`, `reason_missing`, `kind_unknown`, a person or paper of another township as not found, `in_ledger` for a
 * month the ledger itself keeps, `date_order` for a month ahead.
 */
export async function enterOpeningDebt(
  db: Db,
  ctx: Ctx,
  place: RunPlace,
  debt: OpeningDebt,
): Promise<RunAnswer> {
  const known = await findRun(db, place, debt.commandKey);
  if (known !== undefined) return known;
  const { commandKey, personId, kind, month, fen, fund, reason } = debt;
  refuseWrong(debt);
  await requireOwn(db, place, debt);
  await sql`insert into ledger_head (county_id, person_id, division_id, facts_seq)
    values (${place.countyId}, ${personId}, ${place.divisionId}, -1) on conflict do nothing`.execute(db);
  await sql`select 1 from ledger_head where county_id = ${place.countyId} and person_id = ${personId}
    for update`.execute(db);
  await refuseInLedger(db, place, debt);
  if (month > monthOfDay(ctx.today)) refuse('date_order', '多发的月份还没到，请核对。');
  const chain = await chainOf(db, place, debt);
  const step = { op: 'line', what: 'opening', value: { num: -fen, den: 1 }, fund, reason: reason.trim() };
  const line = {
    ...{ divisionId: place.divisionId, personId, kind, ref: '', component: 'base', fund, month },
    ...{
      seq: chain.seq + 1,
      fen: -fen,
      dueAfterFen: chain.fen - fen,
      cause: 'opening' as const,
      derived: false,
    },
    trace: keptTrace({ regime: 'opening', source: '', article: '', steps: [step] }),
    ...{ factsSeq: 0, postedMonth: await postingMonth(db, place, ctx.today) },
  } as const;
  const run = {
    commandKey,
    cause: 'opening',
    through: month,
    lawHash: NO_LAW,
    people: 1,
    unknown: [],
  } as const;
  const answer = await postRun(db, ctx, place, run, [line]);
  await claimOf(db, ctx, place, answer.runId);
  return answer;
}
