import { type RawBuilder, sql } from 'kysely';
import {
  type FactBase,
  type FactRule,
  type FigureSection,
  type IndicatorDef,
  inYear,
  liveIn,
  originColumns,
} from '../../platform/contract/indicator.ts';
import { paperProves } from '../../platform/records/proof.ts';

const meetings: FactBase = {
  name: 'meetings',
  span: 'flow',
  kinds: ['meeting'],
  sheets: ['会议'],
  rows: (scope) => sql`select 'meeting' as kind, m.id, m.held_on as day, m.topic as label,
      m.meeting_type || coalesce(' ' || m.resolution, '') as detail, false as estimated, ${originColumns('m')},
      m.meeting_type, m.invited, m.attended, m.resolution,
      m.done_on <= ${scope.asOf}::date as is_done,
      m.division_id || '|' || m.held_on || '|' || m.meeting_type || '|' || m.topic as event
    from meeting m where ${liveIn(scope, 'm')} and ${inYear(scope, 'm.held_on')}`,
};

/** Meetings are several rows when they decided several things: date, type and topic make one meeting. */
const EVENT = sql<string>`b.event`;

const meetingCount = (code: string, name: string, type: string): IndicatorDef => ({
  code,
  name,
  unit: '次',
  section: '一',
  kind: 'distinctEvent',
  shape: 'count',
  definition: `当年「会议」中类型为${type}的会议次数；同日、同类型、同主题的几行是一次会。`,
  fact: { base: meetings, when: sql<boolean>`b.meeting_type = ${sql.lit(type)}`, who: EVENT },
});

const resolutions = (
  code: string,
  name: string,
  definition: string,
  when: FactRule['when'],
): IndicatorDef => ({
  code,
  name,
  unit: '项',
  section: '一',
  kind: 'sum',
  shape: 'count',
  definition,
  fact: { base: meetings, when },
});

/** Joins and leaves of the leading group; whoever joined on the group's first day founded it, which is no change. */
const groupChanges: FactBase = {
  name: 'groupChanges',
  span: 'stock',
  kinds: ['groupMember'],
  sheets: ['领导小组'],
  rows: (scope) => sql`
    with member as (
      select g.*, min(g.joined_on) over (partition by g.division_id) as founded_on,
        coalesce(nullif(g.document_no, ''), g.joined_on::text) as join_paper
      from group_member g where ${liveIn(scope, 'g')} and g.joined_on <= ${scope.asOf}::date
    ), replaced as (
      select division_id, joined_on, min(join_paper) as paper from member group by 1, 2
    ), change as (
      select m.*, m.joined_on as on_day, m.join_paper as paper from member m where m.joined_on > m.founded_on
      union all
      select m.*, m.left_on, coalesce(r.paper,
          case when m.document_no like '%' || extract(year from m.left_on) || '%'
            and extract(year from m.joined_on) < extract(year from m.left_on) then m.document_no end,
          m.left_on::text)
      from member m left join replaced r on r.division_id = m.division_id and r.joined_on = m.left_on
      where m.left_on is not null
    )
    select 'groupMember' as kind, m.id, coalesce(c.on_day, m.joined_on) as day, m.name as label,
      m.group_post || ' ' || m.post as detail, false as estimated, ${originColumns('m')},
      m.division_id || '|' || c.paper as event
    from member m left join change c on c.id = m.id and ${inYear(scope, 'c.on_day')}`,
};

/** Publicity of the year itself: pieces, copies, broadcasts. */
const publicity: FactBase = {
  name: 'publicity',
  span: 'flow',
  kinds: ['publicity'],
  sheets: ['宣传'],
  rows: (scope) => sql`select 'publicity' as kind, p.id, p.placed_on as day,
      p.publicity_type || coalesce(' ' || p.place, '') as label, coalesce(p.content, '') as detail,
      false as estimated, ${originColumns('p')}, p.publicity_type, p.quantity
    from publicity p where ${liveIn(scope, 'p')} and ${inYear(scope, 'p.placed_on')}`,
};

