import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import {
  type BatchAnswer,
  type BatchPlace,
  batchAnswerOf,
  batchOfKey,
  carryAnswers,
  endBatch,
  findBatch,
  holdBatch,
  lockLedger,
  type OpenAsked,
  openBatch,
  PENSIONS,
  requireMay,
  requireRecomputable,
  viewBatch,
} from '../disbursement/index.ts';
import { type Accrued, accrue } from './accrue.ts';

export interface Opened {
  readonly batch: BatchAnswer;
  /** The run before it; absent for one-off money, which is posted when it is decided. */
  readonly run: Accrued | undefined;
}

/**
 * Posts what is due up to the month and opens its batch, in one command. Refuses as `accrue` and `openBatch` do.
 */
export async function accrueAndOpen(db: Db, ctx: Ctx, place: BatchPlace, asked: OpenAsked): Promise<Opened> {
  const { countyId, divisionId, divisionIds } = place;
  if (asked.kind !== PENSIONS) return { batch: await openBatch(db, ctx, place, asked), run: undefined };
  // All of it at once: the run locks some of the people only, and the batch all of them afterwards.
  await lockLedger(db, place);
  const at = { countyId, divisionId, divisionIds };
  const run = await accrue(db, ctx, at, {
    ...{ commandKey: asked.commandKey, through: asked.month, cause: 'monthly' },
  });
  return { batch: await openBatch(db, ctx, place, asked), run };
}

/**
 * Computes a batch again: takes it back and opens it anew with today's facts, in one command; answers to exceptions
 * whose facts are the same stay. Where nothing is left to be paid it stays taken back. The same key answers what it
 * answered before. Refuses `not_allowed`, `wrong_state`, and as opening does.
 */
export async function recomputeBatch(
  db: Db,
  ctx: Ctx,
  place: BatchPlace,
  ref: string,
  commandKey: string = newId(),
): Promise<Opened> {
  const batch = await holdBatch(db, place, ref);
  requireMay(ctx, batch, ['pay.make']);
  const known = await batchOfKey(db, place, commandKey);
  if (known !== undefined) return { batch: await batchAnswerOf(db, place, known), run: undefined };
  requireRecomputable(batch);
  const { exceptions } = await viewBatch(db, ctx, place, batch);
  await endBatch(db, ctx, place, batch, '重算');
  const { kind, payMonth: month, divisionId } = batch;
  const opened = await accrueAndOpen(db, ctx, { ...place, divisionId }, { commandKey, kind, month }).catch(
    unlessNothing,
  );
  if (opened === undefined) return { batch: await batchAnswerOf(db, place, batch.id), run: undefined };
  const fresh = await findBatch(db, place, opened.batch.batch);
  await carryAnswers(db, ctx, place, exceptions, fresh);
  return opened;
}

function unlessNothing(error: unknown): undefined {
  if (!(error instanceof Refusal && error.code === 'nothing_to_pay')) throw error;
}
