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
