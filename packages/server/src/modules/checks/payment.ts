import type { Day, Month } from '@shuangyong/values';

import { roleOf } from '../disbursement/index.ts';

export { type ItemRole, isItemOf, roleOf } from '../disbursement/index.ts';

/** A payment already made: a row of 发放记录, or what a batch paid for a month of a right, its number as voucher. */
export interface Payment {
  /** What its id names: a row of 发放记录, a line of a batch, or money that came back for a claim. */
  readonly kind: 'paidLine' | 'payLine' | 'recovery';
  readonly id: string;
  readonly item: string;
  readonly from: Month;
  readonly to: Month;
  readonly fen: number;
  readonly paidOn: Day;
  readonly voucher: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

/** Payments whose months touch, one after another: they are judged by their sum. */
export interface Bundle {
  readonly from: Month;
  readonly to: Month;
  readonly payments: readonly Payment[];
  readonly fen: number;
}

const byMonth = (a: Payment, b: Payment) =>
  a.from - b.from || a.to - b.to || (a.paidOn < b.paidOn ? -1 : a.paidOn > b.paidOn ? 1 : 0);

/** The payments put together where they share a month, in order of months. */
export function bundlesOf(payments: readonly Payment[]): readonly Bundle[] {
  const bundles: Bundle[] = [];
  for (const payment of [...payments].sort(byMonth)) {
    const last = bundles.at(-1);
    if (last === undefined || payment.from > last.to) {
      bundles.push({ from: payment.from, to: payment.to, payments: [payment], fen: payment.fen });
      continue;
    }
    const to = Math.max(payment.to, last.to) as Month;
    const joined = {
      from: last.from,
      to,
      payments: [...last.payments, payment],
      fen: last.fen + payment.fen,
    };
    bundles[bundles.length - 1] = joined;
  }
  return bundles;
}

/** The payment made last; of one day the lower row of the sheet. */
export function lastMade(payments: readonly Payment[]): Payment | undefined {
  return payments.reduce<Payment | undefined>((last, one) => {
    if (last === undefined || one.paidOn > last.paidOn) return one;
    return one.paidOn === last.paidOn && (one.row ?? 0) > (last.row ?? 0) ? one : last;
  }, undefined);
}

/** Money of the months themselves: no 优待金 or gift, no 丧葬补助. */
export const isOfMonths = ({ item }: Payment): boolean => !['apart', 'funeral'].includes(roleOf(item));

/** Of a payment for several months the part for from…to, each month an equal share; the parts of all add up to it. */
export function shareIn(payment: Payment, from: Month, to: Month): number {
  const months = payment.to - payment.from + 1;
  const upTo = (month: number) => {
    const passed = Math.min(Math.max(month - payment.from + 1, 0), months);
    return Math.floor((payment.fen * passed) / months);
  };
  return to < from ? 0 : upTo(to) - upTo(from - 1);
}
