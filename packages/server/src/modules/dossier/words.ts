import { fen, yuanText } from '@shuangyong/values';

/** What was done in each step of a batch. */
export const STEP_WORDS: Readonly<Record<string, string>> = {
  opened: '制作',
  submitted: '提交',
  reviewed: '复核通过',
  approved: '批准',
  sent_back: '退回修改',
  exported: '导出银行文件',
  closed: '办结',
  cancelled: '作废',
};

export const CAUSE_WORDS: Readonly<Record<string, string>> = {
  regular: '当月',
  arrears: '补记',
  correction: '冲减',
  opening: '期初',
};

export const RECOVERY_WORDS: Readonly<Record<string, string>> = {
  notice: '送达告知书',
  plan: '还款计划',
  offset: '从发放中扣回',
  cash: '收到现金',
  write_off: '核销',
  undone: '撤销上一笔',
};

/** Yuan; nothing for nothing. */
export const signed = (amount: number): string | null => (amount === 0 ? null : yuanText(fen(amount)));
