import { type Month, monthOfDay, monthText, parseIsoDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { linkPaper } from '../archive/index.ts';
import { registrationsOf } from '../registry/index.ts';
import { STARTS_NOW } from './start.ts';
import { fixStart, insertSlip, monthIn, note, type SlipPlace } from './transfer.ts';

/** What is wrong with a slip of somebody who moved in. */
export interface Voiding {
  readonly reason: string;
  /** The month the other office paid to in truth; absent when he did not move in at all. */
  readonly paidThrough?: string | undefined;
  readonly paperId?: string | undefined;
}

interface SlipIn {
  readonly id: string;
  readonly personId: string;
  readonly otherOffice: string;
  readonly otherDivisionId: string | null;
  readonly answers: string | null;
  readonly slipOn: string;
  readonly paidThrough: Month;
  readonly documentNo: string | null;
}

/** The last step of a slip's voiding. */
export interface VoidStep {
  readonly step: 'asked' | 'done' | 'rejected';
  readonly reason: string;
  readonly paidThrough: Month | null;
  readonly paperId: string | null;
  readonly actorId: string;
}

/** An accepted slip in of the township, held until the command ends. */
async function slipIn(db: Db, { countyId, divisionId }: SlipPlace, id: string): Promise<SlipIn> {
  const { rows } = await sql<
    SlipIn & { direction: string; state: string }
  >`select id, person_id as "personId",
      other_office as "otherOffice", other_division_id as "otherDivisionId", answers, slip_on as "slipOn",
      paid_through as "paidThrough", document_no as "documentNo", direction, state
    from transfer_slip where county_id = ${countyId} and division_id = ${divisionId} and id = ${id}
    for update`.execute(db);
  const [slip] = rows;
  if (slip === undefined) throw new NotFound();
  if (slip.state === 'voided') refuse('decided', '这张迁移单已经作废过了。');
  if (slip.direction !== 'in' || slip.state !== 'accepted')
    refuse('not_moved_in', '只有已登记的迁入单能更正；还在等对方接收的，点「撤回」。');
  return slip;
}

async function lastStep(db: Db, countyId: number, slipId: string): Promise<VoidStep | undefined> {
  const { rows } =
    await sql<VoidStep>`select step, reason, paid_through as "paidThrough", paper_id as "paperId",
      actor_id as "actorId" from slip_void where county_id = ${countyId} and slip_id = ${slipId}
    order by seq desc limit 1`.execute(db);
  return rows[0];
}

/** SQL: starts of these registrations that rest on the slip: its own, and those of rights entered after it. */
const restingStarts = (countyId: number, ids: readonly string[]) => sql`(select s.* from ${STARTS_NOW} s
  where s.county_id = ${countyId} and s.person_id = any(${ids}::uuid[]) and s.basis = 'transfer')`;

/** Something is posted for a right whose start rests on the slip. */
async function restsMoney(db: Db, countyId: number, ids: readonly string[]): Promise<boolean> {
  const { rows } = await sql`select 1 from ${restingStarts(countyId, ids)} s
    join accrual a on a.county_id = s.county_id and a.person_id = s.person_id and a.kind = s.kind and a.ref = ''
      and a.cause <> 'opening' limit 1`.execute(db);
  return rows.length > 0;
}

async function addStep(
  db: Db,
  ctx: Ctx,
  { countyId }: SlipPlace,
  slipId: string,
  step: VoidStep['step'],
  { reason, paidThrough, paperId }: Pick<VoidStep, 'reason' | 'paidThrough' | 'paperId'>,
): Promise<void> {
  await sql`insert into slip_void (county_id, slip_id, seq, step, reason, paid_through, paper_id, actor_id, actor_name,
      at, office_day)
    select ${countyId}, ${slipId}, coalesce(max(seq), 0) + 1, ${step}, ${reason}, ${paidThrough}::int, ${paperId}::uuid,
      ${ctx.actor.id}, ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}, ${ctx.today}
    from slip_void where county_id = ${countyId} and slip_id = ${slipId}`.execute(db);
}

function checked(
  ctx: Ctx,
  slip: SlipIn,
  { reason, paidThrough, paperId }: Voiding,
): Omit<VoidStep, 'step' | 'actorId'> {
  if (reason.trim().length < 2) refuse('reason_missing', '请写理由。');
  const month = paidThrough === undefined ? null : monthIn(paidThrough);
  if (month === slip.paidThrough)
    refuse('same_month', `这张单写的就是 ${monthText(slip.paidThrough)}，没有要更正的。`);
  if (month !== null && month > monthOfDay(ctx.today) + 1)
    refuse('date_order', '已发至的月份晚于下个月，请核对。');
  return { reason: reason.trim(), paidThrough: month, paperId: paperId ?? null };
}

/** The other township's slip waits again, where it was only accepted by mistake. */
async function waitAgain(db: Db, countyId: number, answers: string): Promise<void> {
  await sql`update transfer_slip t set state = 'sent', ended_on = null, ended_by = null
    where t.county_id = ${countyId} and t.id = ${answers} and not exists (select from transfer_slip o
      where o.county_id = t.county_id and o.person_id = t.person_id and o.state = 'sent')`.execute(db);
}

async function slipAnew(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  slip: SlipIn,
  ids: string[],
  paidThrough: Month,
): Promise<string> {
  const { personId, otherOffice, otherDivisionId, answers, slipOn, documentNo } = slip;
  const id = await insertSlip(db, ctx, place, {
    ...{ direction: 'in', personId, otherOffice, otherDivisionId: otherDivisionId ?? undefined },
    ...{ slipOn: parseIsoDay(slipOn) ?? ctx.today, paidThrough },
    ...{ answers: answers ?? undefined, documentNo: documentNo ?? undefined },
  });
  await fixStart(db, place, id, personId, ids, paidThrough);
  return id;
}

/**
 * Carries a voiding out: starts that rest on the slip count no more, the person is computed again by the next run,
 * which posts or takes back the difference; with a month another slip stands in its place.
 */
export async function carryOutVoid(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  slip: SlipIn,
  asked: Omit<VoidStep, 'step' | 'actorId'>,
): Promise<void> {
  const { countyId } = place;
  const ids = await registrationsOf(db, countyId, slip.personId);
  await sql`insert into start_void (county_id, person_id, kind, seq, slip_id, at)
    select s.county_id, s.person_id, s.kind, s.seq, ${slip.id}, ${new Date(ctx.now).toISOString()}
    from ${restingStarts(countyId, ids)} s`.execute(db);
  await sql`update transfer_slip set state = 'voided', remark = ${asked.reason}
    where county_id = ${countyId} and id = ${slip.id}`.execute(db);
  await sql`update person set facts_seq = facts_seq + 1
    where county_id = ${countyId} and id = any(${ids}::uuid[])`.execute(db);
  if (asked.paidThrough !== null) {
    const fresh = await slipAnew(db, ctx, place, slip, ids, asked.paidThrough);
    if (asked.paperId !== null) await linkPaper(db, ctx, place, asked.paperId, 'transfer', fresh);
  } else if (slip.answers !== null) await waitAgain(db, countyId, slip.answers);
  await note(db, ctx, place, 'transfer.void', slip.personId, slip.id);
}

/**
 * Puts a wrong slip in right: voids it with a reason, and with a month writes the right one. Where money is posted on
 * it, it only asks, and a second person decides. Refuses not found, `decided`, `not_moved_in`, `void_waiting`,
 * `reason_missing`, `same_month`, a month ahead.
 */
export async function voidSlip(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  id: string,
  asked: Voiding,
): Promise<{ readonly isWaiting: boolean }> {
  const slip = await slipIn(db, place, id);
  const last = await lastStep(db, place.countyId, id);
  if (last?.step === 'asked') refuse('void_waiting', '这张单的更正已经提出，等另一人核实。');
  const wanted = checked(ctx, slip, asked);
  if (asked.paperId) await linkPaper(db, ctx, place, asked.paperId, 'transfer', id);
  const ids = await registrationsOf(db, place.countyId, slip.personId);
  if (await restsMoney(db, place.countyId, ids)) {
    await addStep(db, ctx, place, id, 'asked', wanted);
    await note(db, ctx, place, 'transfer.void_asked', slip.personId, id);
    return { isWaiting: true };
  }
  await addStep(db, ctx, place, id, 'done', wanted);
  await carryOutVoid(db, ctx, place, slip, wanted);
  return { isWaiting: false };
}

/** Refuses `not_waiting` when nothing was asked, or somebody has decided meanwhile. */
async function waitingVoid(db: Db, countyId: number, id: string): Promise<VoidStep> {
  const last = await lastStep(db, countyId, id);
  return last?.step === 'asked' ? last : refuse('not_waiting', '没有等核实的更正，可能别人刚办过，请刷新。');
}

/**
 * The second person's answer to a slip that money rests on. Refuses not found, `not_waiting`, `same_actor`,
 * `reason_missing` when it is sent back without one.
 */
export async function decideVoid(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  id: string,
  answer: { readonly agree: boolean; readonly reason?: string | undefined },
): Promise<void> {
  const slip = await slipIn(db, place, id);
  const asked = await waitingVoid(db, place.countyId, id);
  if (asked.actorId === ctx.actor.id) refuse('same_actor', '您提出的更正要由另一人核实。');
  const { agree, reason = '' } = answer;
  if (!agree && reason.trim().length < 2) refuse('reason_missing', '请写退回的理由。');
  if (agree) {
    await addStep(db, ctx, place, id, 'done', asked);
    return carryOutVoid(db, ctx, place, slip, asked);
  }
  await addStep(db, ctx, place, id, 'rejected', { ...asked, reason: reason.trim() });
  await note(db, ctx, place, 'transfer.void_rejected', slip.personId, id);
}

/** What voiding a slip would do, made for good inside a transaction that the caller rolls back. */
export async function tryVoid(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  id: string,
  asked: Voiding | undefined,
): Promise<void> {
  const slip = await slipIn(db, place, id);
  const wanted = asked === undefined ? await waitingVoid(db, place.countyId, id) : checked(ctx, slip, asked);
  await carryOutVoid(db, ctx, place, slip, { ...wanted, paperId: null });
}

/** Whose slip it is; throws NotFound. */
export async function personOfSlip(db: Db, { countyId, divisionId }: SlipPlace, id: string): Promise<string> {
  const row = await db
    .selectFrom('transfer_slip')
    .select('person_id')
    .where('county_id', '=', countyId)
    .where('division_id', '=', divisionId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFound();
  return row.person_id;
}
