import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { mergedPerson } from '../registry/index.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';
import { PENSIONS } from './claim.ts';

/** What a person draws in a batch: its own month, months before it, and what is set off (negative). */
export interface PersonShare {
  readonly personId: string;
  readonly name: string;
  readonly nowFen: number;
  readonly lateFen: number;
  readonly offFen: number;
  /** The rights that the month's money is for, each with its grade where the amount rests on one, in one text. */
  readonly what: string;
  /** From when the newest rate behind the month's money counts; null where it rests on none. */
  readonly ratesFrom: Month | null;
  readonly factsSeq: number;
}

/** The payment a batch is compared with. */
export interface Previous {
  readonly source: 'batch' | 'import';
  readonly id: string | null;
  readonly number: string | null;
  readonly month: Month;
  readonly shares: ReadonlyMap<string, PersonShare>;
}

/**
 * Each person's part of some batches of one month. What a batch gave up and a later one of the month took is counted
 * once.
 */
export async function sharesOf(
  db: Db,
  countyId: number,
  batchIds: readonly string[],
  month: Month,
): Promise<ReadonlyMap<string, PersonShare>> {
  // Each line of the ledger is looked up by its id alone: asked for by month as well, a month that the statistics do not
  // know yet would be read whole for every line.
  const { rows } = await sql<PersonShare>`with items as materialized (
      select distinct on (coalesce(i.accrual_id, i.recovery_id)) l.person_id, l.facts_seq, i.recovery_id, i.fen, a.kind,
        a.month >= ${month} as is_now, a.trace_hash
      from pay_line l join line_item i on i.county_id = l.county_id and i.line_id = l.id
      left join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
      where l.county_id = ${countyId} and l.batch_id = any(${batchIds}::uuid[])
      order by coalesce(i.accrual_id, i.recovery_id)),
    -- Many lines share one reason: each is read once.
    reasons as materialized (select t.hash, ' ' || substring(t.body from '"what":"grade","value":(\\d+)') || ' 级' as grade,
        (select max(r[1]::int) from regexp_matches(t.body, '"from":(\\d+)', 'g') r) as rates_from
      from trace t where t.county_id = ${countyId} and t.hash in (select trace_hash from items where is_now))
    select x.person_id as "personId", p.name, max(x.facts_seq) as "factsSeq",
      coalesce(sum(x.fen) filter (where is_now), 0)::bigint as "nowFen",
      coalesce(sum(x.fen) filter (where not is_now), 0)::bigint as "lateFen",
      coalesce(sum(x.fen) filter (where x.recovery_id is not null), 0)::bigint as "offFen",
      coalesce(string_agg(distinct x.kind || coalesce(r.grade, ''), '、') filter (where is_now), '') as what,
      max(r.rates_from) filter (where is_now) as "ratesFrom"
    from items x join person p on p.county_id = ${countyId} and p.id = x.person_id
    left join reasons r on r.hash = x.trace_hash group by 1, 2`.execute(db);
  return new Map(rows.map((row) => [row.personId, row]));
}

interface MonthBatch {
  readonly id: string;
  readonly number: string;
  readonly month: Month;
}

/** Batches of the kind up to this one that were not taken back, the newest month and number first. */
async function batchesUntil(
  db: Db,
  { countyId }: BatchPlace,
  batch: BatchHead,
): Promise<readonly MonthBatch[]> {
  const { rows } = await sql<MonthBatch>`select b.id, b.number, b.pay_month as month from batch b
    where b.county_id = ${countyId} and b.division_id = ${batch.divisionId} and b.kind = ${batch.kind}
      and (b.pay_month, b.number) < (${batch.payMonth}, ${batch.number})
      and (select e.state from batch_event e where e.county_id = b.county_id and e.batch_id = b.id
        order by e.seq desc limit 1) <> 'cancelled'
    order by b.pay_month desc, b.number desc limit 40`.execute(db);
  return rows;
}

/** SQL: lines of imported payments `l` that are pensions paid month by month. */
const importedPensions = ({ countyId, divisionIds }: BatchPlace) => sql`l.county_id = ${countyId}
  and l.division_id = any(${divisionIds}::uuid[]) and l.voided_at is null and l.amount_fen > 0
  and l.item not in ('优待金', '慰问金', '其他', '补发', '扣回', '丧葬补助')`;

/** The last month for which pensions were imported, if they were. */
export async function lastImported(db: Db, place: BatchPlace): Promise<Month | undefined> {
  const { rows } = await sql<{ month: Month | null }>`select max(l.to_month) as month from paid_line l
    where ${importedPensions(place)}`.execute(db);
  return rows[0]?.month ?? undefined;
}

