import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { budgetFor } from './award-rules.ts';

/** What a year may cost and what it did cost, in fen, of one kind of money in one township. */
export interface BudgetOfYear {
  readonly divisionId: string;
  /** As the office calls it: 双拥经费, 慰问金, 抚恤补助到账资金. */
  readonly what: string;
  readonly budgetFen: number;
  readonly spentFen: number;
}

interface YearPlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

interface Sum {
  readonly divisionId: string;
  readonly what: string;
  readonly budgetFen: number | string;
  readonly spentFen: number | string;
}

const told = ({ budgetFen, spentFen, ...row }: Sum): BudgetOfYear => ({
  ...row,
  ...{ budgetFen: Number(budgetFen), spentFen: Number(spentFen) },
});

/** 经费: what was planned for the year and what was spent, of townships that wrote a budget. */
async function officeMoney(db: Db, { countyId, divisionIds }: YearPlace, year: number) {
  const { rows } = await sql<Sum>`select division_id as "divisionId", '双拥经费' as what,
      sum(amount_fen) filter (where entry_type = '预算') as "budgetFen",
      coalesce(sum(amount_fen) filter (where entry_type = '支出'), 0) as "spentFen"
    from fund_entry where county_id = ${countyId} and division_id = any(${divisionIds}::uuid[]) and voided_at is null
      and entered_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)
    group by 1 having sum(amount_fen) filter (where entry_type = '预算') > 0 order by 1`.execute(db);
  return rows.map(told);
}

/** Money that arrived for a kind in the year, and what batches of the kind paid in it, less what the bank took back. */
async function arrivedMoney(db: Db, { countyId, divisionIds }: YearPlace, year: number) {
  const { rows } =
    await sql<Sum>`with arrived as (select division_id, kind, sum(fen) as fen from fund_received
      where county_id = ${countyId} and division_id = any(${divisionIds}::uuid[])
        and on_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) group by 1, 2),
    paid as (select l.division_id, b.kind, sum(case e.state when 'paid' then l.fen else -l.fen end) as fen
      from line_event e join pay_line l on l.county_id = e.county_id and l.id = e.line_id
      join batch b on b.county_id = l.county_id and b.id = l.batch_id
      where e.county_id = ${countyId} and l.division_id = any(${divisionIds}::uuid[])
        and e.state in ('paid', 'taken_back')
        and e.on_day between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31) group by 1, 2)
    select a.division_id as "divisionId", a.kind || '到账资金' as what, a.fen as "budgetFen", p.fen as "spentFen"
    from arrived a join paid p on p.division_id = a.division_id and p.kind = a.kind order by 1, 2`.execute(
      db,
    );
  return rows.map(told);
}

const ONE_OFF = ['慰问金', '困难救助'] as const;

/**
 * Every budget of a year that the books hold, beside what was spent of it: 经费, the budgets of greeting money and
 * assistance, and money that arrived for a kind beside what batches paid of it. A kind without a budget is left out.
 */
export async function budgetsOf(db: Db, place: YearPlace, year: number): Promise<readonly BudgetOfYear[]> {
  const found: BudgetOfYear[] = [...(await officeMoney(db, place, year))];
  for (const { divisionId } of found.slice()) {
    const own = { countyId: place.countyId, divisionId };
    for (const kind of ONE_OFF) {
      const { budgetFen, spentFen } = await budgetFor(db, own, kind, year);
      if (budgetFen !== null) found.push({ divisionId, what: kind, budgetFen, spentFen });
    }
  }
  return [...found, ...(await arrivedMoney(db, place, year))];
}
