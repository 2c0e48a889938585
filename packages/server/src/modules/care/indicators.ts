import { sql } from 'kysely';
import {
  type FactBase,
  type FactRule,
  type IndicatorDef,
  inYear,
  liveIn,
  originColumns,
} from '../../platform/contract/indicator.ts';
import { monthNumber, peopleIn, rightsIn, runsIn } from '../registry/index.ts';

/** Festival from its name; where none is written, gifts of these weeks belong to it. */
const FESTIVAL = sql`case
  when v.festival ~ '春节|新春|迎春' then '春节'
  when v.festival ~ '八一|建军' then '八一'
  when coalesce(v.festival, '') <> '' then '其他'
  when to_char(v.visited_on, 'MM-DD') between '01-05' and '02-28' then '春节'
  when to_char(v.visited_on, 'MM-DD') between '07-15' and '08-10' then '八一'
  else '其他' end`;

const HARDSHIP = '困难|贫困|低保|特困|五保';

/** A household is 户主 (else 姓名) with the village of the person who was found for the row. */
const visits: FactBase = {
  name: 'visits',
  span: 'flow',
  kinds: ['visit'],
  sheets: ['走访慰问'],
  rows: (scope) => sql`
    with call as (
      select v.*, p.root_id, p.village_id, ${FESTIVAL} as feast,
        coalesce(v.gift_fen, 0) > 0 or coalesce(v.goods_fen, 0) > 0 as has_gift
      from visit v left join ${peopleIn(scope)} p on p.person_id = v.person_id
      where ${liveIn(scope, 'v')} and ${inYear(scope, 'v.visited_on')}
    ), known as (
      select c.id, bool_or(r.low_income or r.extreme_hardship) as is_poor,
        bool_or(r.category = '现役军人家属') as is_family
      from call c join ${rightsIn(scope)} r on r.root_id = c.root_id
        and ${runsIn('r', monthNumber(sql`c.visited_on`))}
      group by c.id
    )
    select 'visit' as kind, c.id, c.visited_on as day, c.name as label,
      c.mode || coalesce(' ' || c.festival, '') as detail, false as estimated, ${originColumns('c')},
      c.gift_fen, c.goods_fen, c.has_gift, c.feast, coalesce(c.signed, false) as is_signed,
      c.has_gift or coalesce(c.festival, '') <> '' as is_greeting,
      coalesce(k.is_poor, false) or regexp_replace(coalesce(c.situation, ''), '(无|不|没有|非)(困难|贫困|低保|特困|五保)', '', 'g')
          ~ ${sql.lit(HARDSHIP)} as is_poor,
      coalesce(c.category = '现役军人家属', k.is_family, false) as is_family,
      c.division_id || '|' || coalesce(nullif(c.householder, ''), c.name) || '|'
        || coalesce(c.village_id::text, '') as household
    from call c left join known k on k.id = c.id`,
};

const HOUSEHOLD = sql<string>`b.household`;
const GIFT = sql<number>`b.gift_fen`;

const households = (
  code: string,
  name: string,
  definition: string,
  when: FactRule['when'],
): IndicatorDef => ({
  code,
  name,
  unit: '户',
  section: '三',
  kind: 'distinctHousehold',
  shape: 'count',
  definition: `${definition}；户主（没有的按姓名）同名同村是一户，一户只计一次。`,
  fact: { base: visits, when, who: HOUSEHOLD },
});

const gifts = (
  code: string,
  name: string,
  definition: string,
  fact: Omit<FactRule, 'base'>,
): IndicatorDef => ({
  code,
  name,
  unit: '元',
  section: '三',
  kind: 'sum',
  shape: 'yuan',
  definition,
  fact: { base: visits, ...fact },
});

const feast = (word: string) => sql<boolean>`b.is_greeting and b.feast = ${sql.lit(word)}`;
const greeting = '慰问（写了节日，或有慰问金、慰问品）';

