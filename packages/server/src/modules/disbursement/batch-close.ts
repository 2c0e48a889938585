import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { requireBankHand } from './bank-export.ts';
import { cancelLines } from './batch-cancel.ts';
import { addStep } from './batch-event.ts';
import { answerOf, type BatchAnswer, type BatchPlace, holdBatch } from './batch-find.ts';
import { standingLines } from './line-event.ts';

/**
 * Closes a batch of which every line has its end: what is still held is cancelled and its debt free for the next
 * batch. Refuses `not_allowed`, `wrong_state`, `same_actor`, `in_transit`, `released_waiting`.
 */
export async function closeBatch(db: Db, ctx: Ctx, place: BatchPlace, ref: string): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  await requireBankHand(db, ctx, place, batch, ['exported']);
  const lines = await standingLines(db, place.countyId, batch.id);
  const inTransit = lines.filter(({ state }) => state === 'in_file');
  if (inTransit.length > 0)
    refuse('in_transit', `还有 ${inTransit.length} 笔在途，银行没有回话：导入回执后再办结。`, {
      lines: inTransit.length,
      fen: inTransit.reduce((sum, { fen }) => sum + fen, 0),
    });
  const waiting = lines.filter(({ state }) => state === null || state === 'released');
  if (waiting.length > 0)
    refuse('released_waiting', `还有 ${waiting.length} 笔放行了、没有送银行：再导出一次银行文件。`);
  const held = lines.filter(({ state }) => state === 'held').map(({ id }) => id);
  if (held.length > 0) await cancelLines(db, ctx, place.countyId, held, '办结时仍缓发，转下一批');
  const { id: batchId, number, seq, round, lines: count, totalFen, hash, divisionId } = batch;
  const step = { batchId, number, seq: seq + 1, round, state: 'closed', lines: count } as const;
  await addStep(db, ctx, { ...place, divisionId }, { ...step, totalFen, hash });
  return answerOf(db, place, batchId);
}
