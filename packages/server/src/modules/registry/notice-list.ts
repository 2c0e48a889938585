import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { paperCount } from '../../platform/records/proof.ts';
import type { PeoplePlace } from './find.ts';
import type { NoticePerson } from './notice.ts';
import { isPaidCategory, mergedPerson } from './rights.ts';

export interface Objection {
  readonly seq: number;
  readonly text: string;
  readonly onDay: string;
  readonly outcome: string | null;
  readonly outcomeOn: string | null;
}

export interface NoticeLine {
  readonly id: string;
  readonly title: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly days: number;
  readonly hangsAt: string | null;
  readonly people: readonly NoticePerson[];
  readonly objections: readonly Objection[];
  readonly papers: number;
  readonly by: string;
  /** Why it was taken back; null where it stands. */
  readonly voidReason: string | null;
}

/** The notices that began in a year, newest first, with what was objected and what became of it. */
export async function listNotices(db: Db, place: PeoplePlace, year: number): Promise<readonly NoticeLine[]> {
  const { rows } = await sql<NoticeLine>`select n.id, n.title, n.from_day as "fromDay", n.to_day as "toDay",
      n.to_day - n.from_day + 1 as days, n.place as "hangsAt", n.people, n.actor_name as by,
      n.void_reason as "voidReason", ${paperCount('notice', sql`n.id`, sql`n.county_id`)} as papers,
      coalesce((select jsonb_agg(jsonb_build_object('seq', o.seq, 'text', o.text, 'onDay', o.on_day,
          'outcome', o.outcome, 'outcomeOn', o.outcome_on) order by o.seq)
        from notice_objection o where o.county_id = n.county_id and o.notice_id = n.id), '[]') as objections
    from public_notice n where n.county_id = ${place.countyId} and n.division_id = any(${place.divisionIds})
      and n.from_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
    order by n.from_day desc, n.at desc`.execute(db);
  return rows;
}

/** How far back somebody counts as new who was never on a notice. */
const NEW_MONTHS = 12;

export interface NewEntrant extends NoticePerson {
  readonly since: number;
}

/**
 * People whose regular benefit began within the last twelve months, or is to begin, and whose name was on no notice:
 * whom the next list is about. A grade changed or a spell resumed makes nobody new.
 */
export async function newEntrants(db: Db, place: PeoplePlace, today: Day): Promise<readonly NewEntrant[]> {
  const { rows } = await sql<NewEntrant>`with entry as (
      select ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} as person_id, s.category, min(s.from_month) as since
      from spell s where s.county_id = ${place.countyId} and s.division_id = any(${place.divisionIds})
        and s.person_id is not null and s.voided_at is null and ${isPaidCategory(sql`s.category`)}
      group by 1, 2)
    select p.id as "personId", p.name, v.name as village, e.category, e.since
    from entry e join person p on p.county_id = ${place.countyId} and p.id = e.person_id and p.died_on is null
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where e.since > ${today.slice(0, 4)}::int * 12 + ${today.slice(5, 7)}::int - 1 - ${NEW_MONTHS}
      and not exists (select from public_notice n where n.county_id = ${place.countyId} and n.voided_at is null
        and n.people @> jsonb_build_array(jsonb_build_object('personId', e.person_id::text, 'category', e.category)))
    order by e.since desc, v.name nulls last, p.name_pinyin`.execute(db);
  return rows;
}
