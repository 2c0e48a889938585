import { type Day, parseIsoDay } from '@shuangyong/values';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import type { Cells } from '../../platform/contract/kind.ts';
import { recordEvent } from '../audit/index.ts';
import { standingRights } from './change-apply.ts';
import { insertRequest } from './change-request.ts';
import { cellsForRight, EVENT_WORDS, type EventType, eventCells } from './change-rules.ts';
import { insertHold, refuseMerged } from './hold.ts';
import { registrationsOf } from './person.ts';
import type { Place } from './place.ts';

export interface EventReport {
  readonly type: EventType;
  readonly day: string;
  readonly source: string;
  readonly reason?: string | undefined;
  readonly paperId?: string | undefined;
}

/** The day of an event of a person, and what it would say of his rights. Refuses what {@link reportEvent} refuses. */
export async function checkEvent(
  db: Db,
  ctx: Ctx,
  place: Place,
  personId: string,
  event: Pick<EventReport, 'type' | 'day'>,
): Promise<Cells> {
  const on: Day = parseIsoDay(event.day) ?? refuse('date_invalid', '日期读不出，请写成 2017-08-14。');
  if (on > ctx.today) refuse('date_order', '日期晚于今天，请核对。');
  const person = await db
    .selectFrom('person')
    .select(['born_on', 'died_on'])
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new NotFound();
  if (person.born_on && on < person.born_on) refuse('date_order', '日期早于出生日期，请核对。');
  if (person.died_on)
    refuse('already_dead', `已登记 ${person.died_on} 去世。日子不对的，请用「更正」改死亡日期。`);
  const cells = eventCells(event.type, on);
  await refuseIfUntouched(db, place, personId, cells);
  return cells;
}

async function refuseIfUntouched(db: Db, place: Place, personId: string, cells: Cells): Promise<void> {
  const ids = await registrationsOf(db, place.countyId, personId);
  const rights = await standingRights(db, place.countyId, ids);
  if (rights.length === 0)
    refuse('no_right', '名册上没有他的待遇，没有可停的。请先在「新增」里登记他的身份。');
  if (!rights.some((right) => cellsForRight(cells, right)))
    refuse('already_ended', '他的待遇在这之前都已停了，不用再报。');
}

/**
 * Reports a death, a move, a sentence or another stop. The next payment is held at once; a second person confirms
 * with a paper or says it was a mistake. Refuses a day ahead of today or before birth, a person who is dead already
 * or has nothing left to stop, and a second report while one waits.
 */
export async function reportEvent(
  db: Db,
  ctx: Ctx,
  place: Place,
  personId: string,
  event: EventReport,
): Promise<{ changeId: string; holdId: string }> {
  await refuseMerged(db, place, personId);
  const cells = await checkEvent(db, ctx, place, personId, event);
  const changeId = await insertRequest(db, ctx, place, {
    ...{ type: event.type, kind: 'person', recordId: personId, personId, version: 0, cells },
    reason: [EVENT_WORDS[event.type], event.source, event.reason].filter(Boolean).join('；'),
    paperId: event.paperId,
  });
  const reason = `${EVENT_WORDS[event.type]}待核`;
  const holdId = await insertHold(db, ctx, place, { personId, reason, changeId });
  await recordEvent(db, ctx, {
    ...place,
    action: `person.${event.type}`,
    recordKind: 'person',
    recordId: personId,
  });
  return { changeId, holdId };
}
