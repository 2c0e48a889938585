import { sql } from 'kysely';
import {
  type FactBase,
  type FactRule,
  type IndicatorDef,
  inYear,
  liveIn,
  originColumns,
} from '../../platform/contract/indicator.ts';
import { CATEGORIES, peopleIn, rightsIn } from '../registry/index.ts';
import { batchIndicators } from './batch-indicators.ts';
import { importedAgain, liveAwards, livePensions } from './paid-facts.ts';

import { NOT_PENSION_ITEMS } from './words.ts';

export const UNCLASSIFIED = '未分类';

const CATEGORY_WORDS = sql`array[${sql.join(CATEGORIES.map((word) => sql.lit(word)))}]`;

const NOT_PENSIONS = sql.join(NOT_PENSION_ITEMS.map((item) => sql.lit(item)));

/**
 * Pension and subsidy lines by 发放日期, and what batches paid. 扣回 is subtracted however it was written. A line goes to the first
 * category, in the appendix's order, of the rights that its person had in the line's first month.
 */
const pensions: FactBase = {
  name: 'pensions',
  span: 'flow',
  kinds: ['paidLine', 'payLine', 'recovery'],
  sheets: ['发放记录'],
  packed: { by: ['is_pension', 'is_paid', 'is_recovery', 'category', 'who'], sum: 'fen' },
  rows: (scope) => sql`
    with rights as (
      select r.root_id, count(*) as n, min(r.rank) as rank, min(r.from_month) as from_month,
        max(coalesce(r.end_month, 999999)) as end_month, array_agg(r.rank) as ranks,
        array_agg(r.from_month) as froms, array_agg(coalesce(r.end_month, 999999)) as ends
      from ${rightsIn(scope)} r group by r.root_id
    ), again as materialized (select id from ${importedAgain(scope)} x)
    select 'paidLine' as kind, l.id, l.paid_on as day, l.name as label, l.item as detail, false as estimated,
      ${originColumns('l')}, is_pension, fen, is_pension and fen > 0 as is_paid,
      is_pension and fen < 0 as is_recovery,
      coalesce(p.who, encode(l.identity_hash, 'hex'), l.id::text) as who,
      coalesce((${CATEGORY_WORDS})[case
        -- Nearly everybody has one right; only for the others are all of them gone through.
        when l.from_month < r.from_month or l.from_month >= r.end_month then null
        when r.n = 1 then r.rank
        else (select min(k.rank) from unnest(r.ranks, r.froms, r.ends) as k(rank, from_month, end_month)
          where k.from_month <= l.from_month and k.end_month > l.from_month)
      end], ${sql.lit(UNCLASSIFIED)}) as category
    from paid_line l
    left join ${peopleIn(scope)} p on p.person_id = l.person_id
    left join rights r on r.root_id = p.root_id
    cross join lateral (select l.item not in (${NOT_PENSIONS}) as is_pension,
      case when l.item = '扣回' then -abs(l.amount_fen) else l.amount_fen end as fen) m
    where ${liveIn(scope, 'l')} and ${inYear(scope, 'l.paid_on')} and l.id not in (select id from again)
    union all ${livePensions(scope, CATEGORY_WORDS, UNCLASSIFIED)}`,
};

const PAYEE: FactRule = {
  base: pensions,
  when: sql<boolean>`b.is_paid`,
  who: sql<string>`b.who`,
};
const AMOUNT: FactRule = {
  base: pensions,
  when: sql<boolean>`b.is_pension`,
  weight: sql<number>`b.fen`,
};
const RECOVERED = sql<boolean>`b.is_recovery`;

const payeesByCategory: FactRule = { ...PAYEE, family: sql<string>`'F03.' || b.category || '.people'` };
const amountByCategory: FactRule = { ...AMOUNT, family: sql<string>`'F03.' || b.category || '.amount'` };

const people = { unit: '人', section: '四', kind: 'distinctPerson', shape: 'count' } as const;
const money = { unit: '元', section: '四', kind: 'sum', shape: 'yuan' } as const;

function byCategory(category: string): readonly IndicatorDef[] {
  const whose = category === UNCLASSIFIED ? '所属起始月没有在享身份的' : `所属起始月身份为${category}的`;
  const order = '一人有几项身份的，归入类别表中排在前面的一项。';
  return [
    {
      ...people,
      code: `F03.${category}.people`,
      name: `抚恤补助发放人数（${category}）`,
      definition: `当年发放的抚恤补助中，${whose}领款人数，一人只计一次；${order}`,
      fact: payeesByCategory,
    },
    {
      ...money,
      code: `F03.${category}.amount`,
      name: `抚恤补助发放金额（${category}）`,
      definition: `当年发放的抚恤补助中，${whose}金额合计，已减扣回；${order}`,
      fact: amountByCategory,
    },
  ];
}

