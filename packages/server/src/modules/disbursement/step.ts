import type { Action, Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { addStep } from './batch-event.ts';
import { refuseChanged } from './batch-facts.ts';
import { answerOf, type BatchAnswer, type BatchHead, type BatchPlace, holdBatch } from './batch-find.ts';
import {
  approvalAt,
  COUNTY_WORDS,
  handsOf,
  isOnePerson,
  mayAny,
  type Placed,
  requireHash,
  requireMay,
  requireOther,
  requireState,
} from './batch-rules.ts';
import type { BatchState } from './batch-words.ts';
import { openReds, viewBatch } from './exception.ts';
import { requireOpenMonth } from './period.ts';

/** One signature: the content it is for, by the caller's own pass code or on a paper that was signed by hand. */
export interface Signing {
  /** Hexadecimal. */
  readonly hash: string;
  readonly signer?: string | undefined;
  readonly paperId?: string | undefined;
}

const place4 = (place: BatchPlace, batch: BatchHead): BatchPlace => ({
  ...place,
  divisionId: batch.divisionId,
});

async function writeStep(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  state: BatchState,
  more: Partial<Parameters<typeof addStep>[3]> = {},
): Promise<BatchAnswer> {
  const { id: batchId, number, seq, round, lines, totalFen, hash } = batch;
  const step = { batchId, number, seq: seq + 1, round, state, lines, totalFen, hash, ...more };
  await addStep(db, ctx, place4(place, batch), step);
  return answerOf(db, place, batchId);
}

/**
 * Submits a batch for review. Refuses in order: `not_allowed`, `month_closed`, `stale_hash`, `wrong_state`,
 * `facts_changed`, `exceptions_open`.
 */
export async function submitBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  { hash }: Signing,
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  requireMay(ctx, batch, ['pay.make']);
  await requireOpenMonth(db, place4(place, batch), batch.payMonth);
  requireHash(batch, hash);
  requireState(batch, ['opened', 'sent_back']);
  await refuseChanged(db, place, batch);
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  const open = openReds(exceptions);
  if (open.length > 0)
    refuse('exceptions_open', `还有 ${open.length} 笔必须先处理：${open[0]?.words ?? ''}`, {
      keys: open.map(({ key }) => key),
    });
  return writeStep(db, ctx, place, batch, 'submitted');
}

async function requirePaper(db: Db, batch: BatchHead, countyId: number, signing: Signing): Promise<void> {
  if (signing.signer === undefined || signing.paperId === undefined)
    refuse('paper_missing', '纸质签批要写签字人，并附上签好的扫描件。');
  const paper = await findPaper(db, countyId, signing.paperId ?? '');
  if (paper?.divisionId !== batch.divisionId) throw new NotFound();
}

/** A name on paper is a hand of its own: whoever made the batch, or reviewed it signed in, does not sign the next step. */
function refuseOwnName({ signer = '' }: Signing, names: ReadonlySet<string>): void {
  if (names.has(signer))
    refuse('same_actor', `${signer}办过这一批前面的步骤，纸上不能再由他签，请由另一位签。`);
}

const isPaper = ({ signer, paperId }: Signing) => signer !== undefined || paperId !== undefined;

/** What differs between reviewing and approving. */
interface Hand {
  readonly action: Action;
  readonly from: BatchState;
  readonly to: BatchState;
  /** Whether a paper may stand for the pass code in an office of several people. */
  readonly isPaperTaken: boolean;
}

const REVIEW: Hand = { action: 'pay.review', from: 'submitted', to: 'reviewed', isPaperTaken: false };
const APPROVE: Hand = { action: 'pay.approve', from: 'reviewed', to: 'approved', isPaperTaken: true };

/** Refuses `not_allowed` unless the caller may sign: himself, or by handing in what others signed by hand. */
function requireSigner(ctx: Ctx, batch: BatchHead, at: Placed, signing: Signing, { action }: Hand): void {
  requireMay(ctx, batch, isPaper(signing) ? ['pay.make', 'pay.review', 'pay.approve'] : [action]);
  if (!isPaper(signing) && !mayAny(ctx, at, [action])) refuse('not_allowed', COUNTY_WORDS);
}

async function signBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  signing: Signing,
  hand: Hand,
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  const onePerson = isPaper(signing) && (await isOnePerson(db, ctx, place, batch));
  if (isPaper(signing) && !onePerson && !hand.isPaperTaken)
    refuse('not_allowed', '复核要由复核人用本人口令办理；只有一人办公的单位可以纸质签批。');
  const at: Placed = hand === APPROVE ? await approvalAt(db, ctx, place, batch) : batch;
  requireSigner(ctx, batch, at, signing, hand);
  await requireOpenMonth(db, place4(place, batch), batch.payMonth);
  requireHash(batch, signing.hash);
  requireState(batch, [hand.from]);
  const { makers, reviewers, names } = await handsOf(db, place.countyId, batch);
  const others = hand.to === 'approved' && !isPaper(signing) ? new Set([...makers, ...reviewers]) : makers;
  if (!onePerson) await requireOther(db, ctx, place, at, hand.action, others);
  await refuseChanged(db, place, batch);
  const level = at.divisionCode === batch.divisionCode ? {} : { level: 'county' as const };
  if (!isPaper(signing)) return writeStep(db, ctx, place, batch, hand.to, level);
  await requirePaper(db, batch, place.countyId, signing);
  refuseOwnName(signing, names);
  const { signer, paperId } = signing;
  return writeStep(db, ctx, place, batch, hand.to, {
    ...{ ...level, method: 'paper', signer, paperId, onePerson },
  });
}

/**
 * Reviews a submitted batch: by another user than who made it, with his pass code; in an office of one person on
 * paper. Refuses in order: `not_allowed`, `month_closed`, `stale_hash`, `wrong_state`, `same_actor`, `facts_changed`,
 * `paper_missing`, `same_actor` where the name on the paper is that of an earlier hand.
 */
export const reviewBatch = (db: Db, ctx: Ctx, place: BatchPlace, ref: string, signing: Signing) =>
  signBatch(db, ctx, place, ref, signing, REVIEW);

/**
 * Approves a reviewed batch: by a third user, or on a signed paper attached by somebody who did not make it (in an
 * office of one person by himself). Refuses as {@link reviewBatch}.
 */
export const approveBatch = (db: Db, ctx: Ctx, place: BatchPlace, ref: string, signing: Signing) =>
  signBatch(db, ctx, place, ref, signing, APPROVE);

/** Sends a batch back to its maker: a new round begins. Refuses `not_allowed`, `stale_hash`, `wrong_state`. */
export async function sendBackBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  { hash, reason }: { readonly hash: string; readonly reason: string },
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  requireMay(ctx, batch, batch.state === 'reviewed' ? ['pay.approve', 'pay.review'] : ['pay.review']);
  requireHash(batch, hash);
  requireState(batch, ['submitted', 'reviewed']);
  return writeStep(db, ctx, place, batch, 'sent_back', { round: batch.round + 1, reason });
}
