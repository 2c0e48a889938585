import { type Month, monthOf, monthOfDay, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { AwardKind } from './award.ts';
import { DEAD_STATES, lineState } from './line-state.ts';

/** Where an award's money is: free, in a batch, on its way, with the person, sent back, or taken back before all that. */
export type AwardState = 'free' | 'in_batch' | 'in_file' | 'paid' | 'returned' | 'revoked';

export interface ListedAward {
  readonly id: string;
  readonly kind: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly village: string | null;
  readonly month: string;
  readonly fen: number;
  readonly fund: string;
  readonly reason: string;
  readonly paperId: string | null;
  readonly on: string;
  readonly by: string;
  readonly state: AwardState;
  /** The last batch that took it. */
  readonly batch: { readonly id: string; readonly number: string } | null;
  readonly revoked: { readonly on: string; readonly by: string; readonly reason: string } | null;
  /** It stands in place of a revoked one. */
  readonly isAnew: boolean;
}

export interface AwardsOf {
  readonly year?: number | undefined;
  readonly kind?: AwardKind | undefined;
}

interface Row extends Omit<ListedAward, 'person' | 'month' | 'state' | 'batch' | 'revoked'> {
  readonly personId: string;
  readonly name: string;
  readonly month: Month;
  readonly batchId: string | null;
  readonly number: string | null;
  readonly lineId: string | null;
  readonly lineState: string | null;
  readonly revokedOn: string | null;
  readonly revokedBy: string | null;
  readonly revokedWhy: string | null;
}

function stateOf({ revokedOn, lineId, lineState: state }: Row): AwardState {
  if (revokedOn !== null) return 'revoked';
  if (lineId === null || state === 'cancelled') return 'free';
  if (state === 'in_file' || state === 'paid') return state;
  return state !== null && DEAD_STATES.includes(state) ? 'returned' : 'in_batch';
}

function listed(row: Row): ListedAward {
  const { id, kind, village, fen, fund, reason, paperId, on, by, isAnew } = row;
  const { revokedOn, revokedBy, revokedWhy } = row;
  return {
    ...{
      id,
      kind,
      person: { id: row.personId, name: row.name },
      village,
      month: monthText(row.month),
      fen,
      fund,
    },
    ...{ reason, paperId, on, by, isAnew, state: stateOf(row) },
    batch: row.batchId === null || row.number === null ? null : { id: row.batchId, number: row.number },
    revoked: revokedOn === null ? null : { on: revokedOn, by: revokedBy ?? '', reason: revokedWhy ?? '' },
  };
}

/** One-off money decided in a place, of a year, the newest first, with where each stands; the first 5,000. */
export async function listAwards(
  db: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionIds: readonly string[] },
  { year = Math.floor(monthOfDay(ctx.today) / 12), kind }: AwardsOf,
): Promise<readonly ListedAward[]> {
  const { rows } = await sql<Row>`
    select w.id, w.kind, p.id as "personId", p.name, v.name as village, w.month, w.fen, w.fund, w.reason,
      w.paper_id as "paperId", w.office_day::text as "on", w.actor_name as "by", w.replaces is not null as "isAnew",
      r.office_day::text as "revokedOn", r.actor_name as "revokedBy", r.reason as "revokedWhy",
      l.id as "lineId", b.id as "batchId", b.number, ${lineState(sql`l.county_id`, sql`l.id`)} as "lineState"
    from award w join person p on p.county_id = w.county_id and p.id = w.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join award_revoke r on r.county_id = w.county_id and r.award_id = w.id
    left join lateral (select i.line_id from accrual a
      join line_item i on i.county_id = a.county_id and i.accrual_id = a.id
      where a.county_id = w.county_id and a.person_id = w.person_id and a.kind = w.kind and a.ref = w.id::text
      order by i.attempt desc limit 1) t on true
    left join pay_line l on l.county_id = w.county_id and l.id = t.line_id
    left join batch b on b.county_id = l.county_id and b.id = l.batch_id
    where w.county_id = ${place.countyId} and w.division_id = any(${place.divisionIds}::uuid[])
      and w.month between ${monthOf(year, 1)} and ${monthOf(year, 12)}
      and (${kind ?? null}::text is null or w.kind = ${kind ?? null})
    order by w.id desc limit 5000`.execute(db);
  return rows.map(listed);
}
