import type { Month } from '@shuangyong/values';
import type { RollPerson } from '../benefits/index.ts';
import type { FindingCode, Severity } from './codes.ts';
import type { Payment } from './payment.ts';

export interface SheetRow {
  readonly sheet: string;
  readonly row: number;
}

/** A finding before it is told of whom. */
export interface Draft {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Months it is about; null where it is about none. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly expectedFen: number | null;
  readonly actualFen: number | null;
  /** In plain Chinese, with months and money. */
  readonly reason: string;
  readonly source: SheetRow | null;
  readonly payments: readonly Payment[];
}

/** A row of 优抚对象, as a person of the roll has it. */
export type RollRow = RollPerson['rights'][number]['rows'][number];

/** Months and clock of a check: months from…to are judged, on a day. */
export interface Question {
  readonly from: Month;
  readonly to: Month;
  readonly today: string;
  /** Years with payments in the books at all; of others nothing is called unpaid. */
  readonly paidYears: ReadonlySet<number>;
}

export const yearOfMonth = (month: Month): number => Math.floor(month / 12);

/** The last day on which a month of a year may still be paid without being late. */
export const lastDayFor = (year: number): string => `${year + 1}-01-31`;

export const isLate = (month: Month, today: string): boolean => today > lastDayFor(yearOfMonth(month));

export function sourceOfRow(row: RollRow | undefined): SheetRow | null {
  const { source_sheet: sheet = null, source_row: at = null } = row ?? {};
  return sheet === null || at === null ? null : { sheet, row: at };
}

export function sourceOf(payment: Payment | undefined): SheetRow | null {
  const { sheet = null, row = null } = payment ?? {};
  return sheet === null || row === null ? null : { sheet, row };
}
