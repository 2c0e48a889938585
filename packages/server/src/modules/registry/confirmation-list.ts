import { type Day, day, maskIdentity } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { z } from '../../platform/http/index.ts';
import { paperCount } from '../../platform/records/proof.ts';
import type { SettingDef } from '../../platform/settings/index.ts';
import { getSetting } from '../../platform/settings/index.ts';
import type { PeoplePlace } from './find.ts';
import type { Place } from './place.ts';
import { inForce, isPaidCategory, mergedPerson } from './rights.ts';

/** How somebody was seen. `withdrawn` takes back what was recorded before; the last word of a year counts. */
export const CONFIRM_WAYS = ['met', 'video', 'kin', 'unreachable', 'dead', 'withdrawn'] as const;
export type ConfirmWay = (typeof CONFIRM_WAYS)[number];

/** Ways that say the person lives and is who he is. */
export const SEEN_WAYS: readonly ConfirmWay[] = ['met', 'video', 'kin'];

/** The day of the year by which everybody on a regular benefit is confirmed (条例第八条). */
export const confirmUntil: SettingDef<string> = {
  code: 'confirm.until',
  name: '年度确认截止日',
  note: '写成 月-日，如 12-31。这一天还有定期待遇的人，当年都要确认一次。',
  schema: z.string().refine((text) => monthDayOf(text) !== undefined, '应写成 12-31'),
  otherwise: '12-31',
};

/** Missing the day never stops pay by itself unless the county says so. */
export const confirmTiesPay: SettingDef<boolean> = {
  code: 'confirm.tiesPay',
  name: '未确认的发放前提示',
  note: '当年过了截止日还没有确认的人，发放批次里作为核对项，由经办写明理由再发。',
  schema: z.boolean(),
  otherwise: false,
};

function monthDayOf(text: string): string | undefined {
  const found = /^(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!found) return undefined;
  const [month = 0, date = 0] = [Number(found[1]), Number(found[2])];
  const last = new Date(Date.UTC(2001, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || date < 1 || date > last) return undefined;
  return `${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The day of a year by which its confirmations are due, as the township or its county has set it. */
export async function confirmDay(db: Db, place: Place, year: number): Promise<Day> {
  const text = await getSetting(db, place, confirmUntil, day(`${year}-12-31`));
  return day(`${year}-${monthDayOf(text) ?? '12-31'}`);
}

/** SQL table: who must be confirmed by a day, with his categories: a right to a regular benefit runs in its month. */
export function dueIn({ countyId, divisionIds }: PeoplePlace, until: Day): RawBuilder<unknown> {
  return sql`(select s.division_id, ${mergedPerson(sql`s.county_id`, sql`s.person_id`)} as person_id,
      array_agg(distinct s.category) as categories
    from spell s where s.county_id = ${countyId} and s.division_id = any(${divisionIds}) and s.person_id is not null
      and ${isPaidCategory(sql`s.category`)} and ${inForce(until)}
    group by 1, 2)`;
}

/** SQL table: the last word on each person in a year. Uses confirmation_year. */
export function lastWords(countyId: number, year: number): RawBuilder<unknown> {
  return sql`(select distinct on (c.person_id) c.* from confirmation c
    where c.county_id = ${countyId} and c.year = ${year} order by c.person_id, c.at desc, c.id desc)`;
}

/** SQL: a death of the person `p` is reported, and nobody has said that it was a mistake. */
export const DEATH_STANDS = sql<boolean>`exists (select from change_request r where r.county_id = p.county_id
  and r.person_id = p.id and r.change_type = 'death' and r.state <> 'rejected')`;

export interface ConfirmLine {
  readonly personId: string;
  readonly name: string;
  readonly village: string | null;
  readonly identity: string | null;
  readonly categories: readonly string[];
  readonly lastVisit: string | null;
  /** Why the next payment is held; null where it is not. */
  readonly held: string | null;
  readonly confirmation: {
    readonly id: string;
    readonly way: ConfirmWay;
    readonly onDay: string;
    readonly byName: string;
    readonly remark: string | null;
    readonly papers: number;
  } | null;
}

interface Row extends Omit<ConfirmLine, 'identity'> {
  readonly sealed: Buffer | null;
}

/** Everybody of a township who must be confirmed by a day, by village and name, with the last word of that year. */
export async function listConfirmations(
  db: Db,
  keys: Keys,
  place: PeoplePlace,
  until: Day,
): Promise<readonly ConfirmLine[]> {
  const year = Number(until.slice(0, 4));
  const hold = sql`(select h.reason from hold h where h.county_id = p.county_id and h.person_id = p.id
    and h.released_at is null order by h.held_at limit 1)`;
  const visited = sql`(select max(w.visited_on) from visit w where w.county_id = p.county_id and w.person_id = p.id
    and w.voided_at is null)`;
  const { rows } =
    await sql<Row>`select p.id as "personId", p.name, v.name as village, p.identity_sealed as sealed,
      d.categories, ${visited} as "lastVisit", ${hold} as held,
      case when c.way <> 'withdrawn' and (c.way <> 'dead' or ${DEATH_STANDS}) then jsonb_build_object('id', c.id, 'way', c.way, 'onDay', c.on_day,
        'byName', c.by_name, 'remark', c.remark,
        'papers', ${paperCount('confirmation', sql`c.id`, sql`c.county_id`)}) end as confirmation
    from ${dueIn(place, until)} d join person p on p.county_id = ${place.countyId} and p.id = d.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join ${lastWords(place.countyId, year)} c on c.person_id = p.id
    order by v.name nulls last, p.name_pinyin, p.id`.execute(db);
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    identity: sealed === null ? null : maskIdentity(keys.open(sealed)),
  }));
}

export interface ConfirmCount {
  readonly divisionId: string;
  readonly due: number;
  readonly done: number;
  /** Persons about whom anything was recorded in the year: 0 where nobody keeps it. */
  readonly recorded: number;
}

/** How many are due and how many of them were seen, for each of some townships. */
export async function countConfirmations(db: Db, place: PeoplePlace, until: Day): Promise<ConfirmCount[]> {
  const year = Number(until.slice(0, 4));
  const { rows } = await sql<ConfirmCount>`select d.division_id as "divisionId", count(*)::int as due,
      count(*) filter (where c.way = any(${SEEN_WAYS}))::int as done, count(c.id)::int as recorded
    from ${dueIn(place, until)} d left join ${lastWords(place.countyId, year)} c on c.person_id = d.person_id
    group by 1`.execute(db);
  return rows;
}

/** Persons who were due in a year and whom nobody has seen: for the tests and for payment, where a county ties it. */
export async function unconfirmedIn(db: Db, place: PeoplePlace, until: Day): Promise<ReadonlySet<string>> {
  const year = Number(until.slice(0, 4));
  const { rows } = await sql<{ id: string }>`select distinct d.person_id as id from ${dueIn(place, until)} d
    left join ${lastWords(place.countyId, year)} c on c.person_id = d.person_id
    where c.way is null or not c.way = any(${SEEN_WAYS})`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
