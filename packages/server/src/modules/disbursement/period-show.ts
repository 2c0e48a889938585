import { firstDay, lastDay, type Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { lineState } from './line-state.ts';
import type { PeriodPlace } from './period.ts';

/** What moved from one account to another in a month. */
export interface Move {
  readonly debit: string;
  readonly credit: string;
  readonly fen: number;
  readonly count: number;
}

/** The month's movements by both accounts; expenses of all funds together. */
export async function movesOf(
  db: Db,
  { countyId, divisionId }: PeriodPlace,
  month: Month,
): Promise<readonly Move[]> {
  const { rows } =
    await sql<Move>`select split_part(debit, ':', 1) as debit, split_part(credit, ':', 1) as credit,
      sum(fen)::bigint as fen, count(*)::int as count from ledger
    where county_id = ${countyId} and division_id = ${divisionId}
      and on_day between ${firstDay(month)} and ${lastDay(month)} group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

/** What stood at the end of a month. */
export interface Standing {
  /** Owed to people and not paid yet. */
  readonly payableFen: number;
  /** With the bank, not answered yet. */
  readonly transitFen: number;
  /** To be claimed back from people. */
  readonly claimFen: number;
}

export async function standingOf(
  db: Db,
  { countyId, divisionId }: PeriodPlace,
  month: Month,
): Promise<Standing> {
  const balance = (account: string, side: 1 | -1) =>
    sql`${sql.lit(side)} * coalesce(sum(case when debit = ${sql.lit(account)} then fen
      when credit = ${sql.lit(account)} then -fen else 0 end), 0)::bigint`;
  const { rows } = await sql<Standing>`select ${balance('payable', -1)} as "payableFen",
      ${balance('transit', -1)} as "transitFen", ${balance('claim', 1)} as "claimFen"
    from ledger where county_id = ${countyId} and division_id = ${divisionId}
      and on_day <= ${lastDay(month)}`.execute(db);
  return rows[0] ?? { payableFen: 0, transitFen: 0, claimFen: 0 };
}

/** Lines that are held now in batches paid in a month or before. */
export async function heldUntil(
  db: Db,
  { countyId, divisionId }: PeriodPlace,
  month: Month,
): Promise<{ readonly lines: number; readonly fen: number }> {
  const { rows } = await sql<{ lines: number; fen: number }>`select count(*)::int as lines,
      coalesce(sum(l.fen), 0)::bigint as fen from batch b
    join pay_line l on l.county_id = b.county_id and l.batch_id = b.id and l.division_id = ${divisionId}
    where b.county_id = ${countyId} and b.pay_month <= ${month}
      and ${lineState(sql`l.county_id`, sql`l.id`)} = 'held'`.execute(db);
  return rows[0] ?? { lines: 0, fen: 0 };
}
