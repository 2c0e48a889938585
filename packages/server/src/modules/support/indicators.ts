import { monthOfDay } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import {
  type FactBase,
  type FigureKind,
  type FigureScope,
  type FigureSection,
  type IndicatorDef,
  inYear,
  liveIn,
  originColumns,
} from '../../platform/contract/indicator.ts';
import { liveAwards } from '../disbursement/index.ts';
import { peopleIn, rightsIn, runsIn } from '../registry/index.ts';

/** 人数 and 户数 left empty count 1; a row of several heads is a group whose people are not listed. */
const benefitRows = (scope: FigureScope, days: RawBuilder<boolean>): RawBuilder<unknown> => sql`
    select 'benefitRecord' as kind, r.id, r.carried_on as day, r.name as label,
      r.benefit_type || case when r.head_count > 1 then ' 未列名' else '' end as detail, false as estimated,
      ${originColumns('r')}, r.benefit_type, r.amount_fen, coalesce(r.explanation, '') as explanation,
      coalesce(r.head_count, 1) as heads, coalesce(r.household_count, 1) as households,
      coalesce(r.household_count, r.head_count, 1) as pieces,
      case when r.head_count > 1 then 'group|' || r.id
        else coalesce(p.who, encode(r.identity_hash, 'hex'), r.division_id || '|' || r.name) end as who
    from benefit_record r left join ${peopleIn(scope)} p on p.person_id = r.person_id
    where ${liveIn(scope, 'r')} and ${days}`;

const benefits: FactBase = {
  name: 'benefits',
  span: 'flow',
  kinds: ['benefitRecord'],
  sheets: ['待遇落实'],
  rows: (scope) => benefitRows(scope, inYear(scope, 'r.carried_on')),
};

/** Plaques hung at any time up to the as-of day. */
const plaques: FactBase = {
  name: 'plaques',
  span: 'stock',
  kinds: ['benefitRecord'],
  sheets: ['待遇落实'],
  rows: (scope) => benefitRows(scope, sql<boolean>`r.carried_on <= ${scope.asOf}::date`),
};

/** On social assistance: whom the roll marks (a right running), and whom 待遇落实 names in the year. */
const assistance: FactBase = {
  name: 'assistance',
  span: 'stock',
  kinds: ['spell', 'benefitRecord'],
  sheets: ['优抚对象', '待遇落实'],
  absent: '「优抚对象」的低保、特困两栏都没填，当年也没有「待遇落实」记录',
  rows: (scope) => sql`
    select 'spell' as kind, s.id, null::date as day, s.name as label,
      concat_ws('、', case when s.low_income then '低保' end, case when s.extreme_hardship then '特困' end) as detail,
      false as estimated, ${originColumns('s')}, s.who, 1 as heads,
      (s.low_income or s.extreme_hardship) and ${runsIn('s', sql`${monthOfDay(scope.asOf)}::int`)} as counts
    from ${rightsIn(scope)} s where s.low_income is not null or s.extreme_hardship is not null
    union all
    select kind, id, day, label, detail, estimated, division_id, version, import_id, source_sheet, source_row,
      who, heads, benefit_type in ('低保', '特困')
    from (${benefitRows(scope, inYear(scope, 'r.carried_on'))}) r`,
};

/** Training by event (活动) and by person (待遇落实): a person's row of a training day is that training. */
const training: FactBase = {
  name: 'training',
  span: 'flow',
  kinds: ['activity', 'benefitRecord'],
  sheets: ['活动', '待遇落实'],
  rows: (scope) => sql`
    select 'activity' as kind, a.id, a.held_on as day, a.title as label, a.activity_type as detail,
      coalesce(a.is_estimate, false) as estimated, ${originColumns('a')}, a.attendance as heads,
      a.activity_type = '培训' as counts
    from activity a where ${liveIn(scope, 'a')} and ${inYear(scope, 'a.held_on')}
    union all
    select r.kind, r.id, r.day, r.label, r.detail, r.estimated, r.division_id, r.version, r.import_id,
      r.source_sheet, r.source_row, r.heads,
      r.benefit_type = '技能培训' and not exists (select 1 from activity a
        where ${liveIn(scope, 'a')} and a.division_id = r.division_id and a.held_on = r.day
          and a.activity_type = '培训')
    from (${benefitRows(scope, inYear(scope, 'r.carried_on'))}) r`,
};

