import { type Day, type Month, monthText } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import { mergedPerson } from '../registry/index.ts';
import { bookDay } from './period.ts';

export interface ClaimPlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** SQL: what has come in for a claim, what was undone taken off. */
export const recoveredOf = (claim: RawBuilder<unknown>): RawBuilder<number> =>
  sql`coalesce((select sum(case r.kind when 'undone' then -r.fen else r.fen end) from recovery r
    where r.county_id = ${claim}.county_id and r.claim_id = ${claim}.id), 0)::bigint`;

interface ClaimRow {
  readonly id: string;
  readonly divisionId: string;
  readonly personId: string;
  readonly fen: number;
}

interface HeldClaim extends ClaimRow {
  readonly openFen: number;
}

/**
 * The claim, its person's head locked until the command ends: whoever recovers, and whoever sets off, take turns.
 * What is open is read after the lock.
 */
async function holdClaim(db: Db, place: ClaimPlace, id: string): Promise<HeldClaim> {
  const { rows: found } =
    await sql<ClaimRow>`select c.id, c.division_id as "divisionId", c.person_id as "personId",
      c.fen from claim c
    where c.county_id = ${place.countyId} and c.id = ${id} and c.division_id = any(${place.divisionIds}::uuid[])`.execute(
      db,
    );
  const claim = found[0];
  if (claim === undefined) throw new NotFound();
  await lockPeople(db, place.countyId, [claim.personId]);
  const { rows } = await sql<{ fen: number }>`select ${recoveredOf(sql`c`)} as fen from claim c
    where c.county_id = ${place.countyId} and c.id = ${id}`.execute(db);
  return { ...claim, openFen: claim.fen - (rows[0]?.fen ?? 0) };
}

/** Locks the heads of people in order of their ids: money of a person is moved by one command at a time. */
export async function lockPeople(db: Db, countyId: number, ids: readonly string[]): Promise<void> {
  await sql`select 1 from ledger_head where county_id = ${countyId} and person_id = any(${ids}::uuid[])
    order by person_id for update`.execute(db);
}

async function requireOwnPaper(db: Db, claim: ClaimRow, countyId: number, paperId: string | undefined) {
  if (paperId === undefined) return;
  const paper = await findPaper(db, countyId, paperId);
  if (paper?.divisionId !== claim.divisionId) throw new NotFound();
}

const stamp = (ctx: Ctx) => ({
  ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
});

async function noted(db: Db, ctx: Ctx, claim: ClaimRow, countyId: number, what: string, detail: object = {}) {
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId: claim.divisionId, action: `claim.${what}` },
    ...{ recordKind: 'claim', recordId: claim.id, detail: { ...detail } },
  });
}

interface Step {
  readonly step: 'notice' | 'plan';
  readonly capFen?: number;
  readonly fromMonth?: Month;
  readonly paperId?: string | undefined;
  readonly reason?: string | undefined;
}

async function addStep(db: Db, ctx: Ctx, countyId: number, claimId: string, step: Step): Promise<void> {
  const values = sql`${step.step}, ${step.capFen ?? null}::bigint, ${step.fromMonth ?? null}::int,
    ${step.paperId ?? null}::uuid, ${step.reason ?? null}, ${ctx.actor.id}, ${ctx.actor.name},
    ${new Date(ctx.now).toISOString()}::timestamptz, ${ctx.today}::date`;
  await sql`insert into claim_step (county_id, claim_id, seq, step, monthly_cap_fen, from_month, paper_id, reason,
      actor_id, actor_name, at, office_day)
    select ${countyId}, ${claimId}, coalesce(max(seq), 0) + 1, ${values} from claim_step
    where county_id = ${countyId} and claim_id = ${claimId}`.execute(db);
}

function refuseSettled(claim: HeldClaim): void {
  if (claim.openFen === 0) refuse('claim_settled', '这笔追回已经结清了。');
}

export interface Notice {
  readonly paperId?: string | undefined;
  readonly reason?: string | undefined;
}

/** Says that the notice of a claim was delivered. Nothing is withheld before. Refuses `claim_settled`. */
export async function giveNotice(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  id: string,
  { paperId, reason }: Notice,
): Promise<void> {
  const claim = await holdClaim(db, place, id);
  refuseSettled(claim);
  await requireOwnPaper(db, claim, place.countyId, paperId);
  await addStep(db, ctx, place.countyId, id, { step: 'notice', paperId, reason });
  await noted(db, ctx, claim, place.countyId, 'notice');
}

