import type { Day, Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';

/** What may be odd about a line, read by set. */
export interface LineFacts {
  readonly lineId: string;
  readonly personId: string;
  readonly name: string;
  readonly factsSeq: number;
  readonly fen: number;
  /** The last step's code while the line is held. */
  readonly heldCode: string | null;
  readonly diedOn: Day | null;
  /** Money for months after the one of death, without what the law gives after a death. */
  readonly afterDeathFen: number;
  /** Money for months that another office pays by a slip that stands, and how far the slip says this one has paid. */
  readonly afterSlip: { readonly fen: number; readonly paidThrough: Month } | null;
  /** Money for months that were paid before this system kept the books. */
  readonly beforeFen: number;
  readonly firstMonth: Month;
  /** Months before the batch's own. */
  readonly lateMonths: number;
  readonly accountSince: Day | null;
  readonly accountFromFirstImport: boolean;
  /** The scan or photo of the account's card; null where only its place in a box is known. */
  readonly cardId: string | null;
  /** Held to its end in the batch before. */
  readonly heldBefore: boolean;
  readonly lawHash: string | null;
}

interface LineRow extends Omit<LineFacts, 'lawHash' | 'afterSlip'> {
  readonly runs: readonly string[] | null;
}

/** The law each run was computed by, in hexadecimal. */
async function lawsOf(
  db: Db,
  countyId: number,
  runs: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    id: string;
    law: string;
  }>`select id, encode(law_hash, 'hex') as law from ledger_run
    where county_id = ${countyId} and id = any(${runs}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, law }) => [id, law]));
}

/** The law that the money of a batch was last computed by. Runs are gathered first, for they are few. */
export async function lawOfBatch(db: Db, countyId: number, batchId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    hash: string | null;
  }>`select max(encode(r.law_hash, 'hex')) as hash from ledger_run r
    where r.county_id = ${countyId} and r.id = any(array(select distinct a.run_id from pay_line l
      join line_item i on i.county_id = l.county_id and i.line_id = l.id
      join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
      where l.county_id = ${countyId} and l.batch_id = ${batchId}))`.execute(db);
  return rows[0]?.hash ?? undefined;
}

/** SQL: the month in which the person `p` died. */
const DEATH_MONTH = sql`(extract(year from p.died_on)::int * 12 + extract(month from p.died_on)::int - 1)`;

/** Facts of every line of a batch. */
export async function factsOfLines(
  db: Db,
  place: BatchPlace,
  batch: BatchHead,
  asked: { readonly cutOver: Month | undefined; readonly previousId: string | null },
): Promise<readonly LineFacts[]> {
  const { cutOver = 0, previousId } = asked;
  const { rows } =
    await sql<LineRow>`select l.id as "lineId", p.id as "personId", p.name, p.facts_seq as "factsSeq", l.fen,
      case when e.state = 'held' then e.code end as "heldCode", p.died_on as "diedOn", s.after_fen as "afterDeathFen",
      s.before_fen as "beforeFen", s.first_month as "firstMonth", s.late as "lateMonths", a.since as "accountSince",
      coalesce(a.origin = 'import' and a.version = 1, true) as "accountFromFirstImport",
      (select c.id from paper c where c.county_id = a.county_id and c.id = a.paper_id and c.file_sha256 is not null
        and c.voided_at is null) as "cardId", s.runs,
      exists (select from pay_line x where x.county_id = l.county_id and x.batch_id = ${previousId}::uuid
        and x.person_id = l.person_id and exists (select from line_event y where y.county_id = x.county_id
          and y.line_id = x.id and y.state = 'held') and (select y.state from line_event y
          where y.county_id = x.county_id and y.line_id = x.id order by y.seq desc limit 1) in ('held', 'cancelled'))
        as "heldBefore"
    from pay_line l join person p on p.county_id = l.county_id and p.id = l.person_id
    -- Line by line by its key: a batch opened a moment ago has no statistics, and sums joined to lines, or runs joined to
    -- their accruals, cost their square.
    join lateral (select coalesce(sum(c.fen) filter (where c.ref = '' and c.month <= ${cutOver}), 0)::bigint
          as before_fen, coalesce(sum(c.fen) filter (where c.ref = '' and c.component <> 'afterDeath'
          and c.month > ${DEATH_MONTH}), 0)::bigint as after_fen, min(c.month) as first_month,
        count(distinct c.month) filter (where c.month < ${batch.payMonth})::int as late,
        array_agg(distinct c.run_id) as runs
      from line_item i join accrual c on c.county_id = i.county_id and c.id = i.accrual_id
      where i.county_id = l.county_id and i.line_id = l.id) s on true
    left join pay_account a on a.county_id = l.county_id and a.id = l.account_id and a.version = l.account_version
    left join lateral (select state, code from line_event x where x.county_id = l.county_id and x.line_id = l.id
      order by x.seq desc limit 1) e on true
    where l.county_id = ${place.countyId} and l.batch_id = ${batch.id} order by l.ordinal`.execute(db);
  const laws = await lawsOf(db, place.countyId, [...new Set(rows.flatMap(({ runs }) => runs ?? []))]);
  const dead = rows.flatMap(({ lineId, afterDeathFen }) => (afterDeathFen > 0 ? [lineId] : []));
  const back = await setOffAfterDeath(db, place.countyId, dead);
  const slips = await paidAfterSlip(db, place.countyId, batch.id);
  return rows.map(({ runs, ...line }) => ({
    ...{ ...line, lawHash: newestOf(runs, laws) },
    afterDeathFen: line.afterDeathFen - (back.get(line.lineId) ?? 0),
    afterSlip: slips.get(line.lineId) ?? null,
  }));
}

/** What these lines set against claims of months after the death: it does not leave the office. */
async function setOffAfterDeath(
  db: Db,
  countyId: number,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (lineIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; fen: number }>`select l.id, sum(r.fen)::bigint as fen
    from pay_line l join person p on p.county_id = l.county_id and p.id = l.person_id
    join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
    join claim c on c.county_id = r.county_id and c.id = r.claim_id
    join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
    where l.county_id = ${countyId} and l.id = any(${lineIds}::uuid[]) and a.ref = '' and a.component <> 'afterDeath'
      and a.month > ${DEATH_MONTH} group by 1`.execute(db);
  return new Map(rows.map(({ id, fen }) => [id, fen]));
}

/** Lines that pay months after the one up to which the person's last slip, one that goes out, says he was paid here. */
async function paidAfterSlip(
  db: Db,
  countyId: number,
  batchId: string,
): Promise<ReadonlyMap<string, { readonly fen: number; readonly paidThrough: Month }>> {
  const { rows } = await sql<{ id: string; fen: number; paidThrough: Month }>`
    with last as materialized (select distinct on (person_id) person_id, direction, paid_through from transfer_slip
      where county_id = ${countyId} and state in ('sent', 'accepted') order by person_id, slip_on desc, at desc)
    select l.id, sum(c.fen)::bigint as fen, t.paid_through as "paidThrough" from last t
    join pay_line l on l.county_id = ${countyId} and l.batch_id = ${batchId} and l.person_id = t.person_id
    join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join accrual c on c.county_id = i.county_id and c.id = i.accrual_id and c.month > t.paid_through
    where t.direction = 'out' and c.ref = '' and c.component <> 'afterDeath' group by 1, 3 having sum(c.fen) > 0`.execute(
    db,
  );
  return new Map(rows.map(({ id, ...told }) => [id, told]));
}

function newestOf(runs: readonly string[] | null, laws: ReadonlyMap<string, string>): string | null {
  const hashes = (runs ?? []).map((id) => laws.get(id) ?? '');
  return hashes.sort().at(-1) || null;
}