const WHO = sql<string>`b.who`;
const HEADS = sql<number>`b.heads`;
const PIECES = sql<number>`b.pieces`;
const ofType = (...types: readonly string[]) =>
  sql<boolean>`b.benefit_type in (${sql.join(types.map((type) => sql.lit(type)))})`;

type Counted = Pick<IndicatorDef, 'code' | 'name' | 'unit' | 'definition'> & {
  readonly section?: FigureSection;
  readonly kind?: FigureKind;
  readonly base?: FactBase;
  readonly when: RawBuilder<boolean>;
  readonly weight: RawBuilder<number>;
};

const counted = ({
  section = '四',
  kind = 'sum',
  base = benefits,
  when,
  weight,
  ...words
}: Counted): IndicatorDef => ({
  ...words,
  section,
  kind,
  shape: 'count',
  fact: { base, when, weight, ...(kind === 'distinctPerson' ? { who: WHO } : {}) },
});

/** People, each once; a group without names by its heads. */
const people = (code: string, name: string, ...types: readonly string[]): IndicatorDef =>
  counted({
    code,
    name,
    unit: '人',
    kind: 'distinctPerson',
    definition: `当年「待遇落实」中类型为${types.join('、')}的人数，一人只计一次；人数大于 1 的行按人数计（未列名）。`,
    when: ofType(...types),
    weight: HEADS,
  });

const REPLACED = sql`b.explanation ~ '更换|换新|调换|换挂'`;
const APPLIED = sql`b.explanation ~ '申请|申领|受理'`;
const ISSUED = sql`b.explanation ~ '发放|领取|发证|已发|制发|领证'`;

const plaque = (code: string, name: string, definition: string, base: FactBase, when: RawBuilder<boolean>) =>
  counted({ code, name, unit: '块', definition, base, when, weight: PIECES });

const card = (code: string, name: string, definition: string, when: RawBuilder<boolean>) =>
  counted({ code, name, unit: '张', definition, when, weight: HEADS });

/**
 * Merit money: what 待遇落实 names and what batches paid. A record on which a payment was decided, or one of the same
 * person, year and amount as a payment that stands, is the same money, and the batch's line tells it.
 */
const merits: FactBase = {
  name: 'merits',
  span: 'flow',
  kinds: ['benefitRecord', 'payLine'],
  sheets: ['待遇落实'],
  rows: (scope) => sql`
    with live as materialized (select * from ${liveAwards(scope, '立功奖励')} w)
    select kind, id, day, label, detail, estimated, division_id, version, import_id, source_sheet, source_row,
      benefit_type = '立功奖励' and not exists (select from live where live.stands
        and (live.source_id = r.id or live.who = r.who and live.award_fen = r.amount_fen
          and live.month / 12 = extract(year from r.day))) as is_merit, amount_fen
    from (${benefitRows(scope, inYear(scope, 'r.carried_on'))}) r
    union all
    select 'payLine', id, day, name, detail, false, division_id, 1, null, null, null, true, fen
    from live where fen is not null`,
};

const rewards: IndicatorDef = {
  code: 'G04',
  name: '立功受奖奖励金',
  unit: '元',
  section: '四',
  kind: 'sum',
  shape: 'yuan',
  definition:
    '当年「待遇落实」中类型为立功奖励的金额，加上批次发放到账的立功奖励，冲回的已减去；同一人同一年同样金额，或按这条记录发的，只计批次。',
  fact: {
    base: merits,
    when: sql<boolean>`b.is_merit`,
    weight: sql<number>`b.amount_fen`,
    blank: '立功奖励的金额',
  },
};

const placementRate: IndicatorDef = {
  code: 'H02.rate',
  name: '安置就业率',
  unit: '%',
  section: '四',
  kind: 'ratio',
  shape: 'ratio',
  definition: '当年安置就业人数除以当年退役报到人数，各一人只计一次。',
  fact: {
    base: benefits,
    when: ofType('就业安置', '退役报到'),
    who: WHO,
    weight: sql<number>`case when b.benefit_type = '就业安置' then b.heads else 0 end`,
    over: sql<number>`case when b.benefit_type = '退役报到' then b.heads else 0 end`,
  },
};