export interface Plan extends Notice {
  /** At most this much is set off in a month, in fen. */
  readonly monthlyCapFen: number;
  readonly fromMonth: Month;
}

/**
 * Agrees how much of a claim is set off each month, from when on; the last plan counts. Refuses `claim_settled`,
 * `notice_missing` before a notice was delivered, `plan_invalid` for a cap of nothing.
 */
export async function planClaim(db: Db, ctx: Ctx, place: ClaimPlace, id: string, plan: Plan): Promise<void> {
  const claim = await holdClaim(db, place, id);
  refuseSettled(claim);
  if (plan.monthlyCapFen <= 0) refuse('plan_invalid', '每月抵扣的数额要大于零。');
  const notice = await db
    .selectFrom('claim_step')
    .select('seq')
    .where('county_id', '=', place.countyId)
    .where('claim_id', '=', id)
    .where('step', '=', 'notice')
    .executeTakeFirst();
  if (notice === undefined) refuse('notice_missing', '还没有送达追回告知书，先送告知书，再定还款计划。');
  await requireOwnPaper(db, claim, place.countyId, plan.paperId);
  const { monthlyCapFen: capFen, fromMonth, paperId, reason } = plan;
  await addStep(db, ctx, place.countyId, id, { step: 'plan', capFen, fromMonth, paperId, reason });
  await noted(db, ctx, claim, place.countyId, 'plan', { capFen, from: monthText(fromMonth) });
}

export interface Receipt extends Notice {
  readonly fen: number;
  readonly receiptNo: string;
  readonly onDay?: Day | undefined;
}

function refuseTooMuch(claim: HeldClaim, fen: number): void {
  refuseSettled(claim);
  if (fen <= 0 || fen > claim.openFen)
    refuse('over_claim', `这笔追回还差 ${(claim.openFen / 100).toFixed(2)} 元，填的数不对。`, {
      openFen: claim.openFen,
    });
}

async function addRecovery(
  db: Db,
  ctx: Ctx,
  claim: ClaimRow,
  countyId: number,
  row: {
    readonly kind: 'cash' | 'write_off' | 'undone';
    readonly fen: number;
    readonly on_day: Day;
    readonly undoes?: string;
    readonly receipt_no?: string;
    readonly paper_id?: string | undefined;
    readonly reason?: string | undefined;
  },
): Promise<string> {
  const id = newId();
  const place = { county_id: countyId, id, division_id: claim.divisionId, claim_id: claim.id };
  const on_day = await bookDay(db, { countyId, divisionId: claim.divisionId }, row.on_day);
  await db
    .insertInto('recovery')
    .values({ ...place, ...row, on_day, ...stamp(ctx) })
    .execute();
  return id;
}

/** Takes cash in for a claim, with the number of its receipt. Refuses `claim_settled`, `over_claim`. */
export async function receiveCash(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  id: string,
  receipt: Receipt,
): Promise<string> {
  const claim = await holdClaim(db, place, id);
  const { fen, receiptNo, onDay = ctx.today, paperId, reason } = receipt;
  refuseTooMuch(claim, fen);
  if (onDay > ctx.today) refuse('date_order', '日期晚于今天，请核对。');
  await requireOwnPaper(db, claim, place.countyId, paperId);
  const row = { kind: 'cash', fen, on_day: onDay, receipt_no: receiptNo, paper_id: paperId, reason } as const;
  const recoveryId = await addRecovery(db, ctx, claim, place.countyId, row);
  await noted(db, ctx, claim, place.countyId, 'cash', { recoveryId, fen });
  return recoveryId;
}

export interface WriteOff {
  readonly reason: string;
  readonly paperId: string;
}

/**
 * Writes off what is still open of a claim, on the approver's paper: only he may, and not who gave notice or took
 * money for it. Refuses `claim_settled`, `same_actor`, a paper of another township as not found.
 */
export async function writeOff(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  id: string,
  { reason, paperId }: WriteOff,
): Promise<string> {
  const claim = await holdClaim(db, place, id);
  refuseSettled(claim);
  await refuseOwnHand(db, ctx, place.countyId, id);
  await requireOwnPaper(db, claim, place.countyId, paperId);
  const row = {
    kind: 'write_off',
    fen: claim.openFen,
    on_day: ctx.today,
    paper_id: paperId,
    reason,
  } as const;
  const recoveryId = await addRecovery(db, ctx, claim, place.countyId, row);
  await noted(db, ctx, claim, place.countyId, 'writeOff', { recoveryId, fen: claim.openFen });
  return recoveryId;
}

