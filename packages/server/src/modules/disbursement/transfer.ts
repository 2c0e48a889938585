import { type Day, type Month, monthOfDay, monthText, parseIsoDay, parseIsoMonth } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { linkPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import { isPaidCategory, registrationsOf } from '../registry/index.ts';
import { nextStart, STARTS_NOW } from './start.ts';
import { paidThroughOf } from './transfer-list.ts';

export interface SlipPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

export interface NewSlip {
  readonly direction: 'out' | 'in';
  readonly personId: string;
  readonly otherOffice: string;
  /** Another township of this county that keeps its books here: it sees the slip and accepts it itself. */
  readonly otherDivisionId?: string | undefined;
  readonly slipOn: string;
  /** As the slip says; for one that goes out taken from the payments where it is not given. */
  readonly paidThrough?: string | undefined;
  readonly documentNo?: string | undefined;
  readonly paperId?: string | undefined;
  readonly remark?: string | undefined;
}

function checkedDay(ctx: Ctx, text: string): Day {
  const on = parseIsoDay(text) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');
  if (on > ctx.today) refuse('date_order', '日期晚于今天，请核对。');
  return on;
}

/** The person of the township with his registrations, held until the command ends. */
async function personOf(db: Db, { countyId, divisionId }: SlipPlace, personId: string): Promise<string[]> {
  const { rows } = await sql<{ merged: boolean }>`select exists (select from person_alias a
      where a.county_id = p.county_id and a.person_id = p.id and a.undone_at is null) as merged
    from person p where p.county_id = ${countyId} and p.division_id = ${divisionId} and p.id = ${personId}
    for update`.execute(db);
  if (!rows[0]) throw new NotFound();
  if (rows[0].merged) refuse('merged', '这份登记已并入另一人，请在那一人名下办。');
  return registrationsOf(db, countyId, personId);
}

/** 已发至 as the payments say; another month than theirs is refused, for two offices rely on it. */
async function paidThroughFor(
  db: Db,
  place: SlipPlace,
  ids: readonly string[],
  asked: NewSlip,
): Promise<Month> {
  const said = asked.paidThrough === undefined ? undefined : monthIn(asked.paidThrough);
  if (asked.direction === 'in') return said ?? refuse('paid_through_missing', '请照迁移单写明已发至哪个月。');
  const paid = await paidThroughOf(db, place.countyId, ids);
  if (paid !== undefined && said !== undefined && paid !== said)
    refuse('paid_through_differs', `账上已发至 ${monthText(paid)}，与写的 ${monthText(said)} 不同，请核对。`);
  return paid ?? said ?? refuse('paid_through_missing', '账上没有他的发放记录，请写明已发至哪个月。');
}

/** A month as it is typed. Refuses `date_invalid`. */
export function monthIn(text: string): Month {
  return parseIsoMonth(text) ?? refuse('date_invalid', '月份读不出，请写成 2017-12。');
}

async function refuseWaiting(db: Db, { countyId }: SlipPlace, personId: string): Promise<void> {
  const waiting = await db
    .selectFrom('transfer_slip')
    .select('id')
    .where('county_id', '=', countyId)
    .where('person_id', '=', personId)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  if (waiting) refuse('slip_waiting', '他已有一张迁移单在等对方接收，不能再开。');
}

interface Slip
  extends Pick<
    NewSlip,
    'direction' | 'personId' | 'otherOffice' | 'otherDivisionId' | 'documentNo' | 'remark'
  > {
  readonly slipOn: Day;
  readonly paidThrough: Month;
  readonly answers?: string | undefined;
}

/** Writes a slip; nothing is checked here. */
export async function insertSlip(db: Db, ctx: Ctx, place: SlipPlace, slip: Slip): Promise<string> {
  const id = newId();
  const isIn = slip.direction === 'in';
  await db
    .insertInto('transfer_slip')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, person_id: slip.personId },
      ...{ direction: slip.direction, other_office: slip.otherOffice },
      ...{ other_division_id: slip.otherDivisionId ?? null, answers: slip.answers ?? null },
      ...{ slip_on: slip.slipOn, paid_through: slip.paidThrough, document_no: slip.documentNo ?? null },
      ...{ state: isIn ? 'accepted' : 'sent', remark: slip.remark ?? null },
      ...{ ended_on: isIn ? ctx.today : null, ended_by: isIn ? ctx.actor.name : null },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
      office_day: ctx.today,
    })
    .execute();
  return id;
}

