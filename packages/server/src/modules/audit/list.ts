import { addDays, type Day } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from './service.ts';

export interface LogQuery {
  /** The place asked about. */
  readonly place: { readonly countyId: number; readonly divisionId: string; readonly code: string };
  /** Ids of the places below it. */
  readonly below: readonly string[];
  readonly recordKind?: string | undefined;
  readonly recordId?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface LogLine {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly recordKind: string | null;
  readonly recordId: string | null;
  readonly detail: unknown;
  /** Its number in the sealed chain; null for the second until it is sealed. */
  readonly seq: number | null;
}

export interface LogPage {
  readonly total: number;
  readonly lines: readonly LogLine[];
}

/** What happened, newest first: to one record, or in a stretch of days. */
export async function listEvents(db: Db, ctx: Ctx, query: LogQuery): Promise<LogPage> {
  if (!ctx.may('audit.read', query.place.code)) throw new NotFound();
  return readPage(db, query, undefined);
}

/**
 * What one colleague did. Only for the auditor, with a reason, and the question itself goes into the log: nothing
 * here watches staff.
 */
export async function listEventsOfPerson(
  db: Db,
  ctx: Ctx,
  query: LogQuery,
  actorId: string,
  reason: string,
): Promise<LogPage> {
  if (!ctx.may('audit.byPerson', query.place.code)) throw new NotFound();
  if (reason.trim() === '') refuse('reason_empty', '按人查日志要写理由。');
  const { countyId, divisionId } = query.place;
  const about = { recordKind: 'user', recordId: actorId, detail: { reason } };
  await recordEvent(db, ctx, { countyId, divisionId, action: 'audit.byPerson', ...about });
  return readPage(db, query, actorId);
}

async function readPage(db: Db, query: LogQuery, actorId: string | undefined): Promise<LogPage> {
  const lines = selectLines(db, query, actorId);
  const { total } = await lines
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await lines
    .select(['event.id', 'event.at', 'event.actor_name', 'event.action', 'event.record_kind'])
    .select(['event.record_id', 'event.detail', 'seal.seq'])
    .orderBy('event.at', 'desc')
    .orderBy('event.id', 'desc')
    .offset(query.offset)
    .limit(query.limit)
    .execute();
  return { total, lines: rows.map(lineOf) };
}

// Lines of no division (a county's settings) are for whoever asks about the county.
const isCountyWide = ({ place }: LogQuery) => place.code.endsWith('000000');

function selectLines(db: Db, query: LogQuery, actorId: string | undefined) {
  const { recordKind, recordId, from, to, place } = query;
  const ids = [place.divisionId, ...query.below];
  return db
    .selectFrom('audit_event as event')
    .leftJoin('audit_seal as seal', (join) =>
      join.onRef('seal.county_id', '=', 'event.county_id').onRef('seal.event_id', '=', 'event.id'),
    )
    .where('event.county_id', '=', place.countyId)
    .where((where) => {
      const here = where('event.division_id', 'in', ids);
      return isCountyWide(query) ? where.or([here, where('event.division_id', 'is', null)]) : here;
    })
    .$if(recordKind !== undefined, (lines) => lines.where('event.record_kind', '=', recordKind ?? ''))
    .$if(recordId !== undefined, (lines) => lines.where('event.record_id', '=', recordId ?? ''))
    .$if(actorId !== undefined, (lines) => lines.where('event.actor_id', '=', actorId ?? ''))
    .$if(from !== undefined, (lines) => lines.where('event.at', '>=', startOf(from)))
    .$if(to !== undefined, (lines) => lines.where('event.at', '<', startOf(to && addDays(to, 1))));
}

const startOf = (day: Day | undefined) => `${day}T00:00:00+08:00`;

function lineOf(row: {
  id: string;
  at: string;
  actor_name: string;
  action: string;
  record_kind: string | null;
  record_id: string | null;
  detail: unknown;
  seq: number | null;
}): LogLine {
  const { id, at, action, detail, seq } = row;
  return {
    id,
    at: new Date(at).toISOString(),
    actor: row.actor_name,
    action,
    recordKind: row.record_kind,
    recordId: row.record_id,
    detail,
    seq,
  };
}