async function refuseOwnHand(db: Db, ctx: Ctx, countyId: number, id: string): Promise<void> {
  const { rows } = await sql`select 1 from claim_step where county_id = ${countyId} and claim_id = ${id}
      and actor_id = ${ctx.actor.id}
    union all select 1 from recovery where county_id = ${countyId} and claim_id = ${id}
      and actor_id = ${ctx.actor.id} limit 1`.execute(db);
  if (rows.length > 0) refuse('same_actor', '办过这笔追回的人不能核销它，请由另一位批准人办理。');
}

/**
 * Takes back a cash receipt or a write-off entered by mistake: the claim is open again by as much. Refuses
 * `undone_already`, and `offset_of_line` for a set-off, which lives and dies with its payment.
 */
export async function undoRecovery(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  claimId: string,
  recoveryId: string,
  reason: string,
): Promise<void> {
  const claim = await holdClaim(db, place, claimId);
  const { rows } = await sql<{ fen: number; kind: string; undone: boolean }>`select r.fen, r.kind,
      exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id) as undone
    from recovery r where r.county_id = ${place.countyId} and r.claim_id = ${claimId} and r.id = ${recoveryId}`.execute(
    db,
  );
  const row = rows[0];
  if (row === undefined || row.kind === 'undone') throw new NotFound();
  if (row.undone) refuse('undone_already', '这一笔已经撤回过了。');
  if (row.kind === 'offset') refuse('offset_of_line', '抵扣随那笔发放走：发放退回或作废时自动撤回。');
  await addRecovery(db, ctx, claim, place.countyId, {
    ...{ kind: 'undone', fen: row.fen, on_day: ctx.today, undoes: recoveryId, reason },
  });
  await noted(db, ctx, claim, place.countyId, 'undo', { recoveryId, fen: row.fen });
}

/** What may be set off from a person's payments of a month. */
export interface Offsettable {
  readonly claimId: string;
  readonly personId: string;
  readonly openFen: number;
  /** The last plan's cap for a month. */
  readonly capFen: number;
}

/** Open claims of people with a notice and a plan that has begun, the oldest first. Their heads are held. */
export async function offsettable(
  db: Db,
  countyId: number,
  personIds: readonly string[],
  month: Month,
): Promise<readonly Offsettable[]> {
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const { rows } = await sql<Offsettable>`select c.id as "claimId", ${owner} as "personId",
      c.fen - ${recoveredOf(sql`c`)} as "openFen", p.monthly_cap_fen as "capFen"
    from claim c
    join lateral (select s.monthly_cap_fen, s.from_month from claim_step s where s.county_id = c.county_id
      and s.claim_id = c.id and s.step = 'plan' order by s.seq desc limit 1) p on p.from_month <= ${month}
    where c.county_id = ${countyId} and ${owner} = any(${personIds}::uuid[])
      and c.fen > ${recoveredOf(sql`c`)}
    order by c.on_day, c.id`.execute(db);
  return rows;
}

/** Undoes the set-offs of payments that died. Answers how much is open again. */
export async function undoOffsets(
  db: Db,
  ctx: Ctx,
  countyId: number,
  lineIds: readonly string[],
  reason: string,
): Promise<number> {
  const { rows } = await sql<{ id: string; division_id: string; claim_id: string; fen: number }>`
    select r.id, r.division_id, r.claim_id, r.fen from line_item i
    join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
    where i.county_id = ${countyId} and i.line_id = any(${lineIds}::uuid[]) and not exists
      (select from recovery u where u.county_id = r.county_id and u.undoes = r.id) order by r.id`.execute(db);
  if (rows.length === 0) return 0;
  const days = new Map<string, Day>();
  for (const { division_id: divisionId } of rows)
    if (!days.has(divisionId)) days.set(divisionId, await bookDay(db, { countyId, divisionId }, ctx.today));
  const values = rows.map(({ id: undoes, fen, division_id, claim_id }) => ({
    ...{ county_id: countyId, id: newId(), division_id, claim_id, fen, kind: 'undone', undoes, reason },
    ...{ on_day: days.get(division_id) ?? ctx.today, ...stamp(ctx) },
  }));
  await db.insertInto('recovery').values(values).execute();
  return rows.reduce((sum, { fen }) => sum + fen, 0);
}
