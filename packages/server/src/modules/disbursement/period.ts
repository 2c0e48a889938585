import { type Day, type Month, monthOfDay } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';

/** The month into which a day's postings go: its own, or the first one after it that is not closed. */
export async function postingMonth(
  db: Db,
  place: { readonly countyId: number; readonly divisionId: string },
  on: Day,
): Promise<Month> {
  const rows = await db
    .selectFrom('period_close')
    .select('month')
    .where('county_id', '=', place.countyId)
    .where('division_id', '=', place.divisionId)
    .where('month', '>=', monthOfDay(on))
    .execute();
  const closed = new Set<number>(rows.map(({ month }) => month));
  let month = monthOfDay(on);
  while (closed.has(month)) month = (month + 1) as Month;
  return month;
}
