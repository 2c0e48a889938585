import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { BatchPlace } from './batch-find.ts';
import { recoveredOf } from './claim-hold.ts';
import { tailOf } from './line-list.ts';
import { DEAD_STATES, lineState } from './line-state.ts';

interface Row {
  readonly lineId: string;
  readonly batchId: string;
  readonly number: string;
  readonly kind: string;
  readonly month: Month;
  readonly personId: string;
  readonly name: string;
  readonly fen: number;
  readonly state: 'returned' | 'taken_back';
  readonly reason: string | null;
  readonly on: string;
  readonly sealed: Buffer | null;
  readonly hasNewAccount: boolean;
}

/**
 * SQL: what is still to be paid of the month of an accrual `d`: what nobody has taken of it, less what is claimed back of
 * it. Where that is nothing the money that came back is not due any more: its month was taken back meanwhile, or the
 * award revoked.
 */
const stillDue = sql`(select coalesce(sum(case when c.id is null then f.fen else ${recoveredOf(sql`c`)} - c.fen end), 0)
  from accrual f left join claim c on c.county_id = f.county_id and c.accrual_id = f.id
  where f.county_id = d.county_id and f.person_id = d.person_id and f.kind = d.kind and f.ref = d.ref
    and f.month = d.month and f.cause <> 'opening' and not exists (select from line_item j where j.county_id = f.county_id
      and j.accrual_id = f.id and coalesce(${lineState(sql`j.county_id`, sql`j.line_id`)}, '') <> all(${DEAD_STATES})))`;

/** Payments that came back and whose debt no live payment has taken yet, the latest first. */
export async function listReturns(db: Db, ctx: Ctx, place: BatchPlace) {
  const { rows } =
    await sql<Row>`select l.id as "lineId", b.id as "batchId", b.number, b.kind, b.pay_month as month,
      p.id as "personId", p.name, l.fen, e.state, e.reason, e.on_day as on, a.account_sealed as sealed,
      exists (select from pay_account n where n.county_id = l.county_id and n.person_id = l.person_id
        and n.state = 'live' and n.origin = 'screen' and n.since >= e.on_day
        and (n.id, n.version) is distinct from (l.account_id, l.account_version)) as "hasNewAccount"
    from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id
    join person p on p.county_id = l.county_id and p.id = l.person_id
    join line_event e on e.county_id = l.county_id and e.line_id = l.id and e.state in ('returned', 'taken_back')
    left join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    where l.county_id = ${place.countyId} and l.division_id = any(${place.divisionIds}::uuid[])
      and exists (select from line_item i join accrual d on d.county_id = i.county_id and d.id = i.accrual_id
        where i.county_id = l.county_id and i.line_id = l.id and d.fen > 0 and ${stillDue} > 0
        and not exists (select from line_item j where j.county_id = i.county_id and j.accrual_id = i.accrual_id
          and j.attempt > i.attempt
          and coalesce(${lineState(sql`j.county_id`, sql`j.line_id`)}, '') <> all(${DEAD_STATES})))
    order by e.on_day desc, l.id limit 2000`.execute(db);
  return rows.map(({ personId, name, month, sealed, ...row }) => ({
    ...row,
    ...{ month: monthText(month), person: { id: personId, name }, accountTail: tailOf(ctx.keys, sealed) },
  }));
}
