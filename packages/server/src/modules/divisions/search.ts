import { sql } from 'kysely';
import { likePart, type SearchSource } from '../../platform/search/index.ts';

/** Villages by a part of their name; a hit opens the people of the village. */
export const villageSearch: SearchSource = {
  title: '村（社区）',
  needs: 'people.read',
  find: async (db, _, { countyId, divisionIds, text, limit }) => {
    const { rows } = await sql<{ name: string; people: number }>`select v.name, count(p.id)::int as people
      from village v left join person p on p.county_id = v.county_id and p.village_id = v.id
      where v.county_id = ${countyId} and v.division_id = any(${divisionIds}) and v.voided_at is null
        and v.name like ${likePart(text)}
      group by v.id, v.name order by v.name, v.id limit ${limit}`.execute(db);
    return rows.map(({ name, people }) => ({
      label: name,
      detail: `${people} 人`,
      opens: { type: 'village', name },
    }));
  },
};
