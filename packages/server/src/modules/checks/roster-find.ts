import type { Day } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { BookPlace } from './paid-book.ts';
import type { RosterKind } from './roster-kinds.ts';
import type { Likeness } from './roster-match.ts';

/** A comparison as the list of them shows it. */
export interface Roster {
  readonly id: string;
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly rows: number;
  readonly refused: number;
  readonly same: number;
  readonly like: number;
  readonly absent: number;
  readonly day: Day;
  readonly by: string;
  /** Made by the office that asks: only it may take it back. */
  readonly isOwn: boolean;
  readonly voidedBecause: string | null;
}

export interface ShownPlace extends BookPlace {
  readonly divisionId: string;
}

/** SQL: the comparison `r` looked at a township: made by it, or by its county. */
const looksAt = (division: RawBuilder<unknown>) => sql`(r.division_id = ${division} or r.division_id in (
  select d.id from division d where d.county_id = r.county_id and d.level = 'county'))`;

const counts = sql`not exists (select from roster_void v where v.county_id = r.county_id and v.roster_id = r.id)`;

/** SQL: hits of the place's own people. A township sees of its county's comparison no more than these. */
const hitsOf = ({ divisionIds }: BookPlace, likeness: Likeness) => sql`(select count(*)::int from roster_hit h
  where h.county_id = r.county_id and h.roster_id = r.id and h.likeness = ${likeness}
    and h.division_id = any(${divisionIds}::uuid[]))`;

/** Comparisons that looked at a place, the newest first; the first 200. */
export async function listRosters(db: Db, place: ShownPlace, id?: string): Promise<readonly Roster[]> {
  const only = id === undefined ? sql`true` : sql`r.id = ${id}`;
  const { rows } = await sql<Roster>`select r.id, r.kind, r.file_name as "fileName",
      encode(r.file_sha256, 'hex') as sha256, r.row_count as rows, r.refused_count as refused,
      ${hitsOf(place, 'same')} as same, ${hitsOf(place, 'like')} as like, r.absent_count as absent,
      r.office_day as day, r.actor_name as by, r.division_id = ${place.divisionId} as "isOwn",
      (select v.reason from roster_void v where v.county_id = r.county_id and v.roster_id = r.id) as "voidedBecause"
    from roster r where r.county_id = ${place.countyId} and ${only}
      and (r.division_id = any(${place.divisionIds}::uuid[]) or ${looksAt(sql`${place.divisionId}`)})
    order by r.at desc, r.id desc limit 200`.execute(db);
  return rows;
}

/** Somebody of the roll who stands in a list that counts. */
export interface RosterHit {
  readonly personId: string;
  readonly kind: RosterKind;
  readonly likeness: Likeness;
  readonly row: number;
  readonly sheet: string;
  readonly onDay: Day | null;
  /** When the list was held against the roll. */
  readonly comparedOn: Day;
}

interface Told {
  readonly kind: RosterKind;
  readonly rows: number;
}

/** How many rows of each kind of list were held against the roll of some townships. */
export async function rosterRows(db: Db, place: BookPlace): Promise<ReadonlyMap<RosterKind, number>> {
  const { rows } = await sql<Told>`select r.kind, sum(r.row_count)::bigint as rows from roster r
    where r.county_id = ${place.countyId} and ${counts}
      and exists (select from unnest(${place.divisionIds}::uuid[]) t(id) where ${looksAt(sql`t.id`)})
    group by r.kind`.execute(db);
  return new Map(rows.map(({ kind, rows: count }) => [kind, Number(count)]));
}

/**
 * Hits in the lists of a kind that count, of the newest of each township or of all, the newest first. A merged
 * registration stands for whom it was merged into.
 */
export async function hitsIn(
  db: Db,
  { countyId, divisionIds }: BookPlace,
  kinds: readonly RosterKind[],
  which: 'newest' | 'all',
): Promise<readonly RosterHit[]> {
  const newest = sql`r.id = (select r.id from roster r where r.county_id = ${countyId} and r.kind = l.kind
    and ${looksAt(sql`h.division_id`)} and ${counts} order by r.at desc, r.id desc limit 1)`;
  const { rows } =
    await sql<RosterHit>`select coalesce(a.merged_into, h.person_id) as "personId", r.kind, h.likeness,
      h.source_row as row, h.source_sheet as sheet, h.on_day as "onDay", r.office_day as "comparedOn"
    from roster r join roster_hit h on h.county_id = r.county_id and h.roster_id = r.id
    left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id and a.undone_at is null
    cross join lateral (select r.kind) l(kind)
    where r.county_id = ${countyId} and r.kind = any(${kinds}) and ${counts}
      and h.division_id = any(${divisionIds}::uuid[]) and ${which === 'all' ? sql`true` : newest}
    order by r.at desc, r.id desc, h.source_row`.execute(db);
  return rows;
}