/** Assets known by the as-of day; they count only while they stand. */
const assets: FactBase = {
  name: 'assets',
  span: 'stock',
  kinds: ['publicity'],
  sheets: ['宣传'],
  rows: (scope) => sql`select 'publicity' as kind, p.id, p.placed_on as day,
      p.publicity_type || coalesce(' ' || p.place, '') as label, coalesce(p.content, '') as detail,
      false as estimated, ${originColumns('p')}, p.publicity_type, p.quantity,
      (p.removed_on is null or p.removed_on > ${scope.asOf}::date) as stands
    from publicity p where ${liveIn(scope, 'p')} and p.placed_on <= ${scope.asOf}::date`,
};

const QUANTITY = sql<number>`b.quantity`;

const pieces = (code: string, name: string, unit: string, type: string): IndicatorDef => ({
  code,
  name,
  unit,
  section: '二',
  kind: 'sum',
  shape: 'count',
  definition: `当年「宣传」中类型为${type}的数量合计。`,
  fact: { base: publicity, when: sql<boolean>`b.publicity_type = ${sql.lit(type)}`, weight: QUANTITY },
});

const standing = (code: string, name: string, unit: string, ...types: readonly string[]): IndicatorDef => ({
  code,
  name,
  unit,
  section: '二',
  kind: 'sum',
  shape: 'count',
  definition: `截至日仍在的${types.join('、')}数量合计：已设立，未撤除或撤除日期在截至日之后。`,
  fact: {
    base: assets,
    when: sql<boolean>`b.stands and b.publicity_type in (${sql.join(types.map((type) => sql.lit(type)))})`,
    weight: QUANTITY,
  },
});

/** What a row's 「估计」 says of a figure: it is about the heads alone. A count of events, teams or photos is exact. */
const EXACT = sql<boolean>`false`;
const HEADS_ESTIMATED = sql<boolean>`coalesce(a.is_estimate, false)`;

/** Activities of the year; `has_photo`: a picture with a title hangs on it. */
const activitiesBase = (name: string, estimated: RawBuilder<boolean>): FactBase => ({
  name,
  span: 'flow',
  kinds: ['activity'],
  sheets: ['活动'],
  rows: (scope) => sql`select 'activity' as kind, a.id, a.held_on as day, a.title as label,
      a.activity_type || coalesce(' ' || a.place, '') as detail,
      ${estimated} as estimated, ${originColumns('a')},
      a.activity_type, a.attendance, nullif(a.audience, '') as audience,
      replace(coalesce(a.audience, ''), '大学生', '') ~ '学生|师生|中小学|小学|中学|少先队|青少年' as has_pupils,
      exists (select 1 from evidence e
        join paper on paper.county_id = e.county_id and paper.id = e.paper_id and ${paperProves}
        join stored_file f on f.county_id = paper.county_id and f.sha256 = paper.file_sha256
        where e.county_id = a.county_id and e.record_kind = 'activity' and e.record_id = a.id
          and e.removed_at is null and f.media_type like 'image/%' and paper.title <> '') as has_photo
    from activity a where ${liveIn(scope, 'a')} and ${inYear(scope, 'a.held_on')}`,
});
const activities = activitiesBase('activities', EXACT);
const crowds = activitiesBase('crowds', HEADS_ESTIMATED);

