import { fen, firstDay, lastDay, monthOf, yuanDisplay } from '@shuangyong/values';
import type { Claim, Debt, DebtRecovery, DebtStep } from './data.ts';

export const STATE_WORDS: Readonly<Record<Debt['state'], string>> = {
  raised: '待告知',
  noticed: '已告知',
  planned: '按月扣还',
  proposed: '待核销',
  settled: '已结清',
  written_off: '已核销',
};

/** What stands beside every step that was signed by hand in an office of one person. */
export const ONE_PERSON = '一人办公，纸质签批';

/** On paper it has to be said who signed. */
export const mayBeSigned = (isPaper: boolean, signer: string): boolean =>
  !isPaper || signer.trim().length >= 2;

export const signedBy = (isPaper: boolean, signer: string): { readonly signer?: string } =>
  isPaper ? { signer: signer.trim() } : {};

export const yuan = (amount: number): string => `¥${yuanDisplay(fen(amount))}`;

export function stepWords({ step, monthlyCapFen, fromMonth }: DebtStep): string {
  if (step === 'notice') return '告知书已送达';
  if (step === 'proposal') return '报请核销';
  return `每月至多扣 ${yuan(monthlyCapFen ?? 0)}，从 ${fromMonth} 起`;
}

export function recoveryWords({ kind, receiptNo, batch, signer }: DebtRecovery): string {
  if (kind === 'cash') return `现金，收据 ${receiptNo ?? ''}`;
  if (kind === 'offset') return `从 ${batch ?? '发放'} 扣`;
  const words = kind === 'write_off' ? '核销' : '撤回';
  return signer === null ? words : `${words}（${ONE_PERSON}，${signer}签）`;
}

/** A month of one right: every fund of it together, where it was paid, what is open. */
export interface MonthRow {
  readonly kind: string;
  readonly month: string;
  readonly fen: number;
  readonly openFen: number;
  readonly paidIn: Claim['paidIn'];
  readonly isOpening: boolean;
}

/** What is claimed, one line a month of a right. */
export function monthsOf(claims: readonly Claim[]): readonly MonthRow[] {
  const rows = new Map<string, MonthRow>();
  for (const { kind, month, fen: own, openFen, paidIn, cause } of claims) {
    const key = `${month} ${kind}`;
    const row = rows.get(key) ?? { kind, month, fen: 0, openFen: 0, paidIn, isOpening: cause === 'opening' };
    rows.set(key, { ...row, fen: row.fen + own, openFen: row.openFen + openFen });
  }
  return [...rows.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** `2018-02 至 2018-04，3 个月` of a debt. */
export function originWords({ claims }: Debt): string {
  const months = [...new Set(claims.map(({ month }) => month))].sort();
  const [first, last] = [months[0] ?? '', months.at(-1) ?? ''];
  return first === last ? first : `${first} 至 ${last}，${months.length} 个月`;
}

export const kindsOf = ({ claims }: Debt): string => [...new Set(claims.map(({ kind }) => kind))].join('、');

/** A span of days of the roll-forward: one month of the year, or all of it. */
export function spanOf(year: number, month: string): { readonly from: string; readonly to: string } {
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const of = monthOf(year, Number(month));
  return { from: firstDay(of), to: lastDay(of) };
}
