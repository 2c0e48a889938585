import { sql } from 'kysely';
import {
  type FactBase,
  type FigureScope,
  type IndicatorDef,
  inYear,
} from '../../platform/contract/indicator.ts';
import { confirmUntil, SEEN_WAYS } from './confirmation-list.ts';
import { rightsIn } from './indicators.ts';
import { UNPAID_CATEGORIES } from './words.ts';

/** SQL table: the confirmation day of each township of the year, as its own, the county's or the usual setting says. */
function confirmDays({ countyId, divisionIds, year }: FigureScope) {
  return sql`(select d.id as division_id, (${year}::int || '-' || coalesce((select t.value #>> '{}' from setting t
      where t.county_id = ${countyId}::int and t.code = ${sql.lit(confirmUntil.code)}
        and (t.division_id = d.id or t.division_id is null) and t.effective_from <= make_date(${year}::int, 12, 31)
      order by t.division_id is null, t.effective_from desc, t.id desc limit 1),
      ${sql.lit(confirmUntil.otherwise)}))::date as until
    from unnest(${divisionIds}::uuid[]) as d(id))`;
}

const seen = sql`array[${sql.join(SEEN_WAYS.map((way) => sql.lit(way)))}]`;

/** Everybody due in a township that keeps confirmations in the year at all, once each, with the last word on him. */
const confirmations: FactBase = {
  name: 'confirmations',
  span: 'flow',
  kinds: ['confirmation'],
  sheets: ['年度确认'],
  absent: '当年没有年度确认记录',
  rows: (scope) => sql`
    with word as (
      select distinct on (c.person_id) c.* from confirmation c
      where c.county_id = ${scope.countyId}::int and c.division_id = any(${scope.divisionIds}::uuid[])
        and c.year = ${scope.year}::int and c.on_day <= ${scope.asOf}::date
      order by c.person_id, c.at desc, c.id desc
    ), due as (
      select distinct on (r.who) r.* from ${rightsIn(scope)} r join ${confirmDays(scope)} d on d.division_id = r.division_id
      where r.category not in (${sql.join(UNPAID_CATEGORIES.map((word) => sql.lit(word)))})
        and r.from_month <= (extract(year from d.until) * 12 + extract(month from d.until) - 1)::int
        and (r.end_month is null or r.end_month > (extract(year from d.until) * 12 + extract(month from d.until) - 1)::int)
        and exists (select from word w where w.division_id = r.division_id)
      order by r.who, r.from_month, r.id
    )
    select case when w.id is null then 'spell' else 'confirmation' end as kind, coalesce(w.id, r.id) as id,
      w.on_day as day, r.name as label, r.category as detail, false as estimated, r.division_id, r.version,
      r.import_id, r.source_sheet, r.source_row, r.who, coalesce(w.way = any(${seen}), false) as is_seen
    from due r left join word w on w.person_id = coalesce(r.root_id, r.person_id)`,
};

/** Deaths of the year that were reported, each with the day of its report; reports that were a mistake are none. */
const deaths: FactBase = {
  name: 'deaths',
  span: 'flow',
  kinds: ['spell'],
  sheets: ['去世上报'],
  absent: '当年没有死亡上报日期的记录',
  rows: (scope) => sql`
    select 'spell' as kind, r.id, c.asked_on as day, r.name as label, r.category as detail, false as estimated,
      r.division_id, r.version, r.import_id, r.source_sheet, r.source_row,
      c.asked_on - (c.cells ->> 'died_on')::date as days
    from change_request c join lateral (select s.* from spell s where s.county_id = c.county_id
        and s.person_id = c.person_id and s.voided_at is null order by s.from_month desc, s.id limit 1) r on true
    where c.county_id = ${scope.countyId}::int and c.division_id = any(${scope.divisionIds}::uuid[])
      and c.change_type = 'death' and c.state <> 'rejected' and c.asked_on <= ${scope.asOf}::date
      and (c.cells ->> 'died_on')::date between ${scope.from}::date and ${scope.to}::date`,
};

const notices: FactBase = {
  name: 'notices',
  span: 'flow',
  kinds: ['notice'],
  sheets: ['公示'],
  absent: '当年没有公示记录',
  rows: (scope) => sql`
    select 'notice' as kind, n.id, n.from_day as day, n.title as label,
      n.from_day || ' 至 ' || n.to_day as detail, false as estimated, n.division_id, 1 as version,
      null::uuid as import_id, null::text as source_sheet, null::int as source_row,
      n.to_day - n.from_day + 1 as days
    from public_notice n
    where n.county_id = ${scope.countyId}::int and n.division_id = any(${scope.divisionIds}::uuid[])
      and n.voided_at is null and ${inYear(scope, 'n.from_day')}`,
};

const WHO = sql<string>`b.who`;
const EVERYBODY = sql<boolean>`true`;
const SEEN = sql<number>`b.is_seen::int`;

/** What the office itself keeps beside the roll: who was confirmed, how soon deaths are told, what hung out. */
export const keptIndicators: readonly IndicatorDef[] = [
  {
    ...{ code: 'E14.due', name: '年度确认应确认人数', unit: '人', section: '四' },
    ...{ kind: 'distinctPerson', shape: 'count' },
    definition: '当年确认截止日（参数，通常 12 月 31 日）当月有抚恤补助身份在享的人数，一人只计一次。',
    fact: { base: confirmations, when: EVERYBODY, who: WHO },
  },
  {
    ...{ code: 'E14.done', name: '年度确认已确认人数', unit: '人', section: '四' },
    ...{ kind: 'distinctPerson', shape: 'count' },
    definition: '应确认的人中，当年最后一次记的是见到本人、视频或亲属代为确认的人数。',
    fact: { base: confirmations, when: sql<boolean>`b.is_seen`, who: WHO },
  },
  {
    ...{ code: 'E14.rate', name: '年度确认率', unit: '%', section: '四', kind: 'ratio', shape: 'ratio' },
    definition: '已确认人数除以应确认人数。',
    fact: { base: confirmations, when: EVERYBODY, weight: SEEN, who: WHO, over: sql<number>`1` },
  },
  {
    ...{
      code: 'E15',
      name: '死亡至上报平均天数',
      unit: '天',
      section: '四',
      kind: 'ratio',
      shape: 'decimal',
    },
    definition: '当年去世、已上报的对象从去世到上报的平均天数；误报的不算。',
    fact: { base: deaths, when: EVERYBODY, weight: sql<number>`b.days`, over: sql<number>`1` },
  },
  {
    ...{ code: 'F08.notices', name: '公示次数', unit: '次', section: '四', kind: 'sum', shape: 'count' },
    definition: '当年开始的名单公示次数，作废的不算。',
    fact: { base: notices, when: EVERYBODY },
  },
  {
    ...{ code: 'F08.rate', name: '公示天数达标率', unit: '%', section: '四', kind: 'ratio', shape: 'ratio' },
    definition: '公示满 7 天（首尾两天都算）的次数除以公示次数。',
    fact: {
      ...{ base: notices, when: EVERYBODY, over: sql<number>`1` },
      weight: sql<number>`(b.days >= 7)::int`,
    },
  },
];
