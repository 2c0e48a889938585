import { sql } from 'kysely';
import type { SearchSource } from '../../platform/search/index.ts';
import { matchesPerson } from './find.ts';
import { CATEGORIES } from './words.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly village: string | null;
  readonly born: number | null;
  readonly categories: readonly string[] | null;
}

const rank = (category: string) => CATEGORIES.indexOf(category as never);

/** People by name, pinyin, last four digits or whole number, as the roll finds them; whole names first. */
export const peopleSearch: SearchSource = {
  title: '人员',
  needs: 'people.read',
  find: async (db, { keys }, { countyId, divisionIds, text, limit }) => {
    const found = await matchesPerson(db, keys, { countyId, divisionIds }, text);
    const { rows } = await sql<Row>`select p.id, p.name, v.name as village,
        extract(year from p.born_on)::int as born,
        (select array_agg(distinct s.category) from spell s
          where s.county_id = p.county_id and s.person_id = p.id and s.voided_at is null) as categories
      from person p left join village v on v.county_id = p.county_id and v.id = p.village_id
      where p.county_id = ${countyId} and p.division_id = any(${divisionIds}) and ${found}
        and not exists (select from person_alias a
          where a.county_id = p.county_id and a.person_id = p.id and a.undone_at is null)
      order by p.name <> ${text}, p.name_pinyin, p.id limit ${limit}`.execute(db);
    return rows.map(({ id, name, village, born, categories }) => ({
      label: name,
      detail: [
        village,
        [...(categories ?? [])].sort((left, right) => rank(left) - rank(right)).join('、'),
        born === null ? '' : `${born} 年生`,
      ]
        .filter(Boolean)
        .join('　'),
      opens: { type: 'record', kind: 'person', id },
    }));
  },
};
