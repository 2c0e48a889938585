import { sql } from 'kysely';
import type { Db } from '../kernel/db.ts';
import type { KindDef } from '../platform/contract/kind.ts';
import type { Place } from '../platform/http/index.ts';

/**
 * Links a record that was entered or corrected to its person, by the rule of the import: by number, else by a name
 * only one person of the township has. A group entry (人数 above one) names nobody; payments and the roll create
 * their people and are left alone.
 */
export async function linkPerson(tx: Db, place: Place, kind: KindDef, id: string): Promise<void> {
  if (!kind.person || kind.person.createMissing) return;
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
      from ${sql.table(kind.table)} t where t.county_id = ${countyId} and t.id = ${id}) f
    where r.county_id = ${countyId} and r.id = f.id`.execute(tx);
}
