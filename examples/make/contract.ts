/** How a column's value is put into its cell. */
export type Kind = 'text' | 'day' | 'month' | 'money' | 'count';
export interface Column {
  readonly name: string;
  readonly required: boolean;
  readonly kind: Kind;
}
export type Row = Readonly<Record<string, string | number | undefined>>;
export type Book = Readonly<Record<string, readonly Row[]>>;

const MONEY = ['金额', '慰问金', '慰问品折价'];
const COUNTS = [
  '年度',
  '人口',
  '村(社区)数',
  '服役年限',
  '应到',
  '实到',
  '数量',
  '参加人数',
  '人数',
  '户数',
  '页数',
  '所属年度',
];
const MONTHS = ['认定时间', '享受起始年月', '停止年月', '所属起始年月', '所属截止年月'];
const DAYS = [
  '出生日期',
  '入伍时间',
  '退役时间',
  '死亡日期',
  '发放日期',
  '任职日期',
  '离任日期',
  '日期',
  '完成时限',
  '完成日期',
  '撤除日期',
  '登记日期',
  '办结日期',
];

/** The kind of a column by its name, the same on every sheet. */
export function kindOf(name: string): Kind {
  if (MONEY.includes(name)) return 'money';
  if (COUNTS.includes(name)) return 'count';
  if (MONTHS.includes(name)) return 'month';
  return DAYS.includes(name) ? 'day' : 'text';
}

function columns(list: string): Column[] {
  return list.split(' ').map((word) => {
    const name = word.replace('*', '');
    return { name, required: word.endsWith('*'), kind: kindOf(name) };
  });
}

/** The fourteen sheets of the ledger workbook; a star marks what a row cannot do without. */
export const CONTRACT: Readonly<Record<string, readonly Column[]>> = {
  单位: columns('行政区划代码* 名称* 上级名称 年度* 人口 村(社区)数'),
  '村(社区)': columns('名称* 代码'),
  优抚对象: columns(
    '姓名* 身份证号* 性别 出生日期 村(社区)* 对象类别* 残疾等级 致残性质 入伍时间 退役时间 服役年限 入伍时期 户籍性质 认定时间 享受起始年月* 停止年月 停止原因 死亡日期 死亡原因 供养方式 证书编号 开户银行 银行账号 联系电话 低保 特困 备注',
  ),
  发放记录: columns('姓名* 身份证号* 项目* 所属起始年月* 所属截止年月* 金额* 发放日期* 凭证号'),
  义务兵优待金: columns('士兵姓名* 士兵身份证号 入伍时间 领取人* 领取人身份证号 金额* 发放日期* 所属年度*'),
  领导小组: columns('姓名* 单位职务* 组内职务* 任职日期* 离任日期 文件号'),
  会议: columns('日期* 类型* 主题* 应到 实到 议定事项 责任单位 完成时限 完成日期'),
  经费: columns('日期* 类型* 用途* 金额* 凭证号'),
  宣传: columns('日期* 类型* 村(社区) 地点 数量* 单位* 内容 撤除日期'),
  活动: columns('日期* 类型* 名称* 地点 参加对象 参加人数* 估计'),
  走访慰问: columns('日期* 姓名* 身份证号 对象类别 户主 方式* 节日 慰问金 慰问品折价 走访人 情况 签收'),
  困难帮扶: columns('登记日期* 姓名* 身份证号 诉求* 类别 措施 金额 办结日期 结果'),
  待遇落实: columns('日期* 类型* 姓名* 身份证号 人数 户数 金额 说明'),
  档案: columns('题名* 责任者 文号 日期* 页数 类别* 保管期限 考评条目 文件 原件位置'),
};

/** 佐证 may stand on every sheet; the sample uses it where a paper has no number of its own. */
export const EVIDENCE: Column = { name: '佐证', required: false, kind: 'text' };
export const EVIDENCED_SHEETS = [
  '义务兵优待金',
  '会议',
  '经费',
  '宣传',
  '活动',
  '走访慰问',
  '困难帮扶',
  '待遇落实',
];
