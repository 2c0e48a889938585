import { sql } from 'kysely';
import { monthHash } from '../../modules/disbursement/index.ts';
import { BOOKS_ALTERED, type Check } from './check.ts';

/** Tables whose rows carry a seal, each with what names a row to whoever looks for it. */
export const SEALED: Readonly<Record<string, string>> = {
  ledger_start: 'division_id',
  right_start: 'person_id',
  start_void: 'person_id',
  ledger_run: 'id',
  award: 'id',
  award_revoke: 'award_id',
  pay_account: 'id',
  batch: 'id',
  batch_event: 'batch_id',
  claim: 'id',
  claim_step: 'claim_id',
  recovery: 'id',
  bank_file: 'id',
  line_event: 'line_id',
  exception_answer: 'batch_id',
  period_close: 'division_id',
  fund_received: 'id',
  slip_void: 'slip_id',
  transfer_slip: 'id',
  paid_line: 'id',
  conscript_allowance: 'id',
  roster: 'id',
  roster_hit: 'roster_id',
  roster_void: 'roster_id',
  spot_call: 'id',
};

const sealChecks = Object.entries(SEALED).map(
  ([table, id]): Check => ({
    code: 'row_altered',
    recordKind: table,
    message: `一行账与写下时不一致（${table}）。${BOOKS_ALTERED}`,
    query: sql<{
      countyId: number;
      recordId: string;
    }>`select t.county_id as "countyId", t.${sql.ref(id)} as "recordId"
      from ${sql.table(table)} t where t.seal is distinct from seal_of(t)`,
  }),
);

/** What each account took and gave in each month, as the books stand now. */
const MOVED = sql`(select county_id, division_id, month, account, sum(d) as debit, sum(c) as credit from (
    select county_id, division_id, (extract(year from on_day) * 12 + extract(month from on_day) - 1)::int as month,
      debit, credit, fen from ledger) l
  cross join lateral (values (l.debit, l.fen, 0), (l.credit, 0, l.fen)) as x(account, d, c)
  group by 1, 2, 3, 4)`;

/** A closed month is what it was when it was closed: every line posted into it, and its trial balance. */
const alteredPeriods = sql<{ countyId: number; recordId: string }>`
  with moved as materialized (select m.* from ${MOVED} m), told as (
    select p.county_id, p.division_id, p.month, b.account, b."debitFen" as debit, b."creditFen" as credit
    from period_close p cross join lateral jsonb_to_recordset(p.balance)
      as b(account text, "debitFen" bigint, "creditFen" bigint))
  select p.county_id as "countyId", p.division_id as "recordId" from period_close p
  where p.set_hash <> ${monthHash(sql`p.county_id`, sql`array[p.division_id]`, sql`p.month`)}
     or exists (select from (select * from moved m where m.county_id = p.county_id and m.division_id = p.division_id
          and m.month = p.month) m
        full join (select * from told t where t.county_id = p.county_id and t.division_id = p.division_id
          and t.month = p.month) t on t.account = m.account
        where (m.debit, m.credit) is distinct from (t.debit::numeric, t.credit::numeric))`;

/** Rows against their own seals, and closed months against the books of today. */
export const SEAL_CHECKS: readonly Check[] = [
  ...sealChecks,
  {
    code: 'period_altered',
    recordKind: 'period',
    message: `已结账的一个月与结账时不一致。${BOOKS_ALTERED}`,
    query: alteredPeriods,
  },
];
