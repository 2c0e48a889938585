import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { KindDef } from '../platform/contract/kind.ts';
import type { Place } from '../platform/http/index.ts';

/** Kinds whose records look for a person that is there already; the roll and paid lines make theirs. */
function looksForPerson(kind: KindDef): boolean {
  return kind.person !== undefined && !kind.person.createMissing;
}

/**
 * Links records `t` to their person, by the rule of the import: by number, else by a name only one person of the
 * township has. A group entry (人数 above one) names nobody.
 */
async function link(tx: Db, place: Place, kind: KindDef, which: RawBuilder<boolean>): Promise<void> {
  const { countyId, divisionId } = place;
  const isGroup = kind.columns.some((column) => column.field === 'head_count')
    ? sql`coalesce(r.head_count, 1) > 1 and r.identity_hash is null`
    : sql`false`;
  await sql`update ${sql.table(kind.table)} r set
      person_id = case when ${isGroup} then null when f.numbered is not null then f.numbered
        when cardinality(f.named) = 1 then f.named[1] end,
      person_link = case when ${isGroup} then null when f.numbered is not null then 'number'
        when cardinality(f.named) = 1 then 'name' when cardinality(f.named) > 1 then 'ambiguous' else 'unmatched' end
    from (select t.id,
        (select p.id from person p where p.county_id = ${countyId} and p.division_id = ${divisionId}
          and p.identity_hash = t.identity_hash limit 1) as numbered,
        array(select p.id from person p where p.county_id = ${countyId} and p.division_id = ${divisionId}
          and t.identity_hash is null and p.name = t.name
          and not exists (select 1 from person_alias a where a.county_id = p.county_id and a.person_id = p.id
            and a.undone_at is null)
          and (exists (select 1 from spell s where s.county_id = p.county_id and s.person_id = p.id
              and s.voided_at is null)
            or not exists (select 1 from import_log l where l.county_id = p.county_id and l.id = p.import_id
              and l.undone_at is not null))) as named
      from ${sql.table(kind.table)} t where t.county_id = ${countyId} and ${which}) f
    where r.county_id = ${countyId} and r.id = f.id`.execute(tx);
}

/** Links a record that was entered or corrected to its person, if there is one. */
export async function linkRecord(tx: Db, place: Place, kind: KindDef, id: string): Promise<void> {
  if (looksForPerson(kind)) await link(tx, place, kind, sql<boolean>`t.id = ${id}`);
}

/** Records that waited for somebody of this number or name find him now. */
export async function linkWaiting(
  tx: Db,
  place: Place,
  kinds: readonly KindDef[],
  personId: string,
): Promise<void> {
  const waits = sql<boolean>`t.division_id = ${place.divisionId} and t.voided_at is null
    and t.person_link in ('unmatched', 'ambiguous') and exists (select 1 from person q where q.county_id = t.county_id
      and q.id = ${personId} and (q.identity_hash = t.identity_hash or q.name = t.name))`;
  for (const kind of kinds.filter(looksForPerson)) await link(tx, place, kind, waits);
}