const pensionIndicators: readonly IndicatorDef[] = [
  {
    ...people,
    code: 'F01',
    name: '抚恤补助发放人数',
    definition:
      '按发放日期或银行到账日期，当年领到抚恤补助的人数，一人只计一次；不含优待金、慰问金、丧葬补助。',
    fact: PAYEE,
  },
  {
    ...money,
    code: 'F02',
    name: '抚恤补助发放金额',
    definition:
      '按发放日期或银行到账日期，当年抚恤补助发放金额合计，扣回、退回、追回已减去；导入的记录与批次同人同月同额的只计批次；不含优待金、慰问金、丧葬补助。',
    fact: AMOUNT,
  },
  ...[...CATEGORIES, UNCLASSIFIED].flatMap(byCategory),
  {
    ...people,
    code: 'F07.people',
    name: '追回多发人数',
    definition:
      '当年「发放记录」中有扣回（或负数）抚恤补助的，和追回中收到现金、从发放中抵扣的人数，一人只计一次；核销、撤回的不算。',
    fact: { base: pensions, when: RECOVERED, who: sql<string>`b.who` },
  },
  {
    ...money,
    code: 'F07.amount',
    name: '追回多发金额',
    definition:
      '当年「发放记录」中扣回（或负数）的抚恤补助，加上追回中收到的现金和从发放中抵扣的金额，以正数表示；核销、撤回的不算。',
    fact: { base: pensions, when: RECOVERED, weight: sql<number>`-b.fen` },
  },
];

/** SQL: a conscript is his number, else his name with the relative who draws for him. */
const soldierOf = (alias: string) => {
  const c = sql.ref(alias);
  return sql`coalesce(encode(${c}.soldier_identity_hash, 'hex'), ${c}.division_id || '|' || ${c}.soldier_name || '|'
    || coalesce(encode(${c}.payee_identity_hash, 'hex'), ${c}.payee_name))`;
};

/**
 * Allowances by the lists of the county and by batches. A soldier's year that a batch has paid and a list names as
 * well is the same money, and the batch's line tells it.
 */
const allowances: FactBase = {
  name: 'allowances',
  span: 'flow',
  kinds: ['conscriptAllowance', 'payLine'],
  sheets: ['义务兵优待金'],
  rows: (scope) => sql`
    with live as materialized (
      select w.*, c.division_id as town, coalesce(c.soldier_name, w.name) as label, c.soldier_name,
        c.soldier_identity_hash as soldier, coalesce(${soldierOf('c')}, w.who) as conscript
      from ${liveAwards(scope, '优待金')} w
      left join conscript_allowance c on c.county_id = ${scope.countyId}::int and c.id = w.source_id
    )
    select 'conscriptAllowance' as kind, c.id, c.paid_on as day, c.soldier_name as label,
      '领取人 ' || c.payee_name as detail, false as estimated, ${originColumns('c')}, c.amount_fen as fen,
      c.amount_fen > 0 as is_paid, ${soldierOf('c')} as conscript
    from conscript_allowance c where ${liveIn(scope, 'c')} and ${inYear(scope, 'c.paid_on')}
      and not exists (select from live where live.stands and live.month / 12 = c.benefit_year
        and live.town = c.division_id and live.soldier_name = c.soldier_name
        and coalesce(live.soldier = c.soldier_identity_hash, true))
    union all
    select 'payLine', live.id, live.day, live.label, live.detail, false, live.division_id, 1, null, null, null,
      live.fen, live.fen > 0, live.conscript
    from live where live.fen is not null`,
};

const CONSCRIPT = sql<string>`b.conscript`;
const EVERY = sql<boolean>`true`;
const PAID = sql<boolean>`b.is_paid`;
const FEN = sql<number>`b.fen`;

const allowanceIndicators: readonly IndicatorDef[] = [
  {
    ...people,
    code: 'G01.people',
    name: '义务兵家庭优待金人数',
    definition:
      '按发放日期，当年发放优待金的义务兵人数：按士兵身份证号（没有的按士兵和领取人）一人只计一次；名单和批次都有的同一年度只计批次。',
    fact: { base: allowances, when: PAID, who: CONSCRIPT },
  },
  {
    ...money,
    code: 'G01.amount',
    name: '义务兵家庭优待金金额',
    definition: '按发放日期，当年义务兵优待金金额合计，冲回的已减去；名单和批次都有的同一年度只计批次。',
    fact: { base: allowances, when: EVERY, weight: FEN },
  },
  {
    code: 'G02',
    name: '优待金人均（标准）',
    unit: '元',
    section: '四',
    kind: 'ratio',
    shape: 'yuan',
    definition: '当年义务兵优待金金额除以义务兵人数，四舍五入到分。',
    fact: {
      base: allowances,
      when: EVERY,
      who: CONSCRIPT,
      weight: FEN,
      additive: true,
      over: sql<number>`b.is_paid::int`,
    },
  },
];

const funds: FactBase = {
  name: 'funds',
  span: 'flow',
  kinds: ['fundEntry'],
  sheets: ['经费'],
  rows: (scope) => sql`select 'fundEntry' as kind, f.id, f.entered_on as day, f.purpose as label,
      f.entry_type as detail, false as estimated, ${originColumns('f')}, f.entry_type, f.amount_fen as fen
    from fund_entry f where ${liveIn(scope, 'f')} and ${inYear(scope, 'f.entered_on')}`,
};

const fund = (code: string, name: string, type: string): IndicatorDef => ({
  ...money,
  code,
  name,
  section: '一',
  definition: `当年「经费」中类型为${type}的金额合计。`,
  fact: { base: funds, when: sql<boolean>`b.entry_type = ${sql.lit(type)}`, weight: FEN },
});

/** What was paid and spent. */
export const disbursementIndicators: readonly IndicatorDef[] = [
  fund('A09', '年度双拥经费预算', '预算'),
  fund('A10', '双拥经费实际支出', '支出'),
  ...pensionIndicators,
  ...allowanceIndicators,
  ...batchIndicators,
];
