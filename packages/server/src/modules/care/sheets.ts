import type { Cells, KindDef, RowProblem, Vocabulary } from '../../platform/contract/kind.ts';
import { CATEGORY_WORDS } from '../registry/index.ts';

const VISIT_MODE_WORDS: Vocabulary = {
  words: ['上门', '电话'],
  aliases: {
    入户: '上门',
    登门: '上门',
    上门走访: '上门',
    走访: '上门',
    上门慰问: '上门',
    入户走访: '上门',
    面访: '上门',
    电话联系: '电话',
    电访: '电话',
    通话: '电话',
    视频: '电话',
    微信: '电话',
  },
};

function checkCase(cells: Cells): readonly RowProblem[] {
  const { opened_on: opened, closed_on: closed } = cells;
  if (typeof opened !== 'string' || typeof closed !== 'string' || opened <= closed) return [];
  return [{ field: 'closed_on', code: 'date_order', reason: '办结日期早于登记日期。请核对。' }];
}

/** 走访慰问: a call or visit, with the money and goods given. */
export const visitKind: KindDef = {
  kind: 'visit',
  sheet: '走访慰问',
  sheetAliases: ['走访', '慰问', '走访台账', '走访慰问台账'],
  table: 'visit',
  key: ['visited_on', 'name', 'mode', 'identity'],
  dateField: 'visited_on',
  person: { name: 'name', identity: 'identity' },
  columns: [
    {
      header: '日期',
      aliases: ['走访日期', '慰问日期', '走访时间', '慰问时间', '走访慰问日期', '走访慰问时间'],
      field: 'visited_on',
      type: 'day',
      required: true,
      example: '2017-07-28',
    },
    {
      header: '姓名',
      aliases: ['走访对象', '慰问对象', '对象姓名', '慰问对象姓名', '走访对象姓名', '被走访人'],
      field: 'name',
      type: 'text',
      required: true,
      example: '示例人',
    },
    { header: '身份证号', aliases: ['身份证号码', '身份证'], field: 'identity', type: 'identity' },
    {
      header: '对象类别',
      aliases: ['类别'],
      field: 'category',
      type: 'word',
      words: CATEGORY_WORDS,
    },
    { header: '户主', aliases: ['户主姓名'], field: 'householder', type: 'text' },
    {
      header: '方式',
      aliases: ['走访方式', '走访形式', '慰问方式', '走访慰问方式'],
      field: 'mode',
      type: 'word',
      words: VISIT_MODE_WORDS,
      required: true,
      example: '上门',
    },
    { header: '节日', field: 'festival', type: 'text', example: '八一' },
    {
      header: '慰问金',
      aliases: ['慰问金额', '慰问金(元)'],
      field: 'gift_fen',
      type: 'fen',
      example: '500.00',
    },
    { header: '慰问品折价', aliases: ['慰问品', '物资折价'], field: 'goods_fen', type: 'fen' },
    { header: '走访人', aliases: ['慰问人'], field: 'visitor', type: 'text' },
    { header: '情况', aliases: ['走访情况'], field: 'situation', type: 'text' },
    { header: '签收', aliases: ['是否签收'], field: 'signed', type: 'bool', example: '是' },
  ],
};

/** 困难帮扶: a difficulty from the day it was registered to its result. */
export const aidCaseKind: KindDef = {
  kind: 'aidCase',
  sheet: '困难帮扶',
  sheetAliases: ['帮扶', '解难', '困难帮扶台账', '解决困难'],
  table: 'aid_case',
  key: ['opened_on', 'name', 'appeal', 'identity'],
  dateField: 'opened_on',
  person: { name: 'name', identity: 'identity' },
  columns: [
    {
      header: '登记日期',
      aliases: ['日期', '登记时间', '受理日期', '受理时间', '申请日期'],
      field: 'opened_on',
      type: 'day',
      required: true,
      example: '2017-03-06',
    },
    {
      header: '姓名',
      aliases: ['对象姓名', '帮扶对象', '申请人'],
      field: 'name',
      type: 'text',
      required: true,
      example: '示例人',
    },
    { header: '身份证号', aliases: ['身份证号码', '身份证'], field: 'identity', type: 'identity' },
    {
      header: '诉求',
      aliases: ['困难', '困难情况', '诉求内容', '困难诉求', '主要困难', '反映问题', '求助事项'],
      field: 'appeal',
      type: 'text',
      required: true,
      example: '住院自付过高（示例）',
    },
    { header: '类别', aliases: ['困难类别'], field: 'category', type: 'text' },
    { header: '措施', aliases: ['帮扶措施'], field: 'measure', type: 'text' },
    { header: '金额', aliases: ['帮扶金额'], field: 'amount_fen', type: 'fen' },
    { header: '办结日期', aliases: ['办结时间'], field: 'closed_on', type: 'day' },
    { header: '结果', aliases: ['办理结果'], field: 'result', type: 'text' },
  ],
  checkRow: checkCase,
};
