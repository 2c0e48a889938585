import type { BatchState, LineState } from './data.ts';

/** Life of a batch in the office's words. */
export const STATE_WORDS: Readonly<Record<BatchState, string>> = {
  opened: '制作中',
  submitted: '待复核',
  reviewed: '待批准',
  approved: '已批准',
  sent_back: '退回修改',
  exported: '已送银行',
  closed: '已办结',
  cancelled: '已作废',
};

export const LINE_WORDS: Readonly<Record<LineState, string>> = {
  waiting: '',
  held: '缓发',
  released: '已放行',
  in_file: '在途',
  paid: '已到账',
  returned: '退回',
  taken_back: '冲回',
  cancelled: '作废',
};

/** What each step is called on its button. */
export const STEP_WORDS = {
  submit: '提交',
  review: '复核通过',
  approve: '批准',
  export: '导出银行文件',
  result: '收银行结果',
  close: '办结',
} as const;

/** What people answer an exception with most; the last one holds. */
export const USUAL = ['已核对，照发', '已电话核实本人', '等证明，下月再发'] as const;

export const TEXTS = {
  empty: '本月还没有批次。点「生成」，系统按名册和标准算好，您只看变化。',
  noBatch: '本月还没有批次，由经办生成。',
  noBatchOf: (year: number) => `${year} 年没有在这里做过批次。以前的发放表导入以后，都在「发放记录」里。`,
  allReasons: '每一元都有原因',
  onePerson: '一人办公，纸质签批',
  cashOnly: '记到谁名下，一看就知道。',
} as const;

/** `2018-01` as a title has it. */
export const monthTitle = (month: string): string => {
  const [year, of] = month.split('-');
  return `${year} 年 ${Number(of)} 月`;
};

/** «2018 年 3 月抚恤补助（补发）», as the head of the page has it. */
export const batchTitle = (batch: {
  readonly month: string;
  readonly kind: string;
  readonly isMore: boolean;
}): string => `${monthTitle(batch.month)}${kindWords(batch)}`;

export const kindWords = ({ kind, isMore }: { readonly kind: string; readonly isMore: boolean }): string =>
  isMore ? `${kind}（补发）` : kind;

/** `2018-01～2018-03` → `2018-01～03`, where a column is narrow. */
export const shortSpan = (months: string): string => months.replace(/^(\d{4})(-\d\d～)\1-/, '$1$2');

/** A sentence about somebody whose name stands before it already. */
export const withoutName = (words: string, name: string): string =>
  words.startsWith(name) ? words.slice(name.length).trimStart() : words;

/** A difference with its sign: `+10,945.00`, `+0.12`; nothing has none. */
export const signed = (text: string): string => (/^−|^0(\.00)?$/.test(text) ? text : `+${text}`);
