import { AWARD_KINDS } from './award.ts';
import { PENSIONS } from './claim.ts';
import type { LineState } from './line-event.ts';

/** Signed by hand, the scan taken in; in an office of one person the second and third hand too. */
export const PAPER_WORDS = { paper: '纸质签批', onePerson: '一人办公，纸质签批' } as const;

/** What a batch pays: all pensions and subsidies together, or one kind of one-off money. */
export const PAID_KINDS = [PENSIONS, ...AWARD_KINDS] as const;
export type PaidKind = (typeof PAID_KINDS)[number];

/**
 * Whether what was paid too much may be set off from money of a kind, against claims of that same kind: from pensions
 * and subsidies; greetings, relief and rewards go out whole, and what was paid too much of them is asked back in cash.
 */
export const IS_SET_OFF: Readonly<Record<PaidKind, boolean>> = {
  [PENSIONS]: true,
  优待金: false,
  立功奖励: false,
  慰问金: false,
  困难救助: false,
};

export const BATCH_STATES = [
  'opened',
  'submitted',
  'reviewed',
  'approved',
  'sent_back',
  'exported',
  'closed',
  'cancelled',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export const STATE_WORDS: Readonly<Record<BatchState, string>> = {
  opened: '制作中',
  submitted: '已提交，待复核',
  reviewed: '已复核，待批准',
  approved: '已批准，待导出',
  sent_back: '已退回修改',
  exported: '已送银行',
  closed: '已办结',
  cancelled: '已作废',
};

/** What became of a line; one without an event has not left yet. */
export const LINE_WORDS: Readonly<Record<LineState | 'waiting', string>> = {
  waiting: '未送银行',
  held: '缓发',
  released: '已放行，未送银行',
  in_file: '在途',
  paid: '已到账',
  returned: '退回',
  taken_back: '冲回',
  cancelled: '作废',
};

/** Why a line is held. */
export const HOLD_WORDS: Readonly<Record<string, string>> = {
  hold: '登记了缓发，核实后放行',
  no_account: '没有收款账户',
  derived_not_adopted: '用了推算标准，还没有采用',
  answered: '例外答复为本月缓发',
  facts_changed: '批准以后事实有变化',
  account_ended: '收款账户停用了',
};