/**
 * From the month after the slip on, this office pays: each of his rights starts there and never moves again. Refuses
 * `start_fixed` when the ledger already keeps one of them.
 */
export async function fixStart(
  db: Db,
  place: SlipPlace,
  slipId: string,
  personId: string,
  ids: readonly string[],
  paid: Month,
) {
  const { rows: fixed } = await sql<{ kind: string; month: Month }>`select kind, month from ${STARTS_NOW} r
    where county_id = ${place.countyId} and person_id = any(${ids}) order by month desc limit 1`.execute(db);
  const [one] = fixed;
  if (one)
    refuse('start_fixed', `他的${one.kind}待遇已从 ${monthText(one.month)} 起由本系统记账，不能再改首月。`);
  const { rows } = await sql<{
    kind: string;
  }>`insert into right_start (county_id, person_id, kind, month, basis, run_id, seq)
    select ${place.countyId}, ${personId}, s.category, ${paid + 1}, 'transfer', ${slipId},
      ${nextStart(sql`${place.countyId}`, sql`${personId}`, sql`s.category`)} from spell s
    where s.county_id = ${place.countyId} and s.person_id = any(${ids}) and s.voided_at is null
      and ${isPaidCategory(sql`s.category`)} group by s.category returning kind`.execute(db);
  if (rows.length === 0)
    refuse('no_right', '名册上没有他的定期待遇。请先在「人员」里新增他的身份，再登记迁入。');
}

/**
 * Writes a slip of somebody who moves: out with the last month paid, which then waits for the other office; in with
 * the month the other office paid to, from which his rights start here. Refuses not found, `merged`, `slip_waiting`,
 * a day ahead of today, a month that the payments do not say (`paid_through_differs`, `paid_through_missing`), and of
 * one who comes in `no_right` and `start_fixed`.
 */
export async function addSlip(db: Db, ctx: Ctx, place: SlipPlace, asked: NewSlip): Promise<string> {
  const ids = await personOf(db, place, asked.personId);
  await refuseWaiting(db, place, asked.personId);
  const slipOn = checkedDay(ctx, asked.slipOn);
  if (asked.otherDivisionId === place.divisionId) refuse('same_office', '迁出和迁入是同一个单位，请核对。');
  const paidThrough = await paidThroughFor(db, place, ids, asked);
  if (paidThrough > monthOfDay(ctx.today) + 1) refuse('date_order', '已发至的月份晚于下个月，请核对。');
  const id = await insertSlip(db, ctx, place, { ...asked, slipOn, paidThrough });
  if (asked.direction === 'in') await fixStart(db, place, id, asked.personId, ids, paidThrough);
  if (asked.paperId) await linkPaper(db, ctx, place, asked.paperId, 'transfer', id);
  await note(db, ctx, place, `transfer.${asked.direction}`, asked.personId, id);
  return id;
}

/** A line of the log about a slip, under the person. */
export const note = (db: Db, ctx: Ctx, place: SlipPlace, action: string, personId: string, slipId: string) =>
  recordEvent(db, ctx, { ...place, action, recordKind: 'person', recordId: personId, detail: { slipId } });

async function getWaiting(db: Db, countyId: number, id: string) {
  const slip = await db
    .selectFrom('transfer_slip')
    .selectAll()
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!slip) throw new NotFound();
  if (slip.state !== 'sent')
    refuse('decided', `这张迁移单${slip.state === 'accepted' ? '已接收' : '已撤回'}过了。`);
  return slip;
}

type Waiting = Awaited<ReturnType<typeof getWaiting>>;