/** Pensions imported for a month, a line of several months by its part. */
async function importedShares(
  db: Db,
  place: BatchPlace,
  month: Month,
): Promise<ReadonlyMap<string, PersonShare>> {
  const { rows } = await sql<PersonShare>`select p.id as "personId", p.name, p.facts_seq as "factsSeq",
      sum(round(l.amount_fen::numeric / (l.to_month - l.from_month + 1)))::bigint as "nowFen", 0 as "lateFen",
      0 as "offFen", '' as what, null::int as "ratesFrom"
    from paid_line l join person p on p.county_id = l.county_id
      and p.id = ${mergedPerson(sql`l.county_id`, sql`l.person_id`)}
    where ${importedPensions(place)} and ${month} between l.from_month and l.to_month
    group by 1, 2, 3`.execute(db);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** What a batch is held against. */
export interface Before {
  /** The month's payment already went its way: what is paid now comes on top, and is compared with nothing. */
  readonly isMore: boolean;
  /** The payment of the month before; undefined for the very first, and where the batch comes on top. */
  readonly previous: Previous | undefined;
  /** The batch before this one, of whatever month. */
  readonly lastId: string | null;
}

/** All batches of the month before, else what was imported last. */
export async function beforeOf(db: Db, place: BatchPlace, batch: BatchHead): Promise<Before> {
  const batches = await batchesUntil(db, place, batch);
  const [last] = batches;
  const lastId = last?.id ?? null;
  if (last?.month === batch.payMonth) return { isMore: true, previous: undefined, lastId };
  if (last !== undefined) {
    const same = batches.filter(({ month }) => month === last.month).map(({ id }) => id);
    const shares = await sharesOf(db, place.countyId, same, last.month);
    return { isMore: false, previous: { source: 'batch', ...last, shares }, lastId };
  }
  if (batch.kind !== PENSIONS) return { isMore: false, previous: undefined, lastId };
  const imported = await lastImported(db, place);
  if (imported === undefined) return { isMore: false, previous: undefined, lastId };
  // Payments may begin here some months after the last sheet.
  const month = Math.min(imported, batch.payMonth - 1) as Month;
  const shares = await importedShares(db, place, month);
  const previous =
    shares.size === 0 ? undefined : { source: 'import' as const, id: null, number: null, month, shares };
  return { isMore: false, previous, lastId };
}

/** Shares of a batch that comes on top: all of it is made up for, its own month's too. */
export const asLate = (shares: ReadonlyMap<string, PersonShare>): ReadonlyMap<string, PersonShare> =>
  new Map(
    [...shares].map(([id, share]) => [
      id,
      { ...share, nowFen: 0, lateFen: share.nowFen + share.lateFen, what: '', ratesFrom: null },
    ]),
  );

export type DifferenceReason = '提标' | '新增' | '停发' | '补差' | '扣回' | '其他';
const REASONS: readonly DifferenceReason[] = ['提标', '新增', '停发', '补差', '扣回', '其他'];

export interface Difference {
  readonly reason: DifferenceReason;
  readonly people: number;
  readonly fen: number;
}

/** Fen below which a month differs only because a yearly rate does not divide by twelve; no raise is that small. */
const LEAST_CHANGE = 10;

export const isRemainder = (fen: number): boolean => fen !== 0 && Math.abs(fen) < LEAST_CHANGE;

/** Why a person's money differs from the time before, part by part; the sum is the whole difference. */
export function partsOf(
  now: PersonShare | undefined,
  before: PersonShare | undefined,
  isImported: boolean,
): readonly { readonly reason: DifferenceReason; readonly fen: number }[] {
  const [own, old] = [now?.nowFen ?? 0, before?.nowFen ?? 0];
  const isSame = isImported || now?.what === before?.what;
  const changed = own > old && isSame && !isRemainder(own - old) ? '提标' : '其他';
  const parts = [
    { reason: old === 0 ? '新增' : own === 0 ? '停发' : changed, fen: own - old },
    { reason: '补差', fen: (now?.lateFen ?? 0) - (before?.lateFen ?? 0) },
    { reason: '扣回', fen: (now?.offFen ?? 0) - (before?.offFen ?? 0) },
  ] as const;
  return parts.filter(({ fen }) => fen !== 0);
}

/** The difference between a batch and the payment before it by reasons, each with its people. */
export function differencesOf(
  now: ReadonlyMap<string, PersonShare>,
  previous: Previous | undefined,
): readonly Difference[] {
  const sums = new Map(REASONS.map((reason) => [reason, { people: 0, fen: 0 }]));
  const ids = new Set([...now.keys(), ...(previous?.shares.keys() ?? [])]);
  for (const id of ids)
    for (const { reason, fen } of partsOf(
      now.get(id),
      previous?.shares.get(id),
      previous?.source === 'import',
    )) {
      const sum = sums.get(reason);
      if (sum === undefined) continue;
      sum.people += 1;
      sum.fen += fen;
    }
  return REASONS.map((reason) => ({ reason, ...(sums.get(reason) ?? { people: 0, fen: 0 }) }));
}

const totalOf = (shares: ReadonlyMap<string, PersonShare>) =>
  [...shares.values()].reduce((sum, { nowFen, lateFen, offFen }) => sum + nowFen + lateFen + offFen, 0);

/** The payment before, as it is told beside the total. */
export function toldPrevious(previous: Previous | undefined) {
  if (previous === undefined) return null;
  const { source, number, month, shares } = previous;
  return { source, number, month: monthText(month), people: shares.size, totalFen: totalOf(shares) };
}
