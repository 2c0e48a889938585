import type { Missing } from '@shuangyong/policy';
import { addDays, type Day, monthOfDay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { inForce, mergedPerson } from '../registry/index.ts';
import { lawOf } from '../standards/index.ts';
import { answersOf } from './due.ts';
import { type RollPlace, readRoll } from './roll.ts';

/** Somebody whose right begins or ends by age, on the day of the birthday that decides. */
export interface ComingPerson {
  readonly id: string;
  readonly name: string;
  readonly village: string | null;
  readonly category: string;
  readonly day: string;
}

/** Somebody on the roll whose month cannot be computed, with what is missing. */
export interface UnknownPerson {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly missing: readonly Missing[];
}

export interface Coming {
  /** Rural soldiers not yet drawing anything who turn, or lately turned, 60. */
  readonly turning60: readonly ComingPerson[];
  /** Survivors in payment who turn 18: school or disability decides whether it goes on. */
  readonly turning18: readonly ComingPerson[];
  readonly unknown: readonly UnknownPerson[];
}

const AHEAD_DAYS = 90;
/** Enlisted from 1954-11-01 and before the new resettlement rules of 2011-11-01 (民发〔2011〕110号). */
const RURAL_SERVICE = sql`s.enlisted_on >= date '1954-11-01' and s.enlisted_on < date '2011-11-01'`;
const SURVIVORS = ['烈士遗属', '因公牺牲军人遗属', '病故军人遗属'];

interface Window {
  readonly years: number;
  readonly from: Day;
  readonly to: Day;
}

async function birthdays(
  db: Db,
  place: RollPlace,
  { years, from, to }: Window,
  only: ReturnType<typeof sql<boolean>>,
): Promise<readonly ComingPerson[]> {
  const birthday = sql`(p.born_on + make_interval(years => ${years}::int))::date`;
  const { rows } =
    await sql<ComingPerson>`select distinct on (p.id) p.id, p.name, v.name as village, s.category,
      ${birthday}::text as day
    from spell s
    join person p on p.county_id = s.county_id and p.id = ${mergedPerson(sql`s.county_id`, sql`s.person_id`)}
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where s.county_id = ${place.countyId} and s.division_id = any(${place.divisionIds}) and s.voided_at is null
      and p.died_on is null and ${birthday} between ${from}::date and ${to}::date and ${only}
    order by p.id, s.from_month desc`.execute(db);
  return [...rows].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Other veterans who could be 农村籍退役士兵: of that service, and on the roll for nothing else. */
const drawsNothing = sql<boolean>`s.category = '其他退役军人' and ${RURAL_SERVICE}
  and coalesce(s.residence, '农村') = '农村'
  and not exists (select 1 from spell o where o.county_id = s.county_id and o.person_id = s.person_id
    and o.voided_at is null and o.category not in ('其他退役军人', '现役军人家属'))`;

/**
 * Of them those whom the roll names rural and who were 60 by a day: how many there are of any age, and each of 60 and
 * more with the birthday. Whether one draws an employee's pension the roll does not know.
 */
export async function ruralSixty(db: Db, place: RollPlace, by: Day) {
  const isRural = sql<boolean>`s.residence = '农村' and ${drawsNothing}`;
  const anyAge = { years: 60, from: '1900-01-01' as Day, to: '2199-12-31' as Day };
  const all = await birthdays(db, place, anyAge, isRural);
  return { looked: all.length, people: all.filter(({ day }) => day <= by) };
}

/** Whoever turns 60 and could be 农村籍退役士兵; those entitled for up to a year but not registered still stand here. */
export function turning60(db: Db, place: RollPlace, today: Day): Promise<readonly ComingPerson[]> {
  return birthdays(
    db,
    place,
    { years: 60, from: addDays(today, -365), to: addDays(today, AHEAD_DAYS) },
    drawsNothing,
  );
}

/** Survivors in payment whose 18th birthday is near. */
export function turning18(db: Db, place: RollPlace, today: Day): Promise<readonly ComingPerson[]> {
  const only = sql<boolean>`s.category = any(${SURVIVORS}) and ${inForce(today)}`;
  return birthdays(db, place, { years: 18, from: addDays(today, -30), to: addDays(today, AHEAD_DAYS) }, only);
}

/** People on the roll for whom the present month cannot be computed because a fact of theirs is missing. */
export async function unknownNow(
  db: Db,
  place: RollPlace & { readonly divisionId: string },
  today: Day,
): Promise<readonly UnknownPerson[]> {
  const law = await lawOf(db, place);
  const month = monthOfDay(today);
  const found: UnknownPerson[] = [];
  for await (const person of readRoll(db, place))
    for (const { spell, outcome } of answersOf(person, law, { from: month, to: month })) {
      if (outcome.kind !== 'unknown') continue;
      const missing = outcome.missing.filter((what) => what.startsWith('fact:'));
      const category = person.plain.rights.find(({ id }) => id === spell.id)?.category ?? '';
      if (missing.length > 0) found.push({ id: person.id, name: person.name, category, missing });
    }
  return found;
}

export async function comingOf(
  db: Db,
  place: RollPlace & { readonly divisionId: string },
  today: Day,
): Promise<Coming> {
  return {
    turning60: await turning60(db, place, today),
    turning18: await turning18(db, place, today),
    unknown: await unknownNow(db, place, today),
  };
}
