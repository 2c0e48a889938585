import { sql } from 'kysely';
import { type Check, runChecks } from '../packages/server/src/apps/verify/check.ts';
import { MONEY_CHECKS } from '../packages/server/src/apps/verify/index.ts';
import { LEDGER_CHECKS } from '../packages/server/src/apps/verify/money.ts';
import { BATCH_CHECKS } from '../packages/server/src/apps/verify/money-batches.ts';
import { sealEvents, verifyChain } from '../packages/server/src/modules/audit/index.ts';
import { contradiction, type Standing } from './evaluate.ts';
import type { Township } from './township.ts';

/** A statement of its own, apart from the ledger's view: what went out for a month and did not come back. */
async function paidTwice({ db }: Township): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    with last as (select distinct on (line_id) line_id, state from line_event order by line_id, seq desc),
      sent as (select a.id, a.person_id, a.kind, a.ref, a.component, a.fund, a.month, a.fen, a.cause from line_item i
        join last on last.line_id = i.line_id join accrual a on a.id = i.accrual_id
        where last.state in ('in_file', 'paid'))
    select 'sent twice: ' || id as what from sent group by id having count(*) > 1
    union all
    select 'two first payments of one month: ' || person_id || ' ' || month from sent where cause = 'regular'
      group by person_id, kind, ref, component, fund, month having count(*) > 1
    union all
    select 'more sent than due: ' || s.person_id || ' ' || s.month from (
        select person_id, kind, ref, month, sum(fen) as fen from sent group by 1, 2, 3, 4) s
      join (select person_id, kind, ref, month, sum(fen) as due,
          coalesce(sum(-fen) filter (where fen < 0 and id not in (select accrual_id from line_item
            where accrual_id is not null)), 0) as back
        from accrual group by 1, 2, 3, 4) d using (person_id, kind, ref, month)
      where s.fen > d.due + d.back`.execute(db);
  return rows.map(({ what }) => what);
}

/** Money of months after the death, sent once the office knew; what the law continues is told as such. */
async function deadPaid({ db, knownDead }: Township): Promise<string[]> {
  const wrong: string[] = [];
  for (const [personId, known] of knownDead) {
    // What is set against the claim of a month stays here.
    const { rows } = await sql<{ month: number }>`select a.month from line_event e
        join line_item i on i.line_id = e.line_id left join recovery r on r.id = i.recovery_id
        left join claim c on c.id = r.claim_id join accrual a on a.id = coalesce(i.accrual_id, c.accrual_id)
        join person p on p.id = a.person_id
      where e.state = 'in_file' and e.on_day >= ${known}::date and a.person_id = ${personId}
        and a.component <> 'afterDeath'
        and a.month > extract(year from p.died_on) * 12 + extract(month from p.died_on) - 1
      group by a.month having sum(i.fen) > 0`.execute(db);
    wrong.push(...rows.map(({ month }) => `dead, known, paid: ${personId} ${month}`));
  }
  return wrong;
}

async function unexplained({ db }: Township): Promise<string[]> {
  const { rows } = await sql<Standing>`select t.body, a.component, a.fund, a.due_after_fen as due
    from accrual a join trace t on t.county_id = a.county_id and t.hash = a.trace_hash`.execute(db);
  return rows.flatMap((row) => contradiction(row) ?? []);
}

/** Books and payments: looked at after every day. Answers what is wrong, in words. */
export const wrongToday = (town: Township) => wrongBy(town, [...LEDGER_CHECKS, ...BATCH_CHECKS]);

async function wrongBy(town: Township, checks: readonly Check[]): Promise<readonly string[]> {
  const findings = await runChecks(town.db, checks);
  const books = findings.map(({ code, recordId }) => `${code}: ${recordId}`);
  return [...books, ...(await paidTwice(town)), ...(await deadPaid(town))];
}

/** Everything, at the end of a month: also each amount against its trace, seals, the log, and everybody computed again. */
export async function wrongThisMonth(town: Township, day: string): Promise<readonly string[]> {
  const through = day.slice(0, 7);
  await town.run(day, through);
  const again = await town.run(day, through, { all: true });
  const rerun = again.lines === 0 ? [] : [`a run again posted ${again.lines} lines`];
  await town.write((tx) => sealEvents(tx));
  const { findings } = await verifyChain(town.db, Date.now());
  const chain = findings.map(({ code, seq }) => `log ${code}: ${seq}`);
  return [...rerun, ...chain, ...(await unexplained(town)), ...(await wrongBy(town, MONEY_CHECKS))];
}

/** How often each thing came about: proofs over what never happened would prove nothing. */
export async function livedThrough({ db }: Township): Promise<readonly (readonly [string, number])[]> {
  const { rows } = await sql<{ what: string; count: number }>`
    select 'payments' as what, count(*)::int as count from line_event where state = 'paid'
    union all select 'returned', count(*)::int from line_event where state = 'returned'
    union all select 'sent again', count(*)::int from pay_line where reissue_of is not null
    union all select 'held', count(*)::int from line_event where state = 'held'
    union all select 'raised late', count(*)::int from accrual where cause = 'arrears'
    union all select 'taken back', count(*)::int from accrual where cause = 'correction'
    union all select 'claims', count(*)::int from claim
    union all select 'cash', count(*)::int from recovery where kind = 'cash'
    union all select 'written off', count(*)::int from recovery where kind = 'write_off'
    union all select 'months closed', count(*)::int from period_close
    union all select 'posted into a later month', count(*)::int from accrual
      where posted_month > extract(year from posted_on) * 12 + extract(month from posted_on) - 1`.execute(db);
  return rows.map(({ what, count }) => [what, count]);
}