const visitIndicators: readonly IndicatorDef[] = [
  households('D01', '走访慰问户数', `当年${greeting}到的户数`, sql<boolean>`b.is_greeting`),
  {
    code: 'D02',
    name: '走访慰问人次',
    unit: '人次',
    section: '三',
    kind: 'sum',
    shape: 'count',
    definition: `当年${greeting}的人次，一行一人次。`,
    fact: { base: visits, when: sql<boolean>`b.is_greeting` },
  },
  gifts('D03', '慰问金合计', '当年「走访慰问」的慰问金合计。', {
    when: sql<boolean>`b.is_greeting`,
    weight: GIFT,
    blank: '慰问金',
  }),
  {
    code: 'D04',
    name: '慰问金标准（每户）',
    unit: '元',
    section: '三',
    kind: 'mode',
    shape: 'yuan',
    definition: '当年慰问金中次数最多的一档；次数相同取金额大的。',
    fact: { base: visits, when: sql<boolean>`b.gift_fen > 0`, weight: GIFT },
  },
  gifts('D05', '慰问品折价', '当年「走访慰问」的慰问品折价合计。', {
    when: sql<boolean>`b.is_greeting`,
    weight: sql<number>`b.goods_fen`,
    blank: '慰问品折价',
  }),
  ...(
    [
      ['springFestival', '春节', '1月5日至2月28日'],
      ['armyDay', '八一', '7月15日至8月10日'],
    ] as const
  ).flatMap(([code, word, days]) => {
    const which = `当年节日为${word}（没写节日的，${days}）的慰问`;
    return [
      households(`D06.${code}.households`, `${word}慰问户数`, `${which}到的户数`, feast(word)),
      gifts(`D06.${code}.amount`, `${word}慰问金额`, `${which}金合计。`, {
        when: feast(word),
        weight: GIFT,
        blank: '慰问金',
      }),
    ];
  }),
  households(
    'D07',
    '困难对象慰问户数',
    '当年慰问到的困难户数：对象在册享受低保或特困，或者情况写明困难',
    sql<boolean>`b.is_greeting and b.is_poor`,
  ),
  households(
    'D08',
    '现役军人家庭慰问户数',
    '当年慰问到的现役军人家庭户数：对象类别是现役军人家属；没填类别的看花名册',
    sql<boolean>`b.is_greeting and b.is_family`,
  ),
  {
    code: 'D09',
    name: '签收率',
    unit: '%',
    section: '五',
    kind: 'ratio',
    shape: 'ratio',
    definition: '当年有慰问金或慰问品的走访中，签收为「是」的次数除以总次数。',
    fact: {
      base: visits,
      when: sql<boolean>`b.has_gift`,
      weight: sql<number>`case when b.is_signed then 1 else 0 end`,
      over: sql<number>`1`,
    },
  },
];

/** Cases that were open at some time of the year: opened in it, or earlier and not closed before it began. */
const cases: FactBase = {
  name: 'cases',
  span: 'flow',
  kinds: ['aidCase'],
  sheets: ['困难帮扶'],
  rows: (
    scope,
  ) => sql`select 'aidCase' as kind, c.id, c.opened_on as day, c.name as label, c.appeal as detail,
      false as estimated, ${originColumns('c')}, c.amount_fen, c.opened_on >= ${scope.from}::date as is_new,
      c.closed_on is not null and ${inYear(scope, 'c.closed_on')} as is_closed,
      coalesce(p.who, encode(c.identity_hash, 'hex'), c.division_id || '|' || c.name) as who
    from aid_case c left join ${peopleIn(scope)} p on p.person_id = c.person_id
    where ${liveIn(scope, 'c')} and c.opened_on <= ${scope.to}::date
      and (c.closed_on is null or c.closed_on >= ${scope.from}::date)`,
};

const caseIndicators: readonly IndicatorDef[] = [
  {
    code: 'J04.people',
    name: '困难帮扶援助人数',
    unit: '人',
    section: '四',
    kind: 'distinctPerson',
    shape: 'count',
    definition: '登记日期在当年、填有帮扶金额的人数，一人只计一次。',
    fact: {
      base: cases,
      when: sql<boolean>`b.is_new and b.amount_fen > 0`,
      who: sql<string>`b.who`,
    },
  },
  {
    code: 'J04.amount',
    name: '困难帮扶援助金额',
    unit: '元',
    section: '四',
    kind: 'sum',
    shape: 'yuan',
    definition: '登记日期在当年的帮扶金额合计。',
    fact: {
      base: cases,
      when: sql<boolean>`b.is_new`,
      weight: sql<number>`b.amount_fen`,
      blank: '帮扶金额',
    },
  },
  {
    code: 'J05.items',
    name: '解决困难件数',
    unit: '件',
    section: '四',
    kind: 'sum',
    shape: 'count',
    definition: '「困难帮扶」中办结日期在当年的件数，一行一件。',
    fact: { base: cases, when: sql<boolean>`b.is_closed` },
  },
  {
    code: 'J05.rate',
    name: '困难办结率',
    unit: '%',
    section: '四',
    kind: 'ratio',
    shape: 'ratio',
    definition: '当年办结件数，除以当年登记的和年初未办结的件数之和。',
    fact: {
      base: cases,
      when: sql<boolean>`true`,
      weight: sql<number>`case when b.is_closed then 1 else 0 end`,
      over: sql<number>`1`,
    },
  },
];

/** Calls, gifts and difficulties. */
export const careIndicators: readonly IndicatorDef[] = [...visitIndicators, ...caseIndicators];
