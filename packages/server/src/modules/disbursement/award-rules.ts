import { fen as asFen, type Day, type Month, yuanDisplay } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { inForce, registrationsOf } from '../registry/index.ts';
import type { RunPlace } from './post.ts';

/** SQL: an award `w` that was not taken back. */
export const notRevoked = sql`not exists (select from award_revoke v
  where v.county_id = w.county_id and v.award_id = w.id)`;

interface Listed {
  readonly personId: string;
  readonly month: Month;
  readonly fen: number;
}

async function isOnRoll(db: Db, place: RunPlace, personId: string, today: Day): Promise<boolean> {
  const ids = await registrationsOf(db, place.countyId, personId);
  const { rows } = await sql`select 1 from spell s where s.county_id = ${place.countyId}
    and s.person_id = any(${ids}::uuid[]) and ${inForce(today)} limit 1`.execute(db);
  return rows.length > 0;
}

/** Greeting money goes to people who are on the roll today; all others are named. */
export async function refuseOffRoll(
  db: Db,
  place: RunPlace,
  today: Day,
  awards: readonly Listed[],
): Promise<void> {
  const off: string[] = [];
  for (const id of new Set(awards.map(({ personId }) => personId)))
    if (!(await isOnRoll(db, place, id, today))) off.push(id);
  if (off.length === 0) return;
  const { rows } = await sql<{ name: string }>`select name from person where county_id = ${place.countyId}
    and id = any(${off}::uuid[]) order by id`.execute(db);
  const names = rows.map(({ name }) => name).join('、');
  refuse('not_on_roll', `慰问名单里${names}不在册，不能列支。请核对名单，确是对象的先在名册登记。`, {
    people: off,
  });
}

/** Words by which an office names the purpose of its budget. */
const PURPOSES: Readonly<Record<string, string>> = { 慰问金: '慰问', 困难救助: '困难|解难|救助|帮扶' };

export interface Budget {
  readonly budgetFen: number | null;
  readonly spentFen: number;
}

/** The year's budget for a kind of one-off money, and what is decided of it; null where none is written. */
export async function budgetFor(db: Db, place: RunPlace, kind: string, year: number): Promise<Budget> {
  const words = PURPOSES[kind];
  return budgetOf(db, place, kind, words ?? '', year).then((budget) =>
    words === undefined ? { ...budget, budgetFen: null } : budget,
  );
}

async function budgetOf(db: Db, place: RunPlace, kind: string, words: string, year: number): Promise<Budget> {
  const { rows } = await sql<Budget>`select
    (select sum(f.amount_fen)::bigint from fund_entry f where f.county_id = ${place.countyId}
      and f.division_id = ${place.divisionId} and f.voided_at is null and f.entry_type = '预算'
      and f.purpose ~ ${words} and extract(year from f.entered_on) = ${year}) as "budgetFen",
    (select coalesce(sum(w.fen), 0)::bigint from award w where w.county_id = ${place.countyId}
      and w.division_id = ${place.divisionId} and w.kind = ${kind} and w.month / 12 = ${year}
      and ${notRevoked}) as "spentFen"`.execute(db);
  return rows[0] ?? { budgetFen: null, spentFen: 0 };
}

function sumByYear(awards: readonly Listed[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { month, fen } of awards) {
    const year = Math.floor(month / 12);
    sums.set(year, (sums.get(year) ?? 0) + fen);
  }
  return sums;
}

const yuan = (fen: number) => yuanDisplay(asFen(fen));

/** Greeting money and assistance stay within the year's budget, where the office has written one for the purpose. */
export async function refuseOverBudget(
  db: Db,
  place: RunPlace,
  kind: string,
  awards: readonly Listed[],
): Promise<void> {
  const words = PURPOSES[kind];
  if (words === undefined) return;
  for (const [year, sum] of sumByYear(awards)) {
    const { budgetFen, spentFen } = await budgetOf(db, place, kind, words, year);
    if (budgetFen === null || spentFen + sum <= budgetFen) continue;
    refuse(
      'over_budget',
      `${year} 年${kind}预算 ${yuan(budgetFen)} 元，已定 ${yuan(spentFen)} 元，这次 ${yuan(sum)} 元，超了预算。请减少名单或先调整预算。`,
      { year, budgetFen, spentFen, askedFen: sum },
    );
  }
}
