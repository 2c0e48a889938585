import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Place } from '../../platform/http/index.ts';
import type { Effects } from '../../platform/records/routes.ts';

/** Figures and signed summaries a change of rights would touch: it is made, measured and rolled back. */
export type MeasureRoll = (
  place: Place,
  ctx: Ctx,
  change: (tx: Db, ctx: Ctx) => Promise<void>,
  at: { readonly kind: string; readonly ids: readonly string[]; readonly years: readonly number[] },
) => Promise<Effects>;

/** Payments for months in which no right of the person runs any more. */
export interface PaidAfter {
  readonly fromMonth: string;
  readonly payments: number;
  readonly fen: number;
}

interface Row {
  readonly month: number | null;
  readonly payments: number;
  readonly fen: number;
}

const DEATH_GRANT = '丧葬补助';

/** What was paid to these registrations for months after their last right ended. Null when a right still runs. */
export async function paidAfterEnd(
  db: Db,
  countyId: number,
  personIds: readonly string[],
): Promise<PaidAfter | null> {
  const died = sql`(extract(year from s.died_on) * 12 + extract(month from s.died_on))::int`;
  const { rows } = await sql<Row>`with ended as (
      select max(coalesce(least(s.stop_month, ${died}), 999999)) as month from spell s
      where s.county_id = ${countyId} and s.person_id = any(${personIds}) and s.voided_at is null)
    select e.month, count(l.id)::int as payments, coalesce(sum(l.amount_fen), 0)::bigint as fen
    from ended e left join paid_line l on l.county_id = ${countyId} and l.person_id = any(${personIds})
      and l.voided_at is null and l.from_month >= e.month and l.item <> ${DEATH_GRANT} and l.amount_fen > 0
    group by e.month`.execute(db);
  const row = rows[0];
  if (!row || row.month === null || row.payments === 0) return null;
  return { fromMonth: monthText(row.month as Month), payments: row.payments, fen: Number(row.fen) };
}