async function end(
  db: Db,
  slip: Waiting,
  state: 'accepted' | 'withdrawn',
  on: Day,
  by: string,
  remark?: string,
) {
  await db
    .updateTable('transfer_slip')
    .set({ state, ended_on: on, ended_by: by, remark: remark ?? slip.remark })
    .where('county_id', '=', slip.county_id)
    .where('id', '=', slip.id)
    .execute();
}

/** Takes a slip back that was sent by mistake. Refuses `decided` when it was accepted meanwhile. */
export async function withdrawSlip(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  id: string,
  reason: string,
): Promise<void> {
  const slip = await getWaiting(db, place.countyId, id);
  if (slip.division_id !== place.divisionId) throw new NotFound();
  await end(db, slip, 'withdrawn', ctx.today, ctx.actor.name, reason);
  await note(db, ctx, place, 'transfer.withdraw', slip.person_id, id);
}

/** The other township's own registration of the same number. */
async function twinOf(db: Db, place: SlipPlace, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select q.id from person p
    join person q on q.county_id = p.county_id and q.identity_hash = p.identity_hash and q.division_id = ${place.divisionId}
    where p.county_id = ${place.countyId} and p.id = ${personId} and not exists (select from person_alias a
      where a.county_id = q.county_id and a.person_id = q.id and a.undone_at is null)`.execute(db);
  return (
    rows[0]?.id ?? refuse('not_on_roll', '本乡镇名册上还没有这个人。请先在「人员」里新增，再点「接收」。')
  );
}

export interface Acceptance {
  /** The day the other office wrote on its receipt, and who signed it; of one's own acceptance today. */
  readonly onDay?: string | undefined;
  readonly by?: string | undefined;
  readonly paperId?: string | undefined;
}

/**
 * 接收. The sending office records the receipt of an office that works elsewhere; a township of this county that sees
 * the slip accepts it itself, which makes its own slip and fixes where it starts to pay. Refuses not found, `decided`,
 * `receipt_by` without a name on the receipt, `not_on_roll` and what {@link addSlip} refuses.
 */
export async function acceptSlip(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  id: string,
  receipt: Acceptance,
): Promise<void> {
  const slip = await getWaiting(db, place.countyId, id);
  if (slip.division_id === place.divisionId) await takeReceipt(db, ctx, place, slip, receipt);
  else if (slip.other_division_id === place.divisionId) await acceptHere(db, ctx, place, slip, receipt);
  else throw new NotFound();
}

async function takeReceipt(
  db: Db,
  ctx: Ctx,
  place: SlipPlace,
  slip: Waiting,
  { onDay, by, paperId }: Acceptance,
) {
  if (slip.other_division_id !== null)
    refuse('other_accepts', `${slip.other_office}也用本系统，请等对方点「接收」。`);
  if (!by) refuse('receipt_by', '请写回执上是谁接收的。');
  await end(db, slip, 'accepted', checkedDay(ctx, onDay ?? ctx.today), by);
  if (paperId) await linkPaper(db, ctx, place, paperId, 'transfer', slip.id);
  await note(db, ctx, place, 'transfer.accepted', slip.person_id, slip.id);
}

async function acceptHere(db: Db, ctx: Ctx, place: SlipPlace, slip: Waiting, { paperId }: Acceptance) {
  const personId = await twinOf(db, place, slip.person_id);
  const ids = await personOf(db, place, personId);
  const paidThrough = slip.paid_through as Month;
  const { rows } = await sql<{ name: string }>`select name from division
    where county_id = ${place.countyId} and id = ${slip.division_id}`.execute(db);
  const own = await insertSlip(db, ctx, place, {
    ...{ direction: 'in', personId, otherOffice: rows[0]?.name ?? '', otherDivisionId: slip.division_id },
    ...{ slipOn: checkedDay(ctx, slip.slip_on), paidThrough, answers: slip.id },
    documentNo: slip.document_no ?? undefined,
  });
  await fixStart(db, place, own, personId, ids, paidThrough);
  await end(db, slip, 'accepted', ctx.today, ctx.actor.name);
  if (paperId) await linkPaper(db, ctx, place, paperId, 'transfer', own);
  await note(db, ctx, place, 'transfer.in', personId, own);
}
