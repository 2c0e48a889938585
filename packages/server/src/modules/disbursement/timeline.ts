import { sql } from 'kysely';
import type { PersonColumn } from '../../platform/contract/person.ts';
import { timelineOf } from '../../platform/records/timeline.ts';
import { paidLineKind } from './sheets.ts';
import { NOT_PENSION_ITEMS } from './words.ts';

const month = (column: string) =>
  sql`to_char(make_date(${sql.ref(column)} / 12, ${sql.ref(column)} % 12 + 1, 1), 'YYYY-MM')`;

/** Payments in the timeline: item, months and voucher. */
export const paymentTimeline = timelineOf(paidLineKind, '发放', {
  day: sql`r.paid_on`,
  text: sql`concat_ws('　', r.item, case when r.from_month = r.to_month then ${month('r.from_month')}
    else ${month('r.from_month')} || ' 至 ' || ${month('r.to_month')} end, r.voucher_no)`,
  amount: sql`r.amount_fen`,
});

/** 已发至: the last month a pension or subsidy was paid for. Uses paid_line_person. */
export const paidThrough: PersonColumn = (countyId, personId) => sql`(select max(l.to_month) from paid_line l
  where l.county_id = ${countyId} and l.person_id = ${personId} and l.voided_at is null
    and l.amount_fen > 0 and l.item <> all(${[...NOT_PENSION_ITEMS, '扣回']}))`;
