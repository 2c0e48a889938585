import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { recordEvent } from '../audit/index.ts';
import type { BatchPlace } from './batch-find.ts';
import { type BatchState, PAPER_WORDS } from './batch-words.ts';

/** One step of a batch, before it is written. */
export interface NewStep {
  readonly batchId: string;
  readonly number: string;
  readonly seq: number;
  readonly round: number;
  readonly state: BatchState;
  readonly lines: number;
  readonly totalFen: number;
  readonly hash: string;
  /** Whose step it is; of the place it is taken at when absent. */
  readonly level?: 'township' | 'county';
  readonly method?: 'pass_code' | 'paper';
  readonly signer?: string | undefined;
  readonly paperId?: string | undefined;
  readonly reason?: string | undefined;
  /** Signed in an office of one person; the log says so. */
  readonly onePerson?: boolean;
}

const howOf = ({ method, onePerson }: NewStep) =>
  method === 'paper' ? { how: onePerson ? PAPER_WORDS.onePerson : PAPER_WORDS.paper } : {};

/** Writes a step and its line of the log. */
export async function addStep(db: Db, ctx: Ctx, place: BatchPlace, step: NewStep): Promise<void> {
  const { batchId, seq, round, state, lines, totalFen, hash, method = 'pass_code' } = step;
  const { countyId, divisionId } = place;
  await db
    .insertInto('batch_event')
    .values({
      ...{ county_id: countyId, batch_id: batchId, seq, round, state, method },
      ...{ level: step.level ?? (place.level === 'township' ? 'township' : 'county') },
      ...{ signer: step.signer ?? null, paper_id: step.paperId ?? null, reason: step.reason ?? null },
      ...{ line_count: lines, total_fen: totalFen, content_hash: Buffer.from(hash, 'hex') },
      ...{ actor_id: ctx.actor.id, actor_name: ctx.actor.name, at: new Date(ctx.now).toISOString() },
      office_day: ctx.today,
    })
    .execute();
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId, action: `batch.${state}`, recordKind: 'batch', recordId: batchId },
    detail: { number: step.number, round, lines, totalFen, hash, method, ...howOf(step) },
  });
}
