import { addDays } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { PROOF_DAYS } from './change-rules.ts';
import { registrationsOf } from './person.ts';
import type { Place } from './place.ts';

/** Why the next payment of somebody is held back. */
export interface NewHold {
  readonly personId: string;
  readonly reason: string;
  /** The report that waits for a second person, where one does: deciding it lets the payment go. */
  readonly changeId?: string;
}

/** Writes a hold; nothing is checked here. It does not last in silence: the first page asks for it from a day on. */
export async function insertHold(
  db: Db,
  ctx: Ctx,
  place: Place,
  { personId, reason, changeId }: NewHold,
): Promise<string> {
  const id = newId();
  await db
    .insertInto('hold')
    .values({
      ...{ county_id: place.countyId, id, division_id: place.divisionId, person_id: personId, reason },
      ...{ change_id: changeId ?? null, held_at: new Date(ctx.now).toISOString(), held_on: ctx.today },
      ...{ held_by: ctx.actor.name, due_on: addDays(ctx.today, PROOF_DAYS) },
    })
    .execute();
  return id;
}

/** Merged registrations are one person: reports and holds stand with the one they were merged into. */
export async function refuseMerged(db: Db, place: Place, personId: string): Promise<void> {
  const alias = await db
    .selectFrom('person_alias')
    .select('merged_into')
    .where('county_id', '=', place.countyId)
    .where('person_id', '=', personId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (alias)
    refuse('merged', '这份登记已并入另一人，请在那一人的档案里办。', { personId: alias.merged_into });
}

interface Standing {
  readonly id: string;
  readonly reason: string;
  readonly changeId: string | null;
}

/** Holds of a person and of whoever was merged into him that nobody has ended; the person is held meanwhile. */
async function standingHolds(db: Db, { countyId }: Place, personId: string): Promise<readonly Standing[]> {
  await sql`select 1 from person where county_id = ${countyId} and id = ${personId} for update`.execute(db);
  const ids = await registrationsOf(db, countyId, personId);
  const { rows } = await sql<Standing>`select id, reason, change_id as "changeId" from hold
    where county_id = ${countyId} and person_id = any(${ids}::uuid[]) and released_at is null
    order by held_at for update`.execute(db);
  return rows;
}

const reasoned = (reason: string): string => reason.trim() || refuse('reason_missing', '请写明理由。');

/**
 * 缓发: the next payment of a person is held back until it is released. Refuses `reason_missing`, `merged`, and
 * `held_already` where it is held as it is.
 */
export async function addHold(db: Db, ctx: Ctx, place: Place, { personId, reason }: NewHold): Promise<void> {
  const why = reasoned(reason);
  await refuseMerged(db, place, personId);
  const [standing] = await standingHolds(db, place, personId);
  if (standing) refuse('held_already', `这个人已经缓发：${standing.reason}。核实以后再解除。`);
  await insertHold(db, ctx, place, { personId, reason: why });
  await note(db, ctx, place, personId, 'hold');
}

/**
 * Lets the payments of a person go again. Refuses `reason_missing`, `not_held`, and `change_waiting` while a report
 * about him waits: deciding that releases it.
 */
export async function releaseHold(
  db: Db,
  ctx: Ctx,
  place: Place,
  { personId, reason }: NewHold,
): Promise<void> {
  const why = reasoned(reason);
  const standing = await standingHolds(db, place, personId);
  if (standing.length === 0) refuse('not_held', '这个人没有缓发，不用解除。');
  const waiting = standing.find(({ changeId }) => changeId !== null);
  if (waiting) refuse('change_waiting', `${waiting.reason}：由另一人核实或退回那条变更，缓发随之解除。`);
  await sql`update hold set released_at = ${new Date(ctx.now).toISOString()}, released_by = ${ctx.actor.name},
      release_reason = ${why}
    where county_id = ${place.countyId} and id = any(${standing.map(({ id }) => id)}::uuid[])`.execute(db);
  await note(db, ctx, place, personId, 'release');
}

/** Where somebody is registered; undefined when nobody has the id. */
export async function placeOfPerson(db: Db, personId: string): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`select d.code from person p
    join division d on d.county_id = p.county_id and d.id = p.division_id where p.id = ${personId}`.execute(
    db,
  );
  return rows[0]?.code;
}

const note = (db: Db, ctx: Ctx, place: Place, personId: string, what: 'hold' | 'release') =>
  recordEvent(db, ctx, { ...place, action: `person.${what}`, recordKind: 'person', recordId: personId });
