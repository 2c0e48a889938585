import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { addStep } from './batch-event.ts';
import { answerOf, type BatchAnswer, type BatchHead, type BatchPlace, holdBatch } from './batch-find.ts';
import { requireMay, requireState } from './batch-rules.ts';
import type { BatchState } from './batch-words.ts';
import { addLineEvents, type NewLineEvent, standingLines } from './line-event.ts';
import { undoOffsets } from './offset.ts';

/** Nothing has left for the bank yet. */
export const BEFORE_BANK: readonly BatchState[] = [
  'opened',
  'submitted',
  'reviewed',
  'approved',
  'sent_back',
];

/** Ends lines that will not be paid: what they were made of is free again, what they set off is claimed again. */
export async function cancelLines(
  db: Db,
  ctx: Ctx,
  countyId: number,
  lineIds: readonly string[],
  reason: string,
): Promise<void> {
  const events: readonly NewLineEvent[] = lineIds.map((lineId) => ({ lineId, state: 'cancelled', reason }));
  await addLineEvents(db, ctx, countyId, events);
  await undoOffsets(db, ctx, countyId, lineIds, reason);
}

/** Ends a held batch that has not gone to the bank. */
export async function endBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  reason: string,
): Promise<void> {
  const lines = await standingLines(db, place.countyId, batch.id);
  const ids = lines.map(({ id }) => id);
  await cancelLines(db, ctx, place.countyId, ids, reason);
  const { id: batchId, number, seq, round, lines: count, totalFen, hash, divisionId } = batch;
  const step = { batchId, number, seq: seq + 1, round, lines: count, totalFen, hash, reason } as const;
  await addStep(db, ctx, { ...place, divisionId }, { ...step, state: 'cancelled' });
}

/** Takes a batch back before it goes to the bank; its debts are free again. Refuses `not_allowed`, `wrong_state`. */
export async function cancelBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  reason: string,
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  requireMay(ctx, batch, ['pay.make']);
  requireState(batch, BEFORE_BANK);
  await endBatch(db, ctx, place, batch, reason);
  return answerOf(db, place, batch.id);
}

/** Refuses `wrong_state` for a batch that others have in their hands, or that is done. */
export const requireRecomputable = (batch: BatchHead): void => requireState(batch, ['opened', 'sent_back']);
