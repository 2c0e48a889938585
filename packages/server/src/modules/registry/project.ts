import { type RawBuilder, sql } from 'kysely';
import { pinyin } from 'pinyin-pro';
import type { Db } from '../../kernel/db.ts';

/** Pinyin of a name for search and order: initials `lch` and whole `lichanghe`; surnames take their own reading. */
export function namePinyin(name: string): { readonly initials: string; readonly whole: string } {
  const parts = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed', v: true });
  return {
    initials: parts
      .map((part) => part[0] ?? '')
      .join('')
      .toLowerCase(),
    whole: parts.join('').toLowerCase(),
  };
}

const FACTS = ['sex', 'born_on', 'died_on', 'death_cause', 'village_id', 'phone_sealed'];

/** Of all live rows of a person, the last that states the fact: the newest right, then the later row. */
function lastStated(field: string): RawBuilder<unknown> {
  return sql`(select s.${sql.ref(field)} from spell s where s.county_id = p.county_id and s.person_id = p.id
    and s.voided_at is null and s.${sql.ref(field)} is not null
    order by s.from_month desc, s.source_row desc nulls last, s.id desc limit 1)`;
}

/**
 * Makes many people's own lines again from their rights; `chosen` is a condition on person `p`. Names stay. The
 * facts' sequence number grows so that whatever rested on them can tell.
 */
export async function projectFacts(db: Db, countyId: number, chosen: RawBuilder<unknown>): Promise<void> {
  const sets = FACTS.map((field) => sql`${sql.ref(field)} = ${lastStated(field)}`);
  await sql`update person p set ${sql.join(sets)}, facts_seq = p.facts_seq + 1
    where p.county_id = ${countyId} and ${chosen}`.execute(db);
}

/** The same for one person whose right changed, his name and its sound included. */
export async function projectPerson(db: Db, countyId: number, personId: string): Promise<void> {
  await projectFacts(db, countyId, sql`p.id = ${personId}`);
  const { rows } = await sql<{
    name: string;
  }>`update person p set name = coalesce(${lastStated('name')}, p.name)
    where p.county_id = ${countyId} and p.id = ${personId} returning p.name`.execute(db);
  const name = rows[0]?.name;
  if (name === undefined) return;
  const { initials, whole } = namePinyin(name);
  await db
    .updateTable('person')
    .set({ name_initials: initials, name_pinyin: whole })
    .where('county_id', '=', countyId)
    .where('id', '=', personId)
    .execute();
}
