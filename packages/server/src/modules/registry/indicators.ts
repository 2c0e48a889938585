import { type Month, monthOfDay } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import {
  type FactBase,
  type FactRule,
  type FigureScope,
  type IndicatorDef,
  liveIn,
  originColumns,
} from '../../platform/contract/indicator.ts';
import { CATEGORIES, type Category, UNPAID_CATEGORIES } from './words.ts';

/**
 * SQL table: every person row in scope with who he is — merged rows and rows of several townships share `who`
 * (the fingerprint of the number; without a number the row itself) — the row he was merged into, and his village.
 */
export function peopleIn(scope: FigureScope): RawBuilder<unknown> {
  return sql`(
    with recursive merged as (
      select person_id, merged_into from person_alias
      where county_id = ${scope.countyId}::int and undone_at is null
      union
      select m.person_id, a.merged_into from merged m join person_alias a
        on a.county_id = ${scope.countyId}::int and a.person_id = m.merged_into and a.undone_at is null
    ), root as (
      select m.person_id, m.merged_into from merged m
      where not exists (select 1 from merged x where x.person_id = m.merged_into)
    )
    select p.id as person_id, r.id as root_id, coalesce(encode(r.identity_hash, 'hex'), r.id::text) as who,
      coalesce(r.village_id, p.village_id) as village_id, least(r.died_on, p.died_on) as died_on
    from person p
    left join root on root.person_id = p.id
    join person r on r.county_id = p.county_id and r.id = coalesce(root.merged_into, p.id)
    where p.county_id = ${scope.countyId}::int and p.division_id = any(${scope.divisionIds}::uuid[])
  )`;
}

/** 优抚对象 categories in the order in which a payment is attributed, as an SQL array. */
const CATEGORY_ORDER = sql`array[${sql.join(CATEGORIES.map((word) => sql.lit(word)))}]`;

/**
 * SQL table: every live right in scope as months [from_month, end_month). The month of death is the last due and a
 * death counts for all rights of the person; of stop and death the earlier governs; null end = still running.
 */
export function rightsIn(scope: FigureScope): RawBuilder<unknown> {
  return sql`(
    select r.*, least(r.stop_month,
        (extract(year from r.died) * 12 + extract(month from r.died))::int) as end_month,
      array_position(${CATEGORY_ORDER}, r.category) as rank
    from (
      select s.*, p.root_id, coalesce(p.who, encode(s.identity_hash, 'hex'), s.id::text) as who,
        min(least(s.died_on, p.died_on)) over (partition by coalesce(p.who, encode(s.identity_hash, 'hex'), s.id::text)) as died
      from spell s left join ${peopleIn(scope)} p on p.person_id = s.person_id
      where ${liveIn(scope, 's')}
    ) r
  )`;
}

/** SQL condition: the right runs in a month. */
export function runsIn(right: string, month: RawBuilder<unknown>): RawBuilder<boolean> {
  const t = sql.ref(right);
  return sql<boolean>`(${t}.from_month <= ${month} and (${t}.end_month is null or ${t}.end_month > ${month}))`;
}

