import type { Cells, KindDef, RowProblem } from '../../platform/contract/kind.ts';
import { ACTIVITY_WORDS, MEETING_WORDS, PUBLICITY_WORDS } from './words.ts';

/** Refuses an end before its beginning; both must be there to be compared. */
function checkOrder(from: string, to: string, reason: string): (cells: Cells) => readonly RowProblem[] {
  return (cells) => {
    const start = cells[from];
    const end = cells[to];
    if (typeof start !== 'string' || typeof end !== 'string' || start <= end) return [];
    return [{ field: to, code: 'date_order', reason }];
  };
}

/** 领导小组: who sits in the leading group, from when to when. */
export const groupMemberKind: KindDef = {
  kind: 'groupMember',
  sheet: '领导小组',
  sheetAliases: ['双拥领导小组', '双拥工作领导小组', '领导小组成员'],
  table: 'group_member',
  key: ['name', 'post', 'group_post', 'joined_on'],
  documentField: 'document_no',
  columns: [
    { header: '姓名', field: 'name', type: 'text', required: true, example: '示例人' },
    {
      header: '单位职务',
      aliases: [
        '职务',
        '单位及职务',
        '工作单位及职务',
        '单位、职务',
        '单位和职务',
        '所在单位及职务',
        '现任职务',
      ],
      field: 'post',
      type: 'text',
      required: true,
      example: '示例镇党委书记',
    },
    {
      header: '组内职务',
      aliases: ['小组职务', '领导小组职务', '小组内职务', '组内任职'],
      field: 'group_post',
      type: 'text',
      required: true,
      example: '组长',
    },
    {
      header: '任职日期',
      aliases: ['任职时间', '任命日期', '到任日期'],
      field: 'joined_on',
      type: 'day',
      required: true,
      example: '2017-02-10',
    },
    { header: '离任日期', aliases: ['离任时间', '免职日期'], field: 'left_on', type: 'day' },
    {
      header: '文件号',
      aliases: ['文号', '任职文号'],
      field: 'document_no',
      type: 'text',
      example: '示例〔2017〕1号',
    },
  ],
  checkRow: checkOrder('joined_on', 'left_on', '离任日期早于任职日期。请核对任免文件。'),
};

/** 会议: one row a resolution; rows of one day, type and topic are one meeting. */
export const meetingKind: KindDef = {
  kind: 'meeting',
  sheet: '会议',
  sheetAliases: ['会议台账', '会议记录', '双拥会议'],
  table: 'meeting',
  key: ['held_on', 'meeting_type', 'topic'],
  dateField: 'held_on',
  columns: [
    {
      header: '日期',
      aliases: ['会议日期', '时间', '会议时间', '召开日期', '召开时间'],
      field: 'held_on',
      type: 'day',
      required: true,
      example: '2017-07-20',
    },
    {
      header: '类型',
      aliases: ['会议类型', '会议类别'],
      field: 'meeting_type',
      type: 'word',
      words: MEETING_WORDS,
      required: true,
      example: '领导小组',
    },
    {
      header: '主题',
      aliases: ['会议主题', '议题', '名称', '会议名称', '会议内容', '会议议题'],
      field: 'topic',
      type: 'text',
      required: true,
      example: '研究八一走访慰问（示例）',
    },
    { header: '应到', aliases: ['应到人数'], field: 'invited', type: 'count', example: '15' },
    { header: '实到', aliases: ['实到人数'], field: 'attended', type: 'count', example: '14' },
    { header: '议定事项', aliases: ['议定', '议定内容', '会议决定'], field: 'resolution', type: 'text' },
    { header: '责任单位', field: 'responsible', type: 'text' },
    { header: '完成时限', aliases: ['时限'], field: 'due_on', type: 'day' },
    { header: '完成日期', aliases: ['完成时间'], field: 'done_on', type: 'day' },
  ],
  checkRow: checkOrder('held_on', 'done_on', '完成日期早于会议日期。请核对。'),
};

/** 宣传: publicity assets and issues; an asset counts for a year only while it stands in it. */
export const publicityKind: KindDef = {
  kind: 'publicity',
  sheet: '宣传',
  sheetAliases: ['宣传台账', '宣传阵地', '双拥宣传'],
  table: 'publicity',
  key: ['placed_on', 'publicity_type', 'village_id', 'place', 'quantity', 'measure'],
  dateField: 'placed_on',
  columns: [
    {
      header: '日期',
      aliases: ['设立日期', '时间', '宣传日期', '宣传时间', '设立时间'],
      field: 'placed_on',
      type: 'day',
      required: true,
      example: '2017-07-25',
    },
    {
      header: '类型',
      aliases: ['宣传类型', '形式', '宣传形式', '宣传方式'],
      field: 'publicity_type',
      type: 'word',
      words: PUBLICITY_WORDS,
      required: true,
      example: '横幅',
    },
    { header: '村(社区)', aliases: ['村', '社区', '村居'], field: 'village_id', type: 'village' },
    { header: '地点', aliases: ['位置'], field: 'place', type: 'text', example: '示例村村部' },
    { header: '数量', field: 'quantity', type: 'count', required: true, example: '3' },
    {
      header: '单位',
      aliases: ['计量单位', '数量单位'],
      field: 'measure',
      type: 'text',
      required: true,
      example: '幅',
    },
    { header: '内容', field: 'content', type: 'text' },
    { header: '撤除日期', aliases: ['撤除时间', '拆除日期'], field: 'removed_on', type: 'day' },
  ],
  checkRow: checkOrder('placed_on', 'removed_on', '撤除日期早于悬挂（设立）日期。请核对。'),
};

/** 活动: what was done, where, with how many people; 估计 marks a head-count nobody signed for. */
export const activityKind: KindDef = {
  kind: 'activity',
  sheet: '活动',
  sheetAliases: ['活动台账', '双拥活动'],
  table: 'activity',
  key: ['held_on', 'activity_type', 'title', 'attendance', 'place'],
  dateField: 'held_on',
  columns: [
    {
      header: '日期',
      aliases: ['活动日期', '时间', '活动时间', '开展日期', '开展时间'],
      field: 'held_on',
      type: 'day',
      required: true,
      example: '2017-04-04',
    },
    {
      header: '类型',
      aliases: ['活动类型', '活动类别'],
      field: 'activity_type',
      type: 'word',
      words: ACTIVITY_WORDS,
      required: true,
      example: '祭扫',
    },
    {
      header: '名称',
      aliases: ['活动名称', '主题', '活动主题', '活动内容'],
      field: 'title',
      type: 'text',
      required: true,
      example: '清明祭扫（示例）',
    },
    { header: '地点', field: 'place', type: 'text' },
    { header: '参加对象', aliases: ['对象', '参加人员'], field: 'audience', type: 'text', example: '学生' },
    {
      header: '参加人数',
      aliases: ['人数', '参与人数', '参加人次', '参与人次', '人次'],
      field: 'attendance',
      type: 'count',
      required: true,
      example: '213',
    },
    { header: '估计', aliases: ['是否估计', '估'], field: 'is_estimate', type: 'bool', example: '是' },
  ],
};
