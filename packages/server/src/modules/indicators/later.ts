import type { FigureSection, FigureShape, IndicatorDef } from '../../platform/contract/indicator.ts';

type Later = readonly [
  code: string,
  name: string,
  unit: string,
  section: FigureSection,
  definition: string,
  missing: string,
];

const SHAPES: Readonly<Record<string, FigureShape>> = {
  '%': 'ratio',
  元: 'yuan',
  天: 'decimal',
  分: 'decimal',
};

function later([code, name, unit, section, definition, missing]: Later): IndicatorDef {
  const shape = SHAPES[unit] ?? 'count';
  const kind = shape === 'ratio' ? 'ratio' : 'sum';
  return { code, name, unit, section, kind, shape, definition, missing: `没有${missing}` };
}

const ORGANISATION: readonly Later[] = [
  ['A11', '成员单位述职覆盖率', '%', '一', '当年述职的成员单位数除以成员单位总数。', '成员单位述职记录'],
  [
    'A12',
    '村（社区）双拥小组覆盖率',
    '%',
    '一',
    '有双拥小组的村（社区）数除以村（社区）总数。',
    '村（社区）双拥小组记录',
  ],
  ['B12', '学校国防双拥课覆盖率', '%', '二', '开设国防双拥课的学校数除以学校总数。', '学校开课记录'],
];

const PEOPLE: readonly Later[] = [
  [
    'E13',
    '三口径一致率',
    '%',
    '四',
    '系统、台账、现场三处一致的人数除以总人数。',
    '与上级系统和现场核对的记录',
  ],
];

const MONEY: readonly Later[] = [
  ['G05', '喜报及时率', '%', '四', '按时送达的喜报件数除以喜报总件数。', '喜报收到和送达日期的记录'],
  ['H04.posts', '岗位推送数', '个', '四', '当年向退役军人推送的岗位数。', '岗位推送记录'],
];

const CONTACT: readonly Later[] = [
  ['J01.due', '联系对象应联系人次', '人次', '四', '按联系制度当年应联系的人次。', '联系制度的设定'],
  ['J01.done', '联系对象已联系人次', '人次', '四', '按联系制度当年已联系的人次。', '联系制度的设定'],
  ['J01.rate', '联系达标率', '%', '四', '已联系人次除以应联系人次。', '联系制度的设定'],
  ['J02', '逾期未走访人数', '人', '四', '按联系制度到期而没有走访的人数。', '联系制度的设定'],
  ['J03.triggered', '六必访触发次数', '次', '四', '当年应当登门的情形次数。', '六必访的记录'],
  ['J03.done', '六必访完成次数', '次', '四', '当年按要求登门的次数。', '六必访的记录'],
  ['J07.batches', '来信来访批次', '批', '四', '当年来信来访的批次。', '来信来访记录'],
  ['J07.people', '来信来访人次', '人次', '四', '当年来信来访的人次。', '来信来访记录'],
  ['J07.rate', '来信来访办结率', '%', '四', '办结批次除以总批次。', '来信来访记录'],
];

const PLACES: readonly Later[] = [
  ['K01', '烈士纪念设施处数', '处', '三', '截至日在册的烈士陵园和零散烈士墓处数。', '烈士纪念设施记录'],
  ['K02.patrols', '烈士纪念设施巡查次数', '次', '六', '当年巡查次数。', '烈士纪念设施巡查记录'],
  ['K02.rate', '巡查问题整改率', '%', '六', '已整改的问题数除以发现的问题数。', '烈士纪念设施巡查记录'],
  ['K03', '管护协议签订率', '%', '六', '签有管护协议的设施处数除以设施总处数。', '管护协议记录'],
  [
    'L02',
    '支持部队、部队援助金额',
    '元',
    '三',
    '当年支持部队和部队援助地方的金额合计。',
    '支持部队和部队援助的记录',
  ],
  ['N01', '服务站达标数', '个', '六', '截至日达标的镇、村服务站个数。', '服务站记录'],
  ['N02', '专兼职人员数', '人', '六', '截至日服务站专职和兼职人员数。', '服务站人员记录'],
  ['N04', '服务对象满意度', '%', '六', '满意的份数除以收回的份数。', '满意度调查记录'],
];

const EVALUATION: readonly Later[] = [
  ['M02', '考评条目覆盖率', '%', '五', '有材料的考评条目数除以条目总数。', '考评自查记录'],
  ['M03', '缺口条目数', '条', '五', '没有材料的考评条目数。', '考评自查记录'],
  ['M04', '自评得分', '分', '五', '按考评标准自评的分数。', '考评自评记录'],
  ['M05', '文件完整性抽检通过率', '%', '五', '抽检无误的文件数除以抽检文件数。', '文件抽检记录'],
];

/** Figures whose records no sheet of the workbook holds: null, with the record that is missing. */
export const laterIndicators: readonly IndicatorDef[] = [
  ...ORGANISATION,
  ...PEOPLE,
  ...MONEY,
  ...CONTACT,
  ...PLACES,
  ...EVALUATION,
].map(later);
