import { sql } from 'kysely';
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

/**
 * Makes the person's own line again from his rights: for each fact the last row of the roll that states it. Called
 * after a right of his changed; the facts' sequence number grows so that whatever rested on them can tell.
 */
export async function projectPerson(db: Db, countyId: number, personId: string): Promise<void> {
  const last = (field: string) =>
    sql`(select s.${sql.ref(field)} from spell s where s.county_id = p.county_id and s.person_id = p.id
      and s.voided_at is null and s.${sql.ref(field)} is not null
      order by s.from_month desc, s.source_row desc nulls last, s.id desc limit 1)`;
  const { rows } = await sql<{ name: string }>`update person p set
      name = coalesce(${last('name')}, p.name), sex = ${last('sex')}, born_on = ${last('born_on')},
      died_on = ${last('died_on')}, death_cause = ${last('death_cause')}, village_id = ${last('village_id')},
      phone_sealed = ${last('phone_sealed')}, facts_seq = p.facts_seq + 1
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
