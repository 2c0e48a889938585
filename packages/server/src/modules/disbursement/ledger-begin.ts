import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { recoveredOf } from './claim-hold.ts';
import type { PeriodPlace } from './period.ts';
import { NOT_PENSION_ITEMS } from './words.ts';

export interface Named {
  readonly month: string;
  readonly reason: string;
  readonly by: string;
  readonly on: string;
}

export interface Opening {
  readonly person: { readonly id: string; readonly name: string };
  readonly kind: string;
  readonly month: string;
  readonly fen: number;
  readonly openFen: number;
  readonly by: string;
  readonly on: string;
}

/** Where the ledger of a township begins. */
export interface LedgerBegin {
  readonly named: Named | null;
  /** The last month of imported payments: each right begins the month after its own last one. */
  readonly importedThrough: string | null;
  /** Something is posted: the first month does not move any more. */
  readonly isPosted: boolean;
  readonly openings: readonly Opening[];
}

async function namedIn(db: Db, { countyId, divisionId }: PeriodPlace): Promise<Named | null> {
  const { rows } = await sql<Omit<Named, 'month'> & { month: Month }>`select month, reason, actor_name as by,
      (at at time zone 'Asia/Shanghai')::date::text as "on"
    from ledger_start where county_id = ${countyId} and division_id = ${divisionId}
    order by seq desc limit 1`.execute(db);
  const [row] = rows;
  return row === undefined ? null : { ...row, month: monthText(row.month) };
}

async function openingsIn(db: Db, { countyId, divisionId }: PeriodPlace): Promise<readonly Opening[]> {
  const { rows } = await sql<
    Omit<Opening, 'person' | 'month'> & { id: string; name: string; month: Month }
  >`select p.id, p.name, a.kind, a.month, c.fen, c.fen - ${recoveredOf(sql`c`)} as "openFen",
      r.actor_name as by, r.office_day::text as "on"
    from ledger_run r join accrual a on a.county_id = r.county_id and a.run_id = r.id
    join claim c on c.county_id = a.county_id and c.accrual_id = a.id
    join person p on p.county_id = a.county_id and p.id = a.person_id
    where r.county_id = ${countyId} and r.division_id = ${divisionId} and r.cause = 'opening'
    order by r.at desc limit 2000`.execute(db);
  return rows.map(({ id, name, month, ...row }) => ({
    ...{ person: { id, name }, month: monthText(month), ...row },
  }));
}

/** Where the ledger begins: what was imported, what was said, whether it has begun, and debts brought in. */
export async function ledgerBegin(db: Db, place: PeriodPlace): Promise<LedgerBegin> {
  const { countyId, divisionId } = place;
  const { rows } = await sql<{ paid: Month | null; posted: boolean }>`select
    (select max(to_month) from paid_line l where l.county_id = ${countyId} and l.division_id = ${divisionId}
      and l.voided_at is null and l.amount_fen > 0 and l.item <> all(${[...NOT_PENSION_ITEMS]})) as paid,
    exists (select from accrual a where a.county_id = ${countyId} and a.division_id = ${divisionId}
      and a.ref = '' and a.cause <> 'opening') as posted`.execute(db);
  const { paid = null, posted = false } = rows[0] ?? {};
  return {
    named: await namedIn(db, place),
    importedThrough: paid === null ? null : monthText(paid),
    isPosted: posted,
    openings: await openingsIn(db, place),
  };
}
