import type { Cells, KindDef, RowProblem } from '../../platform/contract/kind.ts';
import { FUND_WORDS, PAY_ITEM_WORDS } from './words.ts';

function checkPaid(cells: Cells): readonly RowProblem[] {
  if (typeof cells.from_month !== 'number' || typeof cells.to_month !== 'number') return [];
  if (cells.from_month <= cells.to_month) return [];
  return [{ field: 'to_month', code: 'date_order', reason: '所属截止年月早于所属起始年月。请核对。' }];
}

const IDENTITY_ALIASES = ['身份证号码', '身份证', '公民身份号码'] as const;

/** 发放记录: money already paid, as the office's old sheets have it. */
export const paidLineKind: KindDef = {
  kind: 'paidLine',
  sheet: '发放记录',
  sheetAliases: ['发放表', '发放明细', '抚恤补助发放', '发放台账'],
  table: 'paid_line',
  key: ['identity', 'item', 'from_month', 'to_month', 'paid_on', 'voucher_no'],
  dateField: 'paid_on',
  booked: ['identity', 'item', 'from_month', 'to_month', 'amount_fen', 'paid_on'],
  person: { name: 'name', identity: 'identity', createMissing: true },
  documentField: 'voucher_no',
  columns: [
    {
      header: '姓名',
      aliases: ['对象姓名', '领款人', '领取人'],
      field: 'name',
      type: 'text',
      required: true,
      example: '示例人',
    },
    {
      header: '身份证号',
      aliases: [...IDENTITY_ALIASES, '公民身份证号', '公民身份证号码', '居民身份证号码', '证件号码'],
      field: 'identity',
      type: 'identity',
      required: true,
      example: '341524194603150012',
    },
    {
      header: '项目',
      aliases: ['发放项目', '资金项目', '补助项目', '待遇项目', '发放类别'],
      field: 'item',
      type: 'word',
      words: PAY_ITEM_WORDS,
      required: true,
      example: '抚恤补助',
    },
    {
      header: '所属起始年月',
      aliases: [
        '起始年月',
        '所属年月',
        '所属期起',
        '所属期起始',
        '所属起始月份',
        '发放起始年月',
        '补助起始年月',
        '开始年月',
        '起始月份',
      ],
      field: 'from_month',
      type: 'month',
      required: true,
      example: '2017-01',
    },
    {
      header: '所属截止年月',
      aliases: [
        '截止年月',
        '所属期止',
        '终止年月',
        '结束年月',
        '发放截止年月',
        '补助截止年月',
        '所属期截止',
        '所属截止月份',
        '截止月份',
      ],
      field: 'to_month',
      type: 'month',
      required: true,
      example: '2017-01',
    },
    {
      header: '金额',
      aliases: ['发放金额', '实发金额', '金额(元)', '补助金额', '发放额', '实发数'],
      field: 'amount_fen',
      type: 'fen',
      mayBeNegative: true,
      required: true,
      example: '505.00',
    },
    {
      header: '发放日期',
      aliases: ['发放时间', '支付日期', '打卡日期', '打卡时间', '拨付日期', '付款日期', '到账日期'],
      field: 'paid_on',
      type: 'day',
      required: true,
      example: '2017-01-18',
    },
    {
      header: '凭证号',
      aliases: ['凭证编号', '记账凭证号', '凭证号码'],
      field: 'voucher_no',
      type: 'text',
      example: '示例-001',
    },
  ],
  checkRow: checkPaid,
};

/** 义务兵优待金: the yearly allowance to a conscript's family. */
export const conscriptKind: KindDef = {
  kind: 'conscriptAllowance',
  sheet: '义务兵优待金',
  sheetAliases: ['优待金', '义务兵家庭优待金', '八一优待金'],
  table: 'conscript_allowance',
  key: ['soldier_name', 'payee_identity', 'benefit_year', 'paid_on'],
  dateField: 'paid_on',
  booked: [
    ...['soldier_name', 'soldier_identity', 'payee_name', 'payee_identity'],
    ...['amount_fen', 'paid_on', 'benefit_year'],
  ],
  columns: [
    {
      header: '士兵姓名',
      aliases: ['义务兵姓名', '义务兵', '士兵', '现役军人姓名'],
      field: 'soldier_name',
      type: 'text',
      required: true,
      example: '示例兵',
    },
    {
      header: '士兵身份证号',
      aliases: ['义务兵身份证号', '义务兵身份证号码', '士兵身份证号码'],
      field: 'soldier_identity',
      type: 'identity',
    },
    { header: '入伍时间', aliases: ['入伍日期'], field: 'enlisted_on', type: 'day', example: '2016-09-01' },
    {
      header: '领取人',
      aliases: ['领款人', '领取人姓名', '收款人', '收款人姓名', '家属姓名', '家长姓名'],
      field: 'payee_name',
      type: 'text',
      required: true,
      example: '示例家长',
    },
    {
      header: '领取人身份证号',
      aliases: [
        '领款人身份证号',
        '领取人身份证号码',
        '领款人身份证号码',
        '收款人身份证号',
        '收款人身份证号码',
      ],
      field: 'payee_identity',
      type: 'identity',
    },
    {
      header: '金额',
      aliases: ['发放金额', '金额(元)', '优待金', '优待金额', '优待金金额'],
      field: 'amount_fen',
      type: 'fen',
      mayBeReversed: true,
      required: true,
      example: '7134.00',
    },
    {
      header: '发放日期',
      aliases: ['发放时间', '支付日期', '打卡日期', '拨付日期'],
      field: 'paid_on',
      type: 'day',
      required: true,
      example: '2017-07-28',
    },
    {
      header: '所属年度',
      aliases: ['年度', '年份', '优待年度', '发放年度'],
      field: 'benefit_year',
      type: 'count',
      required: true,
      example: '2017',
    },
  ],
};

/** 经费: the office's own money, budgeted and spent. */
export const fundKind: KindDef = {
  kind: 'fundEntry',
  sheet: '经费',
  sheetAliases: ['双拥经费', '经费台账'],
  table: 'fund_entry',
  key: ['entered_on', 'entry_type', 'purpose', 'amount_fen'],
  dateField: 'entered_on',
  booked: ['entered_on', 'entry_type', 'amount_fen'],
  documentField: 'voucher_no',
  columns: [
    {
      header: '日期',
      aliases: ['支出日期', '发生日期', '记账日期'],
      field: 'entered_on',
      type: 'day',
      required: true,
      example: '2017-07-28',
    },
    {
      header: '类型',
      aliases: ['类别'],
      field: 'entry_type',
      type: 'word',
      words: FUND_WORDS,
      required: true,
      example: '支出',
    },
    {
      header: '用途',
      aliases: ['事由', '摘要', '支出事项', '资金用途', '支出用途'],
      field: 'purpose',
      type: 'text',
      required: true,
      example: '八一慰问（示例）',
    },
    {
      header: '金额',
      aliases: ['金额(元)', '支出金额', '发生额'],
      field: 'amount_fen',
      type: 'fen',
      mayBeReversed: true,
      required: true,
      example: '2000.00',
    },
    { header: '凭证号', field: 'voucher_no', type: 'text' },
  ],
};
