import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { answerOf, type BatchAnswer, type BatchHead, type BatchPlace, holdBatch } from './batch-find.ts';
import { requireMay, requireState } from './batch-rules.ts';
import { type BatchException, viewBatch } from './exception.ts';
import { addLineEvents, standingLines } from './line-event.ts';

export interface Answering {
  readonly key: string;
  readonly answer: 'pay' | 'hold';
  readonly reason: string;
}

async function keepAnswer(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batchId: string,
  { key, answer, reason, factsHash }: Answering & { readonly factsHash: string },
): Promise<void> {
  await sql`insert into exception_answer (county_id, batch_id, key, seq, answer, reason, facts_hash, actor_id,
      actor_name, at)
    select ${place.countyId}, ${batchId}, ${key}, coalesce(max(seq), 0) + 1, ${answer}, ${reason},
      decode(${factsHash}, 'hex'), ${ctx.actor.id}, ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}
    from exception_answer where county_id = ${place.countyId} and batch_id = ${batchId} and key = ${key}`.execute(
    db,
  );
}

/** A line answered `hold` is held; one held by an answer is free again once all of its answers say `pay`. */
async function moveLine(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  lineId: string,
  said: Answering,
) {
  const line = (await standingLines(db, place.countyId, batch.id)).find(({ id }) => id === lineId);
  if (line === undefined) return;
  const { answer, reason } = said;
  if (answer === 'hold' && line.state !== 'held')
    await addLineEvents(db, ctx, place.countyId, [{ lineId, state: 'held', code: 'answered', reason }]);
  if (answer === 'pay' && line.state === 'held' && line.code === 'answered')
    await addLineEvents(db, ctx, place.countyId, [{ lineId, state: 'released', reason }]);
}

/**
 * Answers an exception with a reason: pay all the same, or hold this month. Refuses `not_allowed`, `wrong_state`,
 * and as not found a key that is none of this batch's.
 */
export async function answerException(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  said: Answering,
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  const isReview = said.key === 'imported_unreviewed';
  requireMay(ctx, batch, isReview ? ['pay.review', 'pay.make'] : ['pay.make']);
  requireState(batch, isReview ? ['opened', 'sent_back', 'submitted'] : ['opened', 'sent_back']);
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  const found = exceptions.find(({ key }) => key === said.key);
  if (found === undefined) throw new NotFound();
  if (found.lineId === null && said.answer === 'hold')
    refuse('answer_invalid', '这一条问的是整批，不能缓发；不同意请退回修改。');
  await keepAnswer(db, ctx, place, batch.id, { ...said, factsHash: found.factsHash });
  const others = exceptions.filter((one) => one.lineId === found.lineId && one !== found);
  const isHeldByOther = others.some((one) => one.answer?.answer === 'hold');
  if (found.lineId !== null && !(said.answer === 'pay' && isHeldByOther))
    await moveLine(db, ctx, place, batch, found.lineId, said);
  await recordEvent(db, ctx, {
    ...{ countyId: place.countyId, divisionId: batch.divisionId, action: 'batch.answer' },
    ...{ recordKind: 'batch', recordId: batch.id, detail: { code: found.code, answer: said.answer } },
  });
  return answerOf(db, place, batch.id);
}

/** Takes the answers of a batch over into the one that replaces it, where the facts are the same. */
export async function carryAnswers(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  from: readonly BatchException[],
  batch: BatchHead,
): Promise<void> {
  const known = new Map(from.map((one) => [one.key, one]));
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  for (const { key, factsHash, lineId } of exceptions) {
    const old = known.get(key);
    if (old === undefined || old.answer === null || old.factsHash !== factsHash) continue;
    const said = { key, answer: old.answer.answer, reason: `${old.answer.reason}（重算前已答）` };
    await keepAnswer(db, ctx, place, batch.id, { ...said, factsHash });
    if (lineId !== null) await moveLine(db, ctx, place, batch, lineId, said);
  }
}
