import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
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

/** Writes steps of many lines in one statement; each line once. The caller holds the batch. */
export async function addLineEvents(
  db: Db,
  ctx: Ctx,
  countyId: number,
  events: readonly NewLineEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const texts = (of: (event: NewLineEvent) => string | undefined) => events.map((one) => of(one) ?? null);
  await sql`insert into line_event (county_id, line_id, seq, state, code, reason, file_id, file_row, on_day,
      actor_id, actor_name, at)
    select ${countyId}, t.line_id, coalesce((select max(e.seq) from line_event e where e.county_id = ${countyId}
        and e.line_id = t.line_id), 0) + 1, t.state, t.code, t.reason, t.file_id, t.file_row, t.on_day,
      ${ctx.actor.id}, ${ctx.actor.name}, ${new Date(ctx.now).toISOString()}::timestamptz
    from unnest(${texts((one) => one.lineId)}::uuid[], ${texts((one) => one.state)}::text[],
      ${texts((one) => one.code)}::text[], ${texts((one) => one.reason)}::text[],
      ${texts((one) => one.fileId)}::uuid[], ${events.map((one) => one.fileRow ?? null)}::int[],
      ${texts((one) => one.onDay ?? ctx.today)}::date[])
      as t(line_id, state, code, reason, file_id, file_row, on_day)`.execute(db);
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
