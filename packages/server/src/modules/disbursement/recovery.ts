import { fen as asFen, type Day, yuanDisplay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Action, Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { isOnePerson, requireMay } from './batch-rules.ts';
import { PAPER_WORDS } from './batch-words.ts';
import {
  type ClaimPlace,
  type HeldClaim,
  type HeldClaims,
  holdClaims,
  noteClaim,
  openOf,
  requireOpen,
  requireOwnPaper,
} from './claim-hold.ts';
import type { Notice, Proposal } from './claim-step.ts';
import { bookDay } from './period.ts';

interface NewRecovery {
  readonly kind: 'cash' | 'write_off' | 'undone';
  readonly fen: number;
  readonly on_day: Day;
  readonly undoes?: string;
  readonly receipt_no?: string;
  readonly paper_id?: string | undefined;
  readonly reason?: string | undefined;
  readonly signer?: string | undefined;
}

async function addRecovery(
  db: Db,
  ctx: Ctx,
  countyId: number,
  claim: HeldClaim,
  row: NewRecovery,
): Promise<string> {
  const { id: claim_id, divisionId } = claim;
  const id = newId();
  const on_day = await bookDay(db, { countyId, divisionId }, row.on_day);
  const by = { actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() };
  await db
    .insertInto('recovery')
    .values({ county_id: countyId, id, division_id: divisionId, claim_id, ...row, on_day, ...by })
    .execute();
  return id;
}

export interface Receipt extends Notice {
  readonly fen: number;
  readonly receiptNo: string;
  readonly onDay?: Day | undefined;
}

/**
 * Takes cash in for a debtor's claims with the number of its receipt, the oldest month first. Answers a recovery for
 * each claim it reaches. Refuses `not_allowed` without `pay.make`, `claim_settled`, `over_claim`, `date_order`, and
 * `receipt_twice` where the same receipt stands with the same amount: the step was taken twice.
 */
export async function receiveCash(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  ids: readonly string[],
  { fen, receiptNo, onDay = ctx.today, paperId, reason }: Receipt,
): Promise<readonly string[]> {
  const claims = await holdClaims(db, ctx, place, ids, ['pay.make']);
  const open = requireOpen(claims);
  const openFen = openOf(open);
  if (fen <= 0 || fen > openFen)
    refuse('over_claim', `这笔追回还差 ${yuanDisplay(asFen(openFen))} 元，填的数不对。`, { openFen });
  if (onDay > ctx.today) refuse('date_order', '日期晚于今天，请核对。');
  await refuseReceiptTwice(db, place.countyId, claims, receiptNo, fen);
  await requireOwnPaper(db, place.countyId, claims, paperId);
  const row = { kind: 'cash', on_day: onDay, receipt_no: receiptNo, paper_id: paperId, reason } as const;
  const made: string[] = [];
  let left = fen;
  for (const claim of open) {
    const part = Math.min(left, claim.openFen);
    if (part === 0) break;
    left -= part;
    const recoveryId = await addRecovery(db, ctx, place.countyId, claim, { ...row, fen: part });
    await noteClaim(db, ctx, place.countyId, claim, 'cash', { recoveryId, fen: part });
    made.push(recoveryId);
  }
  return made;
}

async function refuseReceiptTwice(
  db: Db,
  countyId: number,
  claims: HeldClaims,
  receiptNo: string,
  fen: number,
): Promise<void> {
  const ids = claims.map(({ id }) => id);
  const { rows } = await sql<{ on: string }>`select r.on_day::text as on from recovery r
    where r.county_id = ${countyId} and r.kind = 'cash' and r.receipt_no = ${receiptNo}
      and r.claim_id in (select c.id from claim c join claim asked on asked.county_id = c.county_id
        and asked.person_id = c.person_id where c.county_id = ${countyId} and asked.id = any(${ids}::uuid[]))
      and not exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)
    group by r.on_day, r.at having sum(r.fen) = ${fen} limit 1`.execute(db);
  const [known] = rows;
  if (known === undefined) return;
  refuse(
    'receipt_twice',
    `收据 ${receiptNo} 的 ${yuanDisplay(asFen(fen))} 元已经记过了（${known.on}），没有再记。真是另一笔的，请写它自己的收据号。`,
  );
}

async function refuseOwnHand(db: Db, ctx: Ctx, countyId: number, claims: readonly HeldClaim[]) {
  const ids = claims.map(({ id }) => id);
  const { rows } = await sql`select 1 from claim_step where county_id = ${countyId}
      and claim_id = any(${ids}::uuid[]) and actor_id = ${ctx.actor.id}
    union all select 1 from recovery r where r.county_id = ${countyId} and r.claim_id = any(${ids}::uuid[])
      and r.actor_id = ${ctx.actor.id} and r.kind in ('cash', 'offset') limit 1`.execute(db);
  if (rows.length > 0) refuse('same_actor', OWN_HAND);
}

export const OWN_HAND = '办过这笔追回的人不能核销它，请由另一位批准人办理。';

/** The approver's hand: his own pass code, or, in an office of one person, what somebody named signed on paper. */
const deciders = (signer: string | undefined): readonly Action[] =>
  signer === undefined ? ['pay.approve'] : ['pay.make', 'pay.approve'];

/** What a log line says of a decision that was signed by hand. */
const howOf = (signer: string | undefined) =>
  signer === undefined ? {} : { method: 'paper', how: PAPER_WORDS.onePerson };

async function requireOnePerson(db: Db, ctx: Ctx, countyId: number, [claim]: HeldClaims): Promise<void> {
  if (!(await isOnePerson(db, ctx, { countyId }, claim)))
    refuse('not_allowed', '核销由批准的人用本人口令办理；只有一人办公的单位可以纸质签批。');
}

/** A decision with the paper it rests on; `signer` where it was taken on that paper, in an office of one person. */
export interface Decision extends Proposal {
  readonly signer?: string | undefined;
}

/**
 * Writes off what is still open of a debtor's claims, on a paper that is filed: only the approver may, and not who
 * gave notice or took money for them. In an office of one person its clerk enters what `signer` signed on that paper.
 * Refuses `not_allowed` without `pay.approve` (on paper: of an office of several people), `claim_settled`,
 * `same_actor`, a paper of another township as not found.
 */
export async function writeOff(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  ids: readonly string[],
  { reason, paperId, signer }: Decision,
): Promise<readonly string[]> {
  const { countyId } = place;
  const claims = await holdClaims(db, ctx, place, ids, deciders(signer));
  if (signer !== undefined) await requireOnePerson(db, ctx, countyId, claims);
  const open = requireOpen(claims);
  if (signer === undefined) await refuseOwnHand(db, ctx, countyId, open);
  await requireOwnPaper(db, countyId, claims, paperId);
  const row = { kind: 'write_off', on_day: ctx.today, paper_id: paperId, reason, signer } as const;
  const made: string[] = [];
  for (const claim of open) {
    const recoveryId = await addRecovery(db, ctx, countyId, claim, { ...row, fen: claim.openFen });
    const detail = { recoveryId, fen: claim.openFen, ...howOf(signer) };
    await noteClaim(db, ctx, countyId, claim, 'writeOff', detail);
    made.push(recoveryId);
  }
  return made;
}

/** Who signed by hand, and the scan. */
export interface PaperSigned {
  readonly signer: string;
  readonly paperId: string;
}

interface Undoable {
  readonly id: string;
  readonly claimId: string;
  readonly fen: number;
  readonly kind: 'cash' | 'write_off' | 'offset' | 'undone';
  readonly isUndone: boolean;
}

async function undoablesOf(db: Db, countyId: number, ids: readonly string[]): Promise<readonly Undoable[]> {
  const { rows } = await sql<Undoable>`select r.id, r.claim_id as "claimId", r.fen, r.kind,
      exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id) as "isUndone"
    from recovery r where r.county_id = ${countyId} and r.id = any(${ids}::uuid[]) order by r.id`.execute(db);
  if (rows.length === 0 || rows.length < ids.length || rows.some(({ kind }) => kind === 'undone'))
    throw new NotFound();
  return rows;
}

function refuseUndo(
  ctx: Ctx,
  claims: HeldClaims,
  rows: readonly Undoable[],
  signer: string | undefined,
): void {
  const isDecision = rows.some(({ kind }) => kind === 'write_off');
  requireMay(ctx, claims[0], isDecision ? deciders(signer) : ['pay.make']);
  if (rows.some(({ kind }) => kind === 'offset'))
    refuse('offset_of_line', '抵扣随那笔发放走：发放退回或作废时自动撤回。');
  if (rows.some(({ isUndone }) => isUndone)) refuse('undone_already', '这一笔已经撤回过了。');
}

/**
 * Takes back a cash receipt, or a write-off, entered by mistake, over all claims it reached: they are open again by
 * as much. A write-off is the approver's decision and only he takes it back; in an office of one person what `signed`
 * names stands for him. Refuses `not_allowed` without `pay.make` for cash or `pay.approve` for a write-off (on paper:
 * of an office of several people), `offset_of_line` for a set-off, which lives and dies with its payment,
 * `undone_already`, a paper of another township as not found.
 */
export async function undoRecovery(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  recoveryIds: readonly string[],
  reason: string,
  signed?: PaperSigned,
): Promise<void> {
  const asked = await undoablesOf(db, place.countyId, [...new Set(recoveryIds)]);
  const claimIds = asked.map(({ claimId }) => claimId);
  const claims = await holdClaims(db, ctx, place, claimIds, ['pay.read']);
  // Once more behind the lock: another may have undone it meanwhile.
  const rows = await undoablesOf(
    db,
    place.countyId,
    asked.map(({ id }) => id),
  );
  refuseUndo(ctx, claims, rows, signed?.signer);
  if (signed) await requireOnePerson(db, ctx, place.countyId, claims);
  await requireOwnPaper(db, place.countyId, claims, signed?.paperId);
  for (const { id: undoes, claimId, fen } of rows) {
    const claim = claims.find(({ id }) => id === claimId);
    if (claim === undefined) throw new NotFound();
    const paper = { signer: signed?.signer, paper_id: signed?.paperId };
    const row = { kind: 'undone', fen, on_day: ctx.today, undoes, reason, ...paper } as const;
    await addRecovery(db, ctx, place.countyId, claim, row);
    const detail = { recoveryId: undoes, fen, ...howOf(signed?.signer) };
    await noteClaim(db, ctx, place.countyId, claim, 'undo', detail);
  }
}
