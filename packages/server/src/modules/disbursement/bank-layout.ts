/** What a bank wants to know of a payment. */
export interface BankRow {
  /** 流水号: the line's id, by which the bank's result finds it again. */
  readonly no: string;
  readonly ordinal: number;
  readonly holder: string;
  readonly account: string;
  readonly bank: string;
  readonly yuan: string;
  readonly remark: string;
}

/** One column of a bank's file; `width` is in bytes and only of fixed-width text. */
export interface BankColumn {
  readonly header: string;
  readonly of: Exclude<keyof BankRow, 'ordinal'>;
  readonly kind: 'code' | 'text' | 'money';
  readonly width: number;
}

/** How a bank wants its file: data, so that another bank is another entry. */
export interface BankLayout {
  readonly code: string;
  readonly name: string;
  readonly format: 'xlsx' | 'fixed';
  readonly extension: string;
  readonly mediaType: string;
  readonly columns: readonly BankColumn[];
}

const COLUMNS: readonly BankColumn[] = [
  { header: '流水号', of: 'no', kind: 'code', width: 36 },
  { header: '户名', of: 'holder', kind: 'text', width: 40 },
  { header: '账号', of: 'account', kind: 'code', width: 32 },
  { header: '开户行', of: 'bank', kind: 'text', width: 60 },
  { header: '金额', of: 'yuan', kind: 'money', width: 15 },
  { header: '摘要', of: 'remark', kind: 'text', width: 40 },
];

export const BANK_LAYOUTS = {
  xlsx: {
    ...{ code: 'xlsx', name: 'Excel 表格', format: 'xlsx', extension: 'xlsx', columns: COLUMNS },
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  fixed: {
    ...{ code: 'fixed', name: '定长文本（GB 18030）', format: 'fixed', extension: 'txt', columns: COLUMNS },
    mediaType: 'text/plain; charset=gb18030',
  },
} as const satisfies Readonly<Record<string, BankLayout>>;

export type LayoutCode = keyof typeof BANK_LAYOUTS;
