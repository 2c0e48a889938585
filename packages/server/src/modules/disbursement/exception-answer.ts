import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, Refusal, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { answerOf, type BatchAnswer, type BatchHead, type BatchPlace, holdBatch } from './batch-find.ts';
import { handsOf, isOnePerson, requireMay, requireOther, requireState } from './batch-rules.ts';
import type { BatchState } from './batch-words.ts';
import { viewBatch } from './exception.ts';
import { IMPORT_QUESTION } from './exception-import.ts';
import type { Answer, BatchException } from './exception-told.ts';
import { addLineEvents, standingLines } from './line-event.ts';

export interface Answering {
  readonly key: string;
  readonly answer: 'pay' | 'hold';
  readonly reason: string;
  /** Whoever says so saw no answer: one that was given meanwhile is not overwritten unseen. */
  readonly isFirst?: boolean | undefined;
}

const answeredWords = ({ by, answer, reason }: Answer) =>
  `这一条 ${by} 刚刚答复过：${answer === 'pay' ? '照发' : '缓发'}，${reason}。您的没有记下。`;

/** Until when exceptions are answered, and who: the maker before he submits; what a file brought, the reviewer. */
const ANSWERED_BY_MAKER: readonly BatchState[] = ['opened', 'sent_back'];
const ANSWERED_BY_REVIEWER: readonly BatchState[] = ['opened', 'sent_back', 'submitted'];

async function requireAnswerer(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  key: string,
): Promise<void> {
  if (key !== IMPORT_QUESTION) {
    requireMay(ctx, batch, ['pay.make']);
    return requireState(batch, ANSWERED_BY_MAKER);
  }
  const onePerson = await isOnePerson(db, ctx, place, batch);
  requireMay(ctx, batch, onePerson ? ['pay.review', 'pay.make'] : ['pay.review']);
  requireState(batch, ANSWERED_BY_REVIEWER);
  if (onePerson) return;
  const { makers } = await handsOf(db, place.countyId, batch);
  await requireOther(db, ctx, place, batch, 'pay.review', makers);
}

/** Whether the caller is asked for an answer to this exception now; answering refuses the same. */
export async function mayAnswer(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  key: string,
): Promise<boolean> {
  try {
    await requireAnswerer(db, ctx, place, batch, key);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
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

async function addAnswer(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  exceptions: readonly BatchException[],
  said: Answering,
): Promise<void> {
  const found = exceptions.find(({ key }) => key === said.key);
  if (found === undefined) throw new NotFound();
  if (found.lineId === null && said.answer === 'hold')
    refuse('answer_invalid', '这一条问的是整批，不能缓发；不同意请退回修改。');
  if (said.isFirst && found.answer !== null) refuse('answered_meanwhile', answeredWords(found.answer));
  await keepAnswer(db, ctx, place, batch.id, { ...said, factsHash: found.factsHash });
  const others = exceptions.filter((one) => one.lineId === found.lineId && one !== found);
  const isHeldByOther = others.some((one) => one.answer?.answer === 'hold');
  if (found.lineId !== null && !(said.answer === 'pay' && isHeldByOther))
    await moveLine(db, ctx, place, batch, found.lineId, said);
  await recordEvent(db, ctx, {
    ...{ countyId: place.countyId, divisionId: batch.divisionId, action: 'batch.answer' },
    ...{ recordKind: 'batch', recordId: batch.id, detail: { code: found.code, answer: said.answer } },
  });
}

/**
 * Answers an exception with a reason: pay all the same, or hold this month. What a file brought is answered by a
 * reviewer who did not make the batch. Refuses `not_allowed`, `wrong_state`, `same_actor`, `answer_invalid`,
 * `answered_meanwhile`, and as not found a key that is none of this batch's.
 */
export async function answerException(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  said: Answering,
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  await requireAnswerer(db, ctx, place, batch, said.key);
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  await addAnswer(db, ctx, place, batch, exceptions, said);
  return answerOf(db, place, batch.id);
}

/**
 * One reason for several amber exceptions, all of them paid: all or none. What must be dealt with (red) is answered
 * one by one. Refuses as {@link answerException}.
 */
export async function answerTogether(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  { keys, reason }: { readonly keys: readonly string[]; readonly reason: string },
): Promise<BatchAnswer> {
  const batch = await holdBatch(db, place, ref);
  for (const key of keys) await requireAnswerer(db, ctx, place, batch, key);
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  if (exceptions.some(({ key, severity }) => severity === 'red' && keys.includes(key)))
    refuse('answer_invalid', '「必须先处理」的要一条一条答复，不能一并写理由。');
  for (const key of keys)
    await addAnswer(db, ctx, place, batch, exceptions, { key, answer: 'pay', reason, isFirst: true });
  return answerOf(db, place, batch.id);
}

/**
 * A line that was held by an answer and is let go: what said «hold» says «pay» from now on, with the reason of whoever let
 * it go. Otherwise the batch computed again would hold it once more.
 */
export async function answerReleased(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  batch: BatchHead,
  lineId: string,
  reason: string,
): Promise<void> {
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  for (const { key, factsHash, answer, lineId: own } of exceptions)
    if (own === lineId && answer?.answer === 'hold')
      await keepAnswer(db, ctx, place, batch.id, { key, answer: 'pay', reason, factsHash });
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
