import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';

/** One part of a payment: a debt of a right and month, or what is set off against a claim (negative). */
export interface ToldItem {
  readonly kind: string;
  readonly component: string | null;
  readonly month: string;
  readonly fen: number;
  /** Which attempt at paying this debt; null for a set-off. */
  readonly attempt: number | null;
}

type Row = Omit<ToldItem, 'month'> & { readonly lineId: string; readonly month: Month };

/** What every line of a batch is made of, by line. */
export async function itemsOfLines(
  db: Db,
  countyId: number,
  batchId: string,
): Promise<ReadonlyMap<string, readonly ToldItem[]>> {
  const { rows } = await sql<Row>`select i.line_id as "lineId", case when i.recovery_id is null then a.kind
        else '抵扣' end as kind, case when i.recovery_id is null then a.component end as component, a.month, i.fen, i.attempt
    from pay_line l join line_item i on i.county_id = l.county_id and i.line_id = l.id
    left join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
    left join claim c on c.county_id = r.county_id and c.id = r.claim_id
    join accrual a on a.county_id = i.county_id and a.id = coalesce(i.accrual_id, c.accrual_id)
    where l.county_id = ${countyId} and l.batch_id = ${batchId} order by l.ordinal, i.item_no`.execute(db);
  const byLine = new Map<string, ToldItem[]>();
  for (const { lineId, month, ...item } of rows) {
    const list = byLine.get(lineId) ?? [];
    list.push({ ...item, month: monthText(month) });
    byLine.set(lineId, list);
  }
  return byLine;
}

/** What one line pays for one right's month: due, posted before, paid now. */
export interface ToldMonth {
  readonly kind: string;
  readonly month: string;
  readonly dueFen: number;
  readonly beforeFen: number;
  readonly fen: number;
}

interface MonthRow extends Omit<ToldMonth, 'month' | 'beforeFen'> {
  readonly month: Month;
}

/** A line month by month, set-offs (negative, of the month they claim) last. */
export async function monthsOfLine(
  db: Db,
  countyId: number,
  batchId: string,
  lineId: string,
): Promise<readonly ToldMonth[]> {
  const { rows } =
    await sql<MonthRow>`with items as (select a.kind, a.ref, a.component, a.fund, a.month, sum(i.fen) as fen,
      (array_agg(a.due_after_fen order by a.seq desc))[1] as due, false as off
    from pay_line l join line_item i on i.county_id = l.county_id and i.line_id = l.id and i.accrual_id is not null
    join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
    where l.county_id = ${countyId} and l.batch_id = ${batchId} and l.id = ${lineId}
    group by 1, 2, 3, 4, 5
    union all select '抵扣追回', '', '', '', a.month, i.fen, i.fen, true
    from pay_line l join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
    join claim c on c.county_id = r.county_id and c.id = r.claim_id
    join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
    where l.county_id = ${countyId} and l.batch_id = ${batchId} and l.id = ${lineId})
    select kind, month, sum(due)::bigint as "dueFen", sum(fen)::bigint as fen from items
    group by off, kind, month order by off, kind, month`.execute(db);
  return rows.map(({ month, dueFen, fen, ...row }) => ({
    ...{ ...row, month: monthText(month), dueFen, beforeFen: dueFen - fen, fen },
  }));
}