/** Symposia of both homes: the 活动 row of one speaks for the 会议 rows of the same day and title. */
const symposiaBase = (name: string, estimated: RawBuilder<boolean>): FactBase => ({
  name,
  span: 'flow',
  kinds: ['activity', 'meeting'],
  sheets: ['活动', '会议'],
  rows: (scope) => sql`
    select 'activity' as kind, a.id, a.held_on as day, a.title as label, a.activity_type as detail,
      ${estimated} as estimated, ${originColumns('a')},
      a.activity_type = '座谈会' as is_symposium, a.attendance as heads, 'activity|' || a.id as event
    from activity a where ${liveIn(scope, 'a')} and ${inYear(scope, 'a.held_on')}
    union all
    select 'meeting', m.id, m.held_on, m.topic, m.meeting_type, false, ${originColumns('m')},
      m.meeting_type = '座谈会' and not exists (select 1 from activity a
        where a.county_id = m.county_id and a.division_id = m.division_id and a.voided_at is null
          and a.held_on = m.held_on and a.activity_type = '座谈会' and a.title = m.topic),
      m.attended, m.division_id || '|' || m.held_on || '|' || m.topic
    from meeting m where ${liveIn(scope, 'm')} and ${inYear(scope, 'm.held_on')}`,
});
const symposia = symposiaBase('symposia', EXACT);
const symposiaCrowds = symposiaBase('symposiaCrowds', HEADS_ESTIMATED);

const ofType = (...types: readonly string[]) =>
  sql<boolean>`b.activity_type in (${sql.join(types.map((type) => sql.lit(type)))})`;
const HEADS = sql<number>`b.attendance`;

type ActivityFigure = readonly [
  code: string,
  name: string,
  section: FigureSection,
  what: string,
  when: FactRule['when'],
];

const events = ([code, name, section, what, when]: ActivityFigure, unit = '场'): IndicatorDef => ({
  code,
  name,
  unit,
  section,
  kind: 'sum',
  shape: 'count',
  definition: `当年「活动」中${what}的场次，一行一场。`,
  fact: { base: activities, when },
});

const attendance = ([code, name, section, what, when]: ActivityFigure): IndicatorDef => ({
  code,
  name,
  unit: '人次',
  section,
  kind: 'sum',
  shape: 'count',
  definition: `当年「活动」中${what}的参加人数合计；有标「估计」的，数上带「估」。`,
  fact: { base: crowds, when, weight: HEADS },
});

const volunteering = ofType('志愿服务');

