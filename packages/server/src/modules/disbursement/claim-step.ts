import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import {
  type ClaimPlace,
  type HeldClaim,
  holdClaims,
  noteClaim,
  openOf,
  requireOpen,
  requireOwnPaper,
} from './claim-hold.ts';

interface Step {
  readonly step: 'notice' | 'plan' | 'proposal';
  readonly capFen?: number;
  readonly fromMonth?: Month;
  readonly paperId?: string | undefined;
  readonly reason?: string | undefined;
}

async function addSteps(
  db: Db,
  ctx: Ctx,
  countyId: number,
  claims: readonly HeldClaim[],
  { step, capFen, fromMonth, paperId, reason }: Step,
): Promise<void> {
  const values = sql`${step}, ${capFen ?? null}::bigint, ${fromMonth ?? null}::int,
    ${paperId ?? null}::uuid, ${reason ?? null}, ${ctx.actor.id}, ${ctx.actor.name},
    ${new Date(ctx.now).toISOString()}::timestamptz, ${ctx.today}::date`;
  const detail = capFen === undefined ? {} : { capFen, from: fromMonth && monthText(fromMonth) };
  for (const claim of claims) {
    await sql`insert into claim_step (county_id, claim_id, seq, step, monthly_cap_fen, from_month, paper_id, reason,
        actor_id, actor_name, at, office_day)
      select ${countyId}, ${claim.id}, coalesce(max(seq), 0) + 1, ${values} from claim_step
      where county_id = ${countyId} and claim_id = ${claim.id}`.execute(db);
    await noteClaim(db, ctx, countyId, claim, step, detail);
  }
}

export interface Notice {
  readonly paperId?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * Says that the notice of a debtor's claims was delivered. Nothing is withheld before. Refuses `not_allowed` without
 * `pay.make`, `claim_settled`.
 */
export async function giveNotice(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  ids: readonly string[],
  { paperId, reason }: Notice,
): Promise<void> {
  const claims = await holdClaims(db, ctx, place, ids, ['pay.make']);
  const open = requireOpen(claims);
  await requireOwnPaper(db, place.countyId, claims, paperId);
  await addSteps(db, ctx, place.countyId, open, { step: 'notice', paperId, reason });
}

export interface Plan extends Notice {
  /** At most this much is set off from the debtor's payment of a month, in fen, over all his claims. */
  readonly monthlyCapFen: number;
  readonly fromMonth: Month;
}

async function requireNotice(db: Db, countyId: number, claims: readonly HeldClaim[]): Promise<void> {
  const { rows } = await sql<{ id: string }>`select distinct claim_id as id from claim_step
    where county_id = ${countyId} and step = 'notice' and claim_id = any(${claims.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  if (rows.length < claims.length)
    refuse('notice_missing', '还没有送达追回告知书，先送告知书，再定还款计划。');
}

/**
 * Agrees how much is set off each month, from when on; the last plan counts. Refuses `not_allowed` without
 * `pay.make`, `claim_settled`, `plan_invalid` for a cap of nothing, `notice_missing` before a notice was delivered.
 */
export async function planClaims(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  ids: readonly string[],
  { monthlyCapFen: capFen, fromMonth, paperId, reason }: Plan,
): Promise<void> {
  const claims = await holdClaims(db, ctx, place, ids, ['pay.make']);
  const open = requireOpen(claims);
  if (capFen <= 0) refuse('plan_invalid', '每月抵扣的数额要大于零。');
  await requireNotice(db, place.countyId, open);
  await requireOwnPaper(db, place.countyId, claims, paperId);
  await addSteps(db, ctx, place.countyId, open, { step: 'plan', capFen, fromMonth, paperId, reason });
}

/** Why nothing more can be got, and the signed paper that says so. */
export interface Proposal {
  readonly reason: string;
  readonly paperId: string;
}

/**
 * Asks the approver to write off what is open, with the paper it rests on.
 * Refuses `not_allowed` without `pay.make`, `claim_settled`, a paper of another township as not found.
 */
export async function proposeWriteOff(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  ids: readonly string[],
  { reason, paperId }: Proposal,
): Promise<number> {
  const claims = await holdClaims(db, ctx, place, ids, ['pay.make']);
  const open = requireOpen(claims);
  await requireOwnPaper(db, place.countyId, claims, paperId);
  await addSteps(db, ctx, place.countyId, open, { step: 'proposal', paperId, reason });
  return openOf(open);
}
