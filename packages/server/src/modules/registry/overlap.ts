import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';

interface Other {
  readonly category: string;
  readonly from: number;
  /** First month not due. */
  readonly until: number | null;
}

const endOf = (alias: string) => sql`coalesce(least(${sql.ref(`${alias}.stop_month`)},
  (extract(year from ${sql.ref(`${alias}.died_on`)}) * 12 + extract(month from ${sql.ref(`${alias}.died_on`)}))::int), 999999)`;

/**
 * Spells of one right follow each other, as in an import: refuses (`spell_overlap`, beside the first month) a right
 * that runs in a month in which another of the same person and category runs already. Uses spell_person.
 */
export async function refuseOverlap(db: Db, countyId: number, rightId: string): Promise<void> {
  const { rows } =
    await sql<Other>`select o.category, o.from_month as "from", nullif(${endOf('o')}, 999999) as until
    from spell s join spell o on o.county_id = s.county_id and o.person_id = s.person_id and o.category = s.category
      and o.id <> s.id and o.voided_at is null
    where s.county_id = ${countyId} and s.id = ${rightId} and s.voided_at is null
      and s.from_month < ${endOf('o')} and o.from_month < ${endOf('s')} limit 1`.execute(db);
  const other = rows[0];
  if (!other) return;
  const until = other.until === null ? '至今' : `发至 ${monthText((other.until - 1) as Month)}`;
  const known = `${monthText(other.from as Month)} 起，${until}`;
  const reason = `他已有一项「${other.category}」（${known}），时间重叠。是同一项的，不用再录；是后一段的，前一段先填停止年月。`;
  refuse('cells_invalid', reason, { problems: [{ field: 'from_month', code: 'spell_overlap', reason }] });
}
