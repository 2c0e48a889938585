import { maskIdentity } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx, Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { recordEvent } from '../audit/index.ts';
import type { Place } from './changes.ts';

export interface Twin {
  readonly id: string;
  readonly name: string;
  readonly identity: string | null;
  readonly bornOn: string | null;
  readonly village: string | null;
  readonly categories: readonly string[];
}

export interface TwinPair {
  readonly left: Twin;
  readonly right: Twin;
  readonly why: string;
  /** Payments that cover the same months of the same item under both numbers. */
  readonly doublePayments: number;
  readonly doubleFen: number;
}

interface PairRow {
  readonly left_id: string;
  readonly right_id: string;
  readonly same_birth: boolean;
  readonly double_count: number;
  readonly double_fen: number;
}

async function twins(
  db: Db,
  keys: Keys,
  countyId: number,
  ids: readonly string[],
): Promise<Map<string, Twin>> {
  const { rows } = await sql<{
    id: string;
    name: string;
    sealed: Buffer | null;
    born_on: string | null;
    village: string | null;
    categories: string[] | null;
  }>`
    select p.id, p.name, p.identity_sealed as sealed, p.born_on, v.name as village,
      (select array_agg(distinct s.category) from spell s where s.county_id = p.county_id and s.person_id = p.id
        and s.voided_at is null) as categories
    from person p left join village v on v.county_id = p.county_id and v.id = p.village_id
    where p.county_id = ${countyId} and p.id = any(${ids})`.execute(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        name: row.name,
        identity: row.sealed ? maskIdentity(keys.open(row.sealed)) : null,
        bornOn: row.born_on,
        village: row.village,
        categories: row.categories ?? [],
      },
    ]),
  );
}

/**
 * Pairs that may be one person under two numbers: the same name with the same birthday, or with the same bank
 * account. Pairs already judged are left out. Nobody is merged by likeness: a person decides.
 */
export async function suspectedPairs(
  db: Db,
  keys: Keys,
  countyId: number,
  divisionIds: readonly string[],
  limit = 200,
): Promise<TwinPair[]> {
  const live = sql`not exists (select 1 from person_alias a where a.county_id = l.county_id
    and a.person_id in (l.id, r.id) and a.undone_at is null)`;
  const { rows } =
    await sql<PairRow>`select l.id as left_id, r.id as right_id, l.born_on = r.born_on as same_birth,
      coalesce(d.n, 0)::bigint as double_count, coalesce(d.fen, 0)::bigint as double_fen
    from person l join person r on r.county_id = l.county_id and r.division_id = l.division_id and r.name = l.name and r.id > l.id
    left join lateral (select count(*) as n, sum(least(x.amount_fen, y.amount_fen)) as fen from paid_line x
      join paid_line y on y.county_id = x.county_id and y.person_id = r.id and y.item = x.item
        and y.from_month = x.from_month and y.to_month = x.to_month and y.voided_at is null
      where x.county_id = l.county_id and x.person_id = l.id and x.voided_at is null) d on true
    where l.county_id = ${countyId} and l.division_id = any(${divisionIds}) and ${live}
      and (l.born_on = r.born_on or exists (select 1 from spell s join spell t on t.county_id = s.county_id
        and t.person_id = r.id and t.account_hash = s.account_hash where s.county_id = l.county_id and s.person_id = l.id))
      and not exists (select 1 from duplicate_verdict v where v.county_id = l.county_id and v.left_id = l.id and v.right_id = r.id)
    order by l.name, l.id limit ${limit}`.execute(db);
  const cards = await twins(
    db,
    keys,
    countyId,
    rows.flatMap((row) => [row.left_id, row.right_id]),
  );
  return rows.flatMap((row) => {
    const left = cards.get(row.left_id);
    const right = cards.get(row.right_id);
    if (!left || !right) return [];
    const why = row.same_birth ? '姓名和出生日期相同' : '姓名和银行账号相同';
    return [{ left, right, why, doublePayments: row.double_count, doubleFen: row.double_fen }];
  });
}

async function requireBoth(db: Db, place: Place, left: string, right: string): Promise<void> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('id', 'in', [left, right])
    .execute();
  if (new Set(rows.map((row) => row.id)).size !== 2) throw new NotFound();
}

/**
 * Says that `from` is the same person as `into`. Nothing is re-pointed: sums run over both registrations, and
 * undoing drops the alias. Refuses a registration that is merged already or has others merged into it.
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
  const { rows } =
    await sql`select 1 from person_alias where county_id = ${place.countyId} and undone_at is null
    and (person_id in (${from}, ${into}) or merged_into = ${from})`.execute(db);
  if (rows.length > 0) refuse('already_merged', '其中一人已合并过。请先撤销原来的合并。');
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
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.merge',
    recordKind: 'person',
    recordId: into,
    detail: { from },
  });
  return id;
}

/** Takes a merge back. Refuses one that is not there as not found. */
export async function undoMerge(db: Db, ctx: Ctx, place: Place, aliasId: string): Promise<void> {
  const done = await db
    .updateTable('person_alias')
    .set({ undone_at: new Date(ctx.now).toISOString(), undone_by: ctx.actor.name })
    .where('county_id', '=', place.countyId)
    .where('id', '=', aliasId)
    .where('undone_at', 'is', null)
    .returning('merged_into')
    .executeTakeFirst();
  if (!done) throw new NotFound();
  await recordEvent(db, ctx, {
    ...place,
    action: 'person.unmerge',
    recordKind: 'person',
    recordId: done.merged_into,
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
}
