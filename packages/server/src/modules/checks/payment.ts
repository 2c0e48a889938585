import { CATEGORIES, type Category } from '@shuangyong/policy';
import type { Day, Month } from '@shuangyong/values';

/** A payment already made, as 发放记录 has it. */
export interface Payment {
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

/**
 * What a 项目 says of its line: a pension of all rights together (`general`) or of one (`own`); 补发 and 扣回
 * (`change`); 护理费; months after death (`funeral`); or something that is no pension (`apart`).
 */
export type ItemRole = 'general' | 'own' | 'change' | 'nursing' | 'funeral' | 'apart';

const ROLES: Readonly<Record<string, ItemRole>> = {
  抚恤补助: 'general',
  补发: 'change',
  扣回: 'change',
  护理费: 'nursing',
  丧葬补助: 'funeral',
  优待金: 'apart',
  慰问金: 'apart',
  其他: 'apart',
};

export const roleOf = (item: string): ItemRole => (Object.hasOwn(ROLES, item) ? ROLES[item] : 'own') ?? 'own';

const OWN_BENEFITS: Readonly<Record<string, Category['benefit']>> = {
  残疾抚恤金: 'disability',
  定期抚恤金: 'survivor',
  农村籍退役士兵老年生活补助: 'ruralVeteran',
};

/** Whether a pension of its own name is the one of this 对象类别. */
export function isItemOf(item: string, category: string): boolean {
  const benefit = OWN_BENEFITS[item];
  return benefit === undefined ? item === `${category}生活补助` : CATEGORIES[category]?.benefit === benefit;
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
