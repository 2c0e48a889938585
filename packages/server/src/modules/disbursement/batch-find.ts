import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { isId } from '../../kernel/ids.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { BatchState, PaidKind } from './batch-words.ts';

/** Where batches are looked for and opened: a township, or a county that pays for all of its townships. */
export interface BatchPlace {
  readonly countyId: number;
  readonly divisionId: string;
  readonly code: string;
  readonly level: string;
  /** Townships whose people are paid; those of the place. */
  readonly divisionIds: readonly string[];
}

/** A batch as its last step left it. */
export interface BatchHead {
  readonly id: string;
  readonly number: string;
  readonly kind: PaidKind;
  readonly divisionId: string;
  readonly divisionCode: string;
  readonly payMonth: Month;
  readonly throughMonth: Month;
  readonly state: BatchState;
  readonly round: number;
  readonly seq: number;
  readonly lines: number;
  readonly totalFen: number;
  /** Hexadecimal; what the three hands sign. */
  readonly hash: string;
  readonly openedBy: string;
  /** Whose hand the last step was, and when by the clock of the office: 01-10 10:32. */
  readonly lastBy: string;
  readonly lastAt: string;
}

/** SQL: the head of batches, from `batch b`, its last event `e`, its first `o` and its division `d`. */
export const BATCH_HEAD = sql`b.id, b.number, b.kind, b.division_id as "divisionId", d.code as "divisionCode",
  b.pay_month as "payMonth", b.through_month as "throughMonth", e.state, e.round, e.seq, e.line_count as lines,
  e.total_fen as "totalFen", encode(e.content_hash, 'hex') as hash, o.actor_id as "openedBy",
  e.actor_name as "lastBy", to_char(e.at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as "lastAt"`;

export const BATCH_FROM = sql`batch b
  join division d on d.county_id = b.county_id and d.id = b.division_id
  join lateral (select * from batch_event x where x.county_id = b.county_id and x.batch_id = b.id
    order by x.seq desc limit 1) e on true
  join batch_event o on o.county_id = b.county_id and o.batch_id = b.id and o.seq = 1`;

const scopeOf = ({ divisionId, divisionIds }: BatchPlace) => [...new Set([divisionId, ...divisionIds])];

/** The batch by its id or, where one place has only one of it, its number. Throws NotFound. */
export async function findBatch(db: Db, place: BatchPlace, ref: string): Promise<BatchHead> {
  const named = isId(ref) ? sql`b.id = ${ref}` : sql`b.number = ${ref}`;
  const { rows } = await sql<BatchHead>`select ${BATCH_HEAD} from ${BATCH_FROM}
    where b.county_id = ${place.countyId} and b.division_id = any(${scopeOf(place)}::uuid[]) and ${named}
    limit 2`.execute(db);
  const [row, other] = rows;
  if (row === undefined || other !== undefined) throw new NotFound();
  return row;
}

/**
 * Where a batch named at the command line is: undefined where there is none, or where several places have one of the
 * number. Tells nothing by itself: the caller then asks whether that place is his.
 */
export async function placeOfBatch(db: Db, ref: string): Promise<string | undefined> {
  const named = isId(ref) ? sql`b.id = ${ref}` : sql`b.number = ${ref}`;
  const { rows } = await sql<{ code: string }>`select d.code from batch b
    join division d on d.county_id = b.county_id and d.id = b.division_id where ${named} limit 2`.execute(db);
  return rows.length === 1 ? rows[0]?.code : undefined;
}

/** The batch as it stands once whoever works on it has done: steps of one batch take turns. */
export async function holdBatch(db: Db, place: BatchPlace, ref: string): Promise<BatchHead> {
  const { id } = await findBatch(db, place, ref);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`batch ${id}`}, 0))`.execute(db);
  return findBatch(db, place, id);
}

/** Lines of a batch by the state of their last event; `waiting` where there is none. */
export interface LineCounts {
  readonly lines: number;
  readonly fen: number;
}

export async function countLines(
  db: Db,
  countyId: number,
  batchId: string,
): Promise<ReadonlyMap<string, LineCounts>> {
  const { rows } = await sql<LineCounts & { state: string }>`select coalesce(e.state, 'waiting') as state,
      count(*)::int as lines, sum(l.fen)::bigint as fen
    from pay_line l left join lateral (select state from line_event x where x.county_id = l.county_id
      and x.line_id = l.id order by x.seq desc limit 1) e on true
    where l.county_id = ${countyId} and l.batch_id = ${batchId} group by 1`.execute(db);
  return new Map(rows.map(({ state, lines, fen }) => [state, { lines, fen }]));
}

/** What every command on a batch answers. */
export interface BatchAnswer {
  readonly batch: string;
  readonly number: string;
  readonly state: BatchState;
  readonly lines: number;
  readonly totalFen: number;
  /** Lines held back. */
  readonly held: number;
  readonly hash: string;
}

export async function answerOf(db: Db, place: BatchPlace, ref: string): Promise<BatchAnswer> {
  const { id, number, state, lines, totalFen, hash } = await findBatch(db, place, ref);
  const counts = await countLines(db, place.countyId, id);
  return { batch: id, number, state, lines, totalFen, held: counts.get('held')?.lines ?? 0, hash };
}

/** First eight digits of the hash, as people compare them: 7F3A-91C2. */
export const checkCode = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
