import { type RawBuilder, sql } from 'kysely';
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

/**
 * SQL: the last month a pension or subsidy was paid for, to the registrations that a condition on the person's column
 * names: imported payments and lines of batches that were paid or are on their way through the bank; what the law
 * gives after a death is no month lived.
 */
export function lastPaid(
  countyId: RawBuilder<unknown>,
  isOne: (personId: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`greatest((select max(l.to_month) from paid_line l where l.county_id = ${countyId}
      and ${isOne(sql`l.person_id`)} and l.voided_at is null and l.amount_fen > 0
      and l.item <> all(${[...NOT_PENSION_ITEMS, '扣回']})),
    (select max(a.month) from pay_line l
      join line_item i on i.county_id = l.county_id and i.line_id = l.id
      join accrual a on a.county_id = i.county_id and a.id = i.accrual_id and a.ref = '' and a.fen > 0
        and a.component <> 'afterDeath'
      join lateral (select e.state from line_event e where e.county_id = l.county_id and e.line_id = l.id
        order by e.seq desc limit 1) last on last.state in ('in_file', 'paid')
      where l.county_id = ${countyId} and ${isOne(sql`l.person_id`)}))`;
}

/** 已发至: the last month a pension or subsidy was paid for. Uses paid_line_person and pay_line_person. */
export const paidThrough: PersonColumn = (countyId, personId) =>
  lastPaid(countyId, (column) => sql`${column} = ${personId}`);
