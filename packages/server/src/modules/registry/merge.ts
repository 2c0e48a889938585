import { sql } from 'kysely';
import type { Ctx, Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import { type DuplicateScope, forgetSuspectedCount, type Twin, twinsOf } from './duplicates.ts';
import type { Place } from './place.ts';

/** Both registrations of the township, held until the command ends: two people may be merging them at once. */
async function requireBoth(db: Db, place: Place, left: string, right: string): Promise<void> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('id', 'in', [left, right])
    .orderBy('id')
    .forUpdate()
    .execute();
  if (new Set(rows.map((row) => row.id)).size !== 2) throw new NotFound();
}

/**
 * Says that `from` is the same person as `into`. Nothing is re-pointed: sums run over both registrations, and
 * undoing drops the alias. Refuses a registration that is merged already or has others merged into it, and one with
 * a change that waits: what is decided about it would be decided about another.
 */
export async function mergePeople(
  db: Db,
  ctx: Ctx,
  place: Place,
  from: string,
  into: string,
  reason: string,
): Promise<string> {
  await requireBoth(db, place, from, into);
  const { rows: merged } = await sql`select 1 from person_alias where county_id = ${place.countyId}
    and undone_at is null and (person_id in (${from}, ${into}) or merged_into = ${from})`.execute(db);
  if (merged.length > 0) refuse('already_merged', '其中一人已合并过。请先撤销原来的合并。');
  const { rows: waiting } = await sql`select 1 from change_request where county_id = ${place.countyId}
    and state = 'waiting' and person_id = ${from}`.execute(db);
  if (waiting.length > 0) refuse('change_waiting', '要并入的这份登记有一条变更待核，核定后才能合并。');
  const id = newId();
  await db
    .insertInto('person_alias')
    .values({
      county_id: place.countyId,
      id,
      person_id: from,
      merged_into: into,
      reason,
      merged_at: new Date(ctx.now).toISOString(),
      merged_by: ctx.actor.name,
    })
    .execute();
  await renewFacts(db, place, [from, into]);
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.merge',
    recordKind: 'person',
    recordId: into,
    detail: { from },
  });
  forgetSuspectedCount();
  return id;
}

/** What rests on the facts of either must be looked at again: rights and money count together now, or apart. */
async function renewFacts(db: Db, { countyId }: Place, ids: readonly string[]): Promise<void> {
  await sql`update person set facts_seq = facts_seq + 1
    where county_id = ${countyId} and id = any(${ids})`.execute(db);
}

async function aliasOf(db: Db, place: Place, id: string) {
  const { rows } = await sql<{
    from: string;
    into: string;
  }>`select a.person_id as "from", a.merged_into as "into"
    from person_alias a join person p on p.county_id = a.county_id and p.id = a.merged_into
      and p.division_id = ${place.divisionId}
    where a.county_id = ${place.countyId} and a.id = ${id} and a.undone_at is null for update of a`.execute(
    db,
  );
  return rows[0];
}

/** Takes a merge back. Refuses one that is not there, or not in this township, as not found. */
export async function undoMerge(db: Db, ctx: Ctx, place: Place, id: string): Promise<void> {
  const alias = await aliasOf(db, place, id);
  if (!alias) throw new NotFound();
  await db
    .updateTable('person_alias')
    .set({ undone_at: new Date(ctx.now).toISOString(), undone_by: ctx.actor.name })
    .where('county_id', '=', place.countyId)
    .where('id', '=', id)
    .execute();
  await renewFacts(db, place, [alias.from, alias.into]);
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.unmerge',
    recordKind: 'person',
    recordId: alias.into,
    detail: { from: alias.from },
  });
  forgetSuspectedCount();
}

export interface Merge {
  readonly id: string;
  readonly from: Twin;
  readonly into: Twin;
  readonly reason: string;
  readonly mergedOn: string;
  readonly mergedBy: string;
}

interface MergeRow extends Omit<Merge, 'from' | 'into'> {
  readonly from_id: string;
  readonly into_id: string;
}

/** Merges that stand, newest first: each can be taken back. */
export async function mergesIn(db: Db, keys: Keys, scope: DuplicateScope): Promise<Merge[]> {
  const { rows } =
    await sql<MergeRow>`select a.id, a.person_id as from_id, a.merged_into as into_id, a.reason,
      (a.merged_at at time zone 'Asia/Shanghai')::date::text as "mergedOn", a.merged_by as "mergedBy"
    from person_alias a join person p on p.county_id = a.county_id and p.id = a.merged_into
    where a.county_id = ${scope.countyId} and p.division_id = any(${scope.divisionIds}) and a.undone_at is null
    order by a.merged_at desc limit 200`.execute(db);
  const cards = await twinsOf(
    db,
    keys,
    scope.countyId,
    rows.flatMap((row) => [row.from_id, row.into_id]),
  );
  return rows.flatMap(({ from_id, into_id, ...row }) => {
    const from = cards.get(from_id);
    const into = cards.get(into_id);
    return from && into ? [{ ...row, from, into }] : [];
  });
}

/** Says that two people are two people; the pair is not shown again. */
export async function keepApart(
  db: Db,
  ctx: Ctx,
  place: Place,
  one: string,
  other: string,
  reason: string,
): Promise<void> {
  await requireBoth(db, place, one, other);
  const [left, right] = one < other ? [one, other] : [other, one];
  await db
    .insertInto('duplicate_verdict')
    .values({
      county_id: place.countyId,
      left_id: left,
      right_id: right,
      reason,
      decided_at: new Date(ctx.now).toISOString(),
      decided_by: ctx.actor.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.distinct',
    recordKind: 'person',
    recordId: left,
    detail: { right },
  });
  forgetSuspectedCount();
}
