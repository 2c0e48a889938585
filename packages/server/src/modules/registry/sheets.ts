import type { Cells, CellValue, KindDef, RowProblem } from '../../platform/contract/kind.ts';
import {
  CATEGORY_WORDS,
  CAUSE_WORDS,
  DEATH_CAUSE_WORDS,
  ERA_WORDS,
  RESIDENCE_WORDS,
  SEX_WORDS,
  SUPPORT_WORDS,
} from './words.ts';

function isAfter(left: CellValue | undefined, right: CellValue | undefined): boolean {
  if (left === null || left === undefined || right === null || right === undefined) return false;
  return left > right;
}

function order(field: string, reason: string): RowProblem {
  return { field, code: 'date_order', reason };
}

/** Days and months of one right that cannot stand together. Whether stop and death agree is a finding, not a refusal. */
function checkSpell(cells: Cells): readonly RowProblem[] {
  const problems: RowProblem[] = [];
  if (isAfter(cells.born_on, cells.died_on))
    problems.push(order('died_on', '死亡日期早于出生日期。请以原件为准改正。'));
  if (isAfter(cells.from_month, cells.stop_month))
    problems.push(order('stop_month', '停止年月早于享受起始年月。请核对两个年月。'));
  if (isAfter(cells.enlisted_on, cells.discharged_on))
    problems.push(order('discharged_on', '退役时间早于入伍时间。请核对退伍证。'));
  return problems;
}

/** 优抚对象: one row is one spell of one right of one person. */
export const spellKind: KindDef = {
  kind: 'spell',
  sheet: '优抚对象',
  sheetAliases: ['优抚对象花名册', '花名册', '优抚花名册', '优抚人员', '重点优抚对象'],
  table: 'spell',
  key: ['identity', 'category', 'from_month'],
  person: { name: 'name', identity: 'identity', createMissing: true },
  columns: [
    {
      header: '姓名',
      aliases: ['对象姓名', '优抚对象姓名'],
      field: 'name',
      type: 'text',
      required: true,
      example: '示例人',
    },
    {
      header: '身份证号',
      aliases: [
        '身份证号码',
        '公民身份号码',
        '身份证',
        '证件号码',
        '公民身份证号',
        '公民身份证号码',
        '居民身份证号码',
        '身份证件号码',
        '证件号',
      ],
      field: 'identity',
      type: 'identity',
      required: true,
      note: '18 位，末位可为 X；请先把单元格设为文本再填。',
      example: '341524194603150012',
    },
    { header: '性别', field: 'sex', type: 'word', words: SEX_WORDS, example: '男' },
    { header: '出生日期', aliases: ['出生年月日'], field: 'born_on', type: 'day', example: '1946-03-15' },
    {
      header: '村(社区)',
      aliases: [
        '村',
        '社区',
        '村居',
        '村社区',
        '所在村',
        '村名',
        '村委会',
        '行政村',
        '所属村',
        '村(居)',
        '村(居)委会',
        '村(居)民委员会',
        '所在村(社区)',
        '村(社区)名称',
        '社区(村)',
      ],
      field: 'village_id',
      type: 'village',
      required: true,
      example: '示例村',
    },
    {
      header: '对象类别',
      aliases: [
        '类别',
        '优抚类别',
        '人员类别',
        '优抚对象类别',
        '对象类型',
        '优抚类型',
        '优抚对象类型',
        '身份类别',
      ],
      field: 'category',
      type: 'word',
      words: CATEGORY_WORDS,
      required: true,
      example: '参战退役人员',
    },
    {
      header: '残疾等级',
      aliases: ['伤残等级', '残疾级别', '伤残级别', '评残等级'],
      field: 'grade',
      type: 'grade',
    },
    {
      header: '致残性质',
      aliases: ['伤残性质', '残疾性质'],
      field: 'disability_cause',
      type: 'word',
      words: CAUSE_WORDS,
    },
    {
      header: '入伍时间',
      aliases: ['入伍日期', '入伍年月'],
      field: 'enlisted_on',
      type: 'day',
      example: '1965-03-01',
    },
    {
      header: '退役时间',
      aliases: ['退役日期', '退伍时间', '退伍日期', '退役年月'],
      field: 'discharged_on',
      type: 'day',
      example: '1969-03-01',
    },
    {
      header: '服役年限',
      aliases: ['军龄', '服役年数'],
      field: 'service_years',
      type: 'decimal',
      example: '4',
    },
    { header: '入伍时期', aliases: ['入伍时段'], field: 'enlistment_era', type: 'word', words: ERA_WORDS },
    {
      header: '户籍性质',
      aliases: ['户口性质', '户籍类别'],
      field: 'residence',
      type: 'word',
      words: RESIDENCE_WORDS,
      example: '农村',
    },
    {
      header: '认定时间',
      aliases: ['认定日期', '批准时间', '认定年月'],
      field: 'approved_on',
      type: 'day',
      note: '批准的月份。',
      example: '2007-08-01',
    },
    {
      header: '享受起始年月',
      aliases: [
        '享受待遇起始年月',
        '起始年月',
        '享受年月',
        '起发年月',
        '享受起始时间',
        '享受待遇时间',
        '享受待遇年月',
        '起始时间',
        '起发时间',
        '开始享受年月',
        '待遇起始年月',
        '发放起始年月',
        '补助起始年月',
      ],
      field: 'from_month',
      type: 'month',
      required: true,
      example: '2007-08',
    },
    {
      header: '停止年月',
      aliases: ['停发年月', '停止享受年月', '停发时间', '停止时间'],
      field: 'stop_month',
      type: 'month',
      variants: [{ header: '发至年月', shiftMonths: 1 }],
      note: '第一个不再发放的月份。',
    },
    { header: '停止原因', aliases: ['停发原因'], field: 'stop_reason', type: 'text' },
    { header: '死亡日期', aliases: ['去世日期', '死亡时间', '去世时间'], field: 'died_on', type: 'day' },
    { header: '死亡原因', field: 'death_cause', type: 'word', words: DEATH_CAUSE_WORDS },
    { header: '供养方式', field: 'support_mode', type: 'word', words: SUPPORT_WORDS },
    { header: '证书编号', aliases: ['证件编号', '证书号'], field: 'certificate_no', type: 'text' },
    { header: '开户银行', aliases: ['开户行', '银行'], field: 'bank_name', type: 'text' },
    {
      header: '银行账号',
      aliases: ['账号', '银行卡号', '一卡通账号', '卡号'],
      field: 'account',
      type: 'account',
    },
    { header: '联系电话', aliases: ['电话', '手机', '手机号', '联系方式'], field: 'phone', type: 'phone' },
    { header: '低保', aliases: ['是否低保', '低保户'], field: 'low_income', type: 'bool' },
    {
      header: '特困',
      aliases: ['是否特困', '五保', '特困人员', '特困供养'],
      field: 'extreme_hardship',
      type: 'bool',
    },
    { header: '备注', field: 'remark', type: 'text' },
  ],
  checkRow: checkSpell,
};
