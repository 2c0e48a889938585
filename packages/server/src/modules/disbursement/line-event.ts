import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { copyRows, copyText } from '../../kernel/copy.ts';
import type { Db } from '../../kernel/db.ts';

export type LineState = 'held' | 'released' | 'in_file' | 'paid' | 'returned' | 'taken_back' | 'cancelled';

/** One step of a payment line. */
export interface NewLineEvent {
  readonly lineId: string;
  readonly state: LineState;
  readonly code?: string | undefined;
  readonly reason?: string | undefined;
  readonly fileId?: string | undefined;
  readonly fileRow?: number | undefined;
  /** The office's day when absent. */
  readonly onDay?: Day | undefined;
}

const COLUMNS = [
  ...['county_id', 'line_id', 'seq', 'state', 'code', 'reason', 'file_id', 'file_row', 'on_day'],
  ...['actor_id', 'actor_name', 'at'],
];

async function lastSteps(db: Db, countyId: number, lineIds: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    seq: number;
  }>`select line_id as id, max(seq) as seq from line_event
    where county_id = ${countyId} and line_id = any(${lineIds}::uuid[]) group by 1`.execute(db);
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/**
 * Writes steps of many lines; each line once. The caller holds the batch. What stands there is read before anything
 * is written: one statement doing both would look for each line among all those it has just written.
 */
export async function addLineEvents(
  db: Db,
  ctx: Ctx,
  countyId: number,
  events: readonly NewLineEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const ids = events.map(({ lineId }) => lineId);
  const last = await lastSteps(db, countyId, ids);
  const stamp = `${copyText(ctx.actor.id)}\t${copyText(ctx.actor.name)}\t${new Date(ctx.now).toISOString()}`;
  await copyRows(db, 'line_event', COLUMNS, async (copy) => {
    for (const { lineId, state, code, reason, fileId, fileRow, onDay } of events) {
      const step = `${countyId}\t${lineId}\t${(last.get(lineId) ?? 0) + 1}\t${state}\t${copyText(code)}`;
      const file = `${copyText(fileId)}\t${copyText(fileRow)}\t${onDay ?? ctx.today}`;
      await copy.write(`${step}\t${copyText(reason)}\t${file}\t${stamp}\n`);
    }
  });
}

/** A line of a batch as its last step left it. */
export interface StandingLine {
  readonly id: string;
  readonly ordinal: number;
  readonly personId: string;
  readonly accountId: string | null;
  readonly fen: number;
  readonly state: LineState | null;
  readonly code: string | null;
  readonly since: Day | null;
}

/** Lines of a batch in their order with their last step. */
export async function standingLines(
  db: Db,
  countyId: number,
  batchId: string,
): Promise<readonly StandingLine[]> {
  const { rows } = await sql<StandingLine>`select l.id, l.ordinal, l.person_id as "personId",
      l.account_id as "accountId", l.fen, e.state, e.code, e.on_day as since
    from pay_line l left join lateral (select state, code, on_day from line_event x
      where x.county_id = l.county_id and x.line_id = l.id order by x.seq desc limit 1) e on true
    where l.county_id = ${countyId} and l.batch_id = ${batchId} order by l.ordinal`.execute(db);
  return rows;
}
