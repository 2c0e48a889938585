import { type Day, type Month, monthOfDay, monthText } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Cells, KindDef } from '../../platform/contract/kind.ts';
import { closedMonths, type PeriodPlace } from './period.ts';

/** A record of money before and after a command; nothing before a new one, nothing after one that is made void. */
export interface BookedChange {
  readonly before?: Cells;
  /** The whole record, or of a correction the cells that are given. */
  readonly after?: Cells;
}

/** Why a day of a closed month cannot be written, and what an auditor expects instead. */
export function closedWords(kind: KindDef, on: Day): string {
  const header = kind.columns.find(({ field }) => field === kind.dateField)?.header ?? '日期';
  return `「${header}」${on} 所在的 ${monthText(monthOfDay(on))} 已经结账，结了的月份不再动。漏记的，日期写入账那天（没有结账的月份）再记；多记的，在没有结账的月份另记一笔负数冲减。`;
}

/** True when a correction says something else of a field by which figures move. */
function isMoved({ booked = [] }: KindDef, { before, after }: BookedChange): boolean {
  if (!before || !after) return true;
  return booked.some((field) => field in after && after[field] !== before[field]);
}

function daysOf(kind: KindDef, { before, after }: BookedChange): readonly Day[] {
  const field = kind.dateField ?? '';
  return [before?.[field], after?.[field]].filter((day): day is Day => typeof day === 'string');
}

/**
 * A month that is closed keeps what was paid in it: entering, correcting, voiding or restoring a record of money
 * whose day lies there is refused with `month_closed`. Words and numbers of vouchers, which no figure counts, may be
 * put right. The months stay open until the command ends.
 */
export async function requireBookable(
  db: Db,
  place: PeriodPlace,
  kind: KindDef,
  change: BookedChange,
): Promise<void> {
  if (!kind.booked || !isMoved(kind, change)) return;
  const closed = new Set<Month>(await closedMonths(db, place));
  const day = daysOf(kind, change).find((one) => closed.has(monthOfDay(one)));
  if (day !== undefined) refuse('month_closed', closedWords(kind, day));
}