/** Benefits carried out for people. */
export const supportIndicators: readonly IndicatorDef[] = [
  counted({
    code: 'E16',
    name: '享受低保、特困优抚对象数',
    unit: '人',
    kind: 'distinctPerson',
    definition:
      '花名册低保或特困为「是」、截至日当月身份在享的，加上当年「待遇落实」中类型为低保、特困的，一人只计一次。',
    base: assistance,
    when: sql<boolean>`b.counts`,
    weight: HEADS,
  }),
  counted({
    code: 'E17.households',
    name: '危房改造受益户数',
    unit: '户',
    definition: '当年「待遇落实」中类型为危房改造的户数合计，户数没填的算 1 户。',
    when: ofType('危房改造'),
    weight: sql<number>`b.households`,
  }),
  counted({
    code: 'E17.people',
    name: '危房改造受益人数',
    unit: '人',
    definition: '当年「待遇落实」中类型为危房改造的人数合计，人数没填的算 1 人。',
    when: ofType('危房改造'),
    weight: HEADS,
  }),
  people('E18', '医疗优待、体检人数', '医疗优待', '体检'),
  counted({
    code: 'G03',
    name: '喜报送达件数',
    unit: '件',
    definition: '当年「待遇落实」中类型为喜报的件数，人数没填的算 1 件。',
    when: ofType('喜报'),
    weight: HEADS,
  }),
  rewards,
  plaque(
    'G06.new',
    '光荣牌新挂块数',
    '当年「待遇落实」中类型为光荣牌、说明不是更换的块数（按户数，没填按人数，都没填算 1 块）。',
    benefits,
    sql<boolean>`b.benefit_type = '光荣牌' and not ${REPLACED}`,
  ),
  plaque(
    'G06.replaced',
    '光荣牌更换块数',
    '当年「待遇落实」中类型为光荣牌、说明写明更换的块数。',
    benefits,
    sql<boolean>`b.benefit_type = '光荣牌' and ${REPLACED}`,
  ),
  plaque(
    'G06.total',
    '光荣牌累计块数',
    '截至日「待遇落实」中历年新挂的光荣牌块数，更换不重复计。',
    plaques,
    sql<boolean>`b.benefit_type = '光荣牌' and not ${REPLACED}`,
  ),
  card(
    'G07.applied',
    '优待证申请张数',
    '当年「待遇落实」中类型为优待证、说明写明申请（申领、受理）的张数。',
    sql<boolean>`b.benefit_type = '优待证' and ${APPLIED}`,
  ),
  card(
    'G07.issued',
    '优待证发放张数',
    '当年「待遇落实」中类型为优待证、说明写明发放（领取）或没写申请的张数。',
    sql<boolean>`b.benefit_type = '优待证' and (${ISSUED} or not ${APPLIED})`,
  ),
  people('H01', '当年退役报到人数', '退役报到'),
  people('H02.people', '安置就业人数', '就业安置'),
  placementRate,
  counted({
    code: 'H03',
    name: '技能培训人次',
    unit: '人次',
    definition:
      '当年「活动」中类型为培训的参加人数，加上「待遇落实」中技能培训的人数；同一天有培训活动的不重复计。',
    base: training,
    when: sql<boolean>`b.counts`,
    weight: HEADS,
  }),
  counted({
    code: 'H05',
    name: '军人子女入学入托人数',
    unit: '人',
    definition: '当年「待遇落实」中类型为子女入学入托的人数合计，一行一个孩子，人数没填的算 1 人。',
    when: ofType('子女入学入托'),
    weight: HEADS,
  }),
  people('H06', '随军家属就业人数', '随军家属就业'),
  people('H07', '应征入伍人数', '应征入伍'),
  counted({
    code: 'J06',
    name: '结对帮扶对数',
    unit: '对',
    definition: '当年「待遇落实」中类型为结对帮扶的对数，一行一对，户数或人数填了的按所填。',
    when: ofType('结对帮扶'),
    weight: PIECES,
  }),
  counted({
    code: 'N03',
    section: '六',
    name: '代办事项次数',
    unit: '次',
    definition: '当年「待遇落实」中类型为代办的次数，一行一次，人数填了的按所填。',
    when: ofType('代办'),
    weight: HEADS,
  }),
];
