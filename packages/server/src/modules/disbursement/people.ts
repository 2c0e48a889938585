import { type RawBuilder, sql } from 'kysely';

const MOST_LISTED = 1_000;

/** SQL: these people; of many, everybody of the township who has a head, which asks for no list. */
export function amongPeople(
  person: RawBuilder<unknown>,
  { countyId, divisionId }: { readonly countyId: number; readonly divisionId: string },
  ids: readonly string[],
): RawBuilder<boolean> {
  if (ids.length <= MOST_LISTED) return sql`${person} = any(${ids}::uuid[])`;
  return sql`${person} in (select h.person_id from ledger_head h
    where h.county_id = ${countyId} and h.division_id = ${divisionId})`;
}
