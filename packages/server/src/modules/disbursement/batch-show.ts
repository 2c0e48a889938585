import { monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { filesOf } from './bank-file.ts';
import {
  type BatchHead,
  type BatchPlace,
  checkCode,
  countLines,
  findBatch,
  type LineCounts,
} from './batch-find.ts';
import { mayWith } from './batch-may.ts';
import { differencesOf, toldPrevious } from './batch-previous.ts';
import type { BatchState } from './batch-words.ts';
import { openReds, viewBatch } from './exception.ts';
import { mayAnswer } from './exception-answer.ts';
import { IMPORT_QUESTION } from './exception-import.ts';
import type { BatchException } from './exception-told.ts';

export interface ToldStep {
  readonly step: BatchState;
  readonly round: number;
  readonly by: string;
  readonly at: string;
  readonly on: string;
  readonly method: 'pass_code' | 'paper';
  readonly signer: string | null;
  readonly paperId: string | null;
  readonly reason: string | null;
}

/** Every step of a batch, the first first. */
export async function stepsOf(db: Db, countyId: number, batchId: string): Promise<readonly ToldStep[]> {
  const { rows } = await sql<ToldStep>`select state as step, round, actor_name as by, at, office_day as on,
      method, signer, paper_id as "paperId", reason
    from batch_event where county_id = ${countyId} and batch_id = ${batchId} order by seq`.execute(db);
  return rows;
}

/**
 * Claims that were raised when a batch was opened, or one of the same kind and month that it was opened in place of:
 * a batch computed again keeps what the first found.
 */
async function claimsAt(db: Db, { countyId }: BatchPlace, { id }: BatchHead) {
  const { rows } = await sql<{ count: number; fen: number }>`select count(*)::int as count,
      coalesce(sum(c.fen), 0)::bigint as fen
    from batch b join batch o on o.county_id = b.county_id and o.division_id = b.division_id and o.kind = b.kind
      and o.pay_month = b.pay_month and (o.id = b.id or o.id < b.id and exists (select from batch_event e
        where e.county_id = o.county_id and e.batch_id = o.id and e.state = 'cancelled'))
    join claim c on c.county_id = o.county_id and c.batch_id = o.id
    where b.county_id = ${countyId} and b.id = ${id}`.execute(db);
  return rows[0] ?? { count: 0, fen: 0 };
}

const NONE: LineCounts = { lines: 0, fen: 0 };

const sumOf = (counts: readonly LineCounts[]): LineCounts => ({
  lines: counts.reduce((sum, one) => sum + one.lines, 0),
  fen: counts.reduce((sum, one) => sum + one.fen, 0),
});

/** An exception as it is told: without what its answer is bound to. */
const toldException = ({ factsHash: _, lineIds: __, ...told }: BatchException, mine: boolean) => ({
  ...told,
  paperId: told.paperId ?? null,
  mayAnswer: mine,
});

/** The head of a batch: what it is worth, why it differs, who did what, what is odd, what the caller may do. */
export async function showBatch(db: Db, ctx: Ctx, place: BatchPlace, ref: string) {
  const batch = await findBatch(db, place, ref);
  const { countyId } = place;
  const { now, previous, isMore, exceptions } = await viewBatch(db, ctx, place, batch);
  const counts = await countLines(db, countyId, batch.id);
  const of = (state: string) => counts.get(state) ?? NONE;
  const mine = new Map<string, boolean>();
  for (const { key } of exceptions)
    if (key === IMPORT_QUESTION) mine.set(key, await mayAnswer(db, ctx, place, batch, key));
  const { onePerson, may, hands } = await mayWith(db, ctx, place, batch, openReds(exceptions).length);
  const { id, number, kind, state, round, hash, lines, totalFen } = batch;
  return {
    ...{ id, number, kind, state, round, hash, lines, totalFen, isMore, people: now.size },
    ...{ month: monthText(batch.payMonth), checkCode: checkCode(hash) },
    steps: await stepsOf(db, countyId, id),
    ...{ held: of('held'), inTransit: of('in_file'), paid: of('paid'), cancelled: of('cancelled') },
    returned: sumOf([of('returned'), of('taken_back')]),
    unsent: sumOf([of('released'), of('waiting')]),
    previous: toldPrevious(previous),
    differences: differencesOf(now, previous),
    claims: await claimsAt(db, place, batch),
    exceptions: exceptions.map((one) => toldException(one, mine.get(one.key) ?? may.answer.ok)),
    ...{ isOnePerson: onePerson, may, hands, files: await filesOf(db, countyId, id) },
  };
}