/** SQL: the month number of a day, year × 12 + month − 1. */
export function monthNumber(day: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::int`;
}

const words = (list: readonly Category[]) => sql.join(list.map((word) => sql.lit(word)));

/** SQL: why a right ended within some months, in words behind its category; nothing for one that runs. */
function leftBecause(first: Month, last: Month): RawBuilder<string> {
  const isDeath = sql`r.died is not null and (r.stop_month is null or r.stop_month > r.end_month - 1)`;
  return sql`case when r.end_month between ${first}::int and ${last}::int
    then '，' || case when ${isDeath} then '去世' else coalesce(nullif(r.stop_reason, ''), '停发') end else '' end`;
}

const rolls: FactBase = {
  name: 'rolls',
  span: 'stock',
  kinds: ['spell'],
  sheets: ['优抚对象'],
  rows: (scope) => {
    const first = monthOfDay(scope.from);
    const last = monthOfDay(scope.asOf);
    // A right that had ended before it began never ran.
    const isKey = sql`(r.category not in (${words(UNPAID_CATEGORIES)}) and r.from_month < coalesce(r.end_month, 999999))`;
    return sql`select 'spell' as kind, r.id, null::date as day, r.name as label,
        r.category || coalesce(' ' || r.grade || '级', '') || ${leftBecause(first, last)} as detail,
        false as estimated, ${originColumns('r')},
        r.category, r.grade, r.who, ${isKey} as is_key, ${runsIn('r', sql`${last}::int`)} as in_force,
        (${isKey} and r.from_month between ${first}::int and ${last}::int
          and r.from_month = min(r.from_month) filter (where ${isKey}) over same) as is_first,
        (${isKey} and r.end_month between ${first}::int and ${last}::int
          and r.end_month = max(coalesce(r.end_month, 999999)) filter (where ${isKey}) over same) as is_last
      from ${rightsIn(scope)} r window same as (partition by r.who)`;
  },
};

const WHO = sql<string>`b.who`;
const inForce = (...categories: readonly Category[]): FactRule => ({
  base: rolls,
  when: sql<boolean>`b.in_force and b.category in (${words(categories)})`,
  who: WHO,
});

const heads = (code: string, name: string, definition: string, fact: FactRule): IndicatorDef => ({
  code,
  name,
  unit: '人',
  section: '四',
  kind: 'distinctPerson',
  shape: 'count',
  definition,
  fact,
});

const categoryHeads = (code: string, name: string, ...categories: readonly Category[]): IndicatorDef =>
  heads(
    code,
    name,
    `截至日当月享受${categories.join('、')}待遇的人数，一人只计一次；死亡当月是最后一个月。`,
    inForce(...categories),
  );

const GRADES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const byGrade: FactRule = {
  base: rolls,
  when: sql<boolean>`b.in_force and b.category = '残疾军人' and b.grade is not null`,
  who: WHO,
  family: sql<string>`'E03.grade' || b.grade`,
};

/** What the roll answers: how many people, of which kind, who came and who left. */
export const registryIndicators: readonly IndicatorDef[] = [
  heads(
    'E01',
    '建档立卡总人数',
    '截至日当月有任何一项身份在享的人数，含其他退役军人和现役军人家属，一人只计一次。',
    {
      base: rolls,
      when: sql<boolean>`b.in_force`,
      who: WHO,
    },
  ),
  heads(
    'E02',
    '重点优抚对象总数',
    '截至日当月有抚恤补助身份在享的人数，不含其他退役军人和现役军人家属，一人只计一次；死亡当月是最后一个月。',
    {
      base: rolls,
      when: sql<boolean>`b.in_force and b.is_key`,
      who: WHO,
    },
  ),
  categoryHeads('E03', '残疾军人', '残疾军人'),
  ...GRADES.map((grade) =>
    heads(`E03.grade${grade}`, `残疾军人（${grade}级）`, `截至日当月在享的${grade}级残疾军人人数。`, byGrade),
  ),
  categoryHeads('E04', '三属', '烈士遗属', '因公牺牲军人遗属', '病故军人遗属'),
  categoryHeads('E05', '在乡老复员军人', '在乡复员军人'),
  categoryHeads('E06', '带病回乡退伍军人', '带病回乡退伍军人'),
  categoryHeads('E07', '参战退役人员', '参战退役人员'),
  categoryHeads('E08', '参试（涉核）退役人员', '参试退役人员'),
  categoryHeads('E09', '60周岁以上农村籍退役士兵', '农村籍退役士兵'),
  categoryHeads('E10', '烈士老年子女', '烈士子女'),
  categoryHeads(
    'E11',
    '其他重点优抚对象',
    '伤残人民警察',
    '伤残国家机关工作人员',
    '伤残民兵民工',
    '在乡退伍红军老战士',
    '在乡西路军红军老战士',
    '红军失散人员',
    '铀矿开采退役人员',
  ),
  heads('E12.added', '当年新增重点优抚对象', '第一项抚恤补助身份的享受起始年月在当年（截至日以前）的人数。', {
    base: rolls,
    when: sql<boolean>`b.is_first`,
    who: WHO,
  }),
  heads(
    'E12.left',
    '当年减少重点优抚对象',
    '最后一项抚恤补助身份在当年（截至日以前）终止的人数：第一个不再享受的月份在当年；停止和死亡以早者为准。记录里写明去世、迁出或别的原因。',
    {
      base: rolls,
      when: sql<boolean>`b.is_last`,
      who: WHO,
    },
  ),
];