/** The office's own work: meetings, leading group, publicity, activities. */
export const recordsIndicators: readonly IndicatorDef[] = [
  meetingCount('A01', '领导小组全体会议次数', '领导小组'),
  meetingCount('A02', '党委（扩大）会研究双拥次数', '党委'),
  meetingCount('A03', '议军会次数', '议军'),
  meetingCount('A04', '军地联席（恳谈）会次数', '联席'),
  {
    code: 'A05',
    name: '会议平均到会率',
    unit: '%',
    section: '一',
    kind: 'ratio',
    shape: 'ratio',
    definition: '当年应到、实到都填了的会议，实到人数合计除以应到人数合计；一次会只算一次。',
    fact: {
      base: meetings,
      when: sql<boolean>`b.invited is not null and b.attended is not null`,
      who: EVENT,
      weight: sql<number>`b.attended`,
      over: sql<number>`b.invited`,
    },
  },
  resolutions(
    'A06.raised',
    '议定事项数',
    '当年「会议」中写有议定事项的行数，一行一项。',
    sql<boolean>`b.resolution <> ''`,
  ),
  resolutions(
    'A06.done',
    '议定事项已落实数',
    '当年会议的议定事项中，完成日期不晚于截至日的项数。',
    sql<boolean>`b.resolution <> '' and b.is_done`,
  ),
  {
    code: 'A08',
    name: '领导小组成员调整次数',
    unit: '次',
    section: '一',
    kind: 'distinctEvent',
    shape: 'count',
    definition:
      '当年「领导小组」成员任职、离任的次数：同一文件号（没有文件号的按同一天）算一次；小组成立那天的任职不算调整。',
    fact: { base: groupChanges, when: sql<boolean>`b.event is not null`, who: EVENT },
  },
  pieces('B01', '双拥专栏期数', '期', '专栏'),
  standing('B02', '永久性大型标牌处数', '处', '永久性标牌'),
  pieces('B03', '横幅标语数', '幅', '横幅'),
  standing('B04', '双拥街、公园、社区数', '处', '双拥街', '双拥公园', '双拥社区'),
  standing('B05', '宣传栏块数', '块', '宣传栏'),
  pieces('B06', '电子屏播放次数', '次', '电子屏'),
  pieces('B07', '村广播宣传次数', '次', '广播'),
  pieces('B08', '政策明白纸发放', '份', '明白纸'),
  pieces('B09', '慰问信发放', '份', '慰问信'),
  pieces('B10', '上级媒体采用信息', '篇', '媒体采用'),
  events(['B11.events', '国防教育活动场次', '二', '类型为国防教育', ofType('国防教育')]),
  attendance(['B11.attendance', '国防教育活动人次', '二', '类型为国防教育', ofType('国防教育')]),
  events(['C01', '双拥活动总场次', '三', '各类活动', sql<boolean>`true`]),
  attendance(['C02', '活动参与人次', '三', '各类活动', sql<boolean>`true`]),
  events(['C03.events', '祭扫场次', '三', '类型为祭扫', ofType('祭扫')]),
  attendance(['C03.attendance', '祭扫人次', '三', '类型为祭扫', ofType('祭扫')]),
  attendance([
    'C04',
    '中小学生教育人次',
    '三',
    '参加对象写明学生（师生、中小学、少先队等）',
    sql<boolean>`b.has_pupils`,
  ]),
  {
    code: 'C05',
    name: '座谈会场次',
    unit: '场',
    section: '三',
    kind: 'distinctEvent',
    shape: 'count',
    definition: '当年座谈会场次：「活动」和「会议」里同日同名的是同一场；只在「会议」里的也算。',
    fact: { base: symposia, when: sql<boolean>`b.is_symposium`, who: EVENT },
  },
  {
    code: 'C06',
    name: '座谈会参加人次',
    unit: '人次',
    section: '三',
    kind: 'distinctEvent',
    shape: 'count',
    definition: '当年座谈会的参加人数合计：「活动」里有的按参加人数，只在「会议」里的按实到。',
    fact: {
      base: symposiaCrowds,
      when: sql<boolean>`b.is_symposium`,
      who: EVENT,
      weight: sql<number>`b.heads`,
      blank: '会议的实到人数',
    },
  },
  attendance(['C07', '国防、军事训练人次', '三', '类型为军事训练', ofType('军事训练')]),
  events(['C08', '文艺、联谊、征文场次', '三', '类型为文艺、联谊、征文', ofType('文艺', '联谊', '征文')]),
  {
    code: 'C09.teams',
    name: '志愿服务队数',
    unit: '支',
    section: '三',
    kind: 'distinctEvent',
    shape: 'count',
    definition: '当年志愿服务活动的参加对象中写明的不同服务队数（名称带「队」字）。',
    fact: {
      base: activities,
      when: volunteering,
      who: sql<string>`b.division_id || '|' || coalesce(b.audience, '')`,
      weight: sql<number>`case when regexp_replace(b.audience, '部队|军队', '', 'g') like '%队%' then 1 end`,
      blank: '志愿服务活动参加对象里的服务队名称',
    },
  },
  events(['C09.events', '志愿服务次数', '三', '类型为志愿服务', volunteering], '次'),
  {
    code: 'C10',
    name: '有照片且有说明的活动占比',
    unit: '%',
    section: '五',
    kind: 'ratio',
    shape: 'ratio',
    definition: '当年活动中，挂有照片（图片文件，题名即说明）的场次除以总场次。',
    fact: {
      base: activities,
      when: sql<boolean>`true`,
      weight: sql<number>`case when b.has_photo then 1 else 0 end`,
      over: sql<number>`1`,
    },
  },
  events(['H04.fairs', '招聘会场次', '四', '类型为招聘会', ofType('招聘会')]),
  events(['L01', '军地共建、互办实事件数', '三', '类型为军民共建', ofType('军民共建')], '件'),
];
