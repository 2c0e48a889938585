import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { recordEvent } from '../audit/index.ts';
import { DEAD_STATES, lineState } from './line-state.ts';
import { bookDay } from './period.ts';

export { DEAD_STATES, lineState } from './line-state.ts';

/** A line of the ledger that no live payment and no claim has taken. */
export interface FreeAccrual {
  readonly id: string;
  readonly divisionId: string;
  readonly personId: string;
  readonly kind: string;
  readonly ref: string;
  readonly component: string;
  readonly month: Month;
  readonly fen: number;
  readonly derived: boolean;
  readonly cause: string;
}

/** What a line is netted with: one right's month, or one award's. */
export const netKey = ({
  personId,
  kind,
  ref,
  month,
}: Pick<FreeAccrual, 'personId' | 'kind' | 'ref' | 'month'>) => `${personId}|${kind}|${ref}|${month}`;

export interface Split {
  /** Lines that go into payments; of each key, and so of each person, the sum is not below nothing. */
  readonly payable: readonly FreeAccrual[];
  /** Money that was paid and is not due: each becomes a claim, whole. */
  readonly claims: readonly FreeAccrual[];
  /**
   * Left alone: what comes to nothing, and all of a month of which a payment has not gone to the bank yet, until that is
   * decided.
   */
  readonly waiting: readonly FreeAccrual[];
}

/**
 * Nets the free lines of each right's month. Where they come to nothing (other funds for the same money, a month posted
 * and taken back before it was paid) nobody is paid and nobody owes: they are left for whatever the month gets next.
 * Where more is taken back than is free, the month has been paid: its negative lines become claims, and its positive
 * ones are set against these claims in the payment; unless some of it sits in a payment that is not at the bank yet
 * (`pending`), then all of it waits.
 */
export function claimsOf(free: readonly FreeAccrual[], pending: ReadonlySet<string>): Split {
  const byKey = new Map<string, FreeAccrual[]>();
  for (const one of free) {
    const list = byKey.get(netKey(one));
    if (list) list.push(one);
    else byKey.set(netKey(one), [one]);
  }
  const [payable, claims, waiting]: FreeAccrual[][] = [[], [], []];
  for (const [key, list] of byKey) {
    const fen = list.reduce((sum, one) => sum + one.fen, 0);
    if (fen > 0) payable?.push(...list);
    else if (fen === 0 || pending.has(key)) waiting?.push(...list);
    else for (const one of list) (one.fen < 0 ? claims : payable)?.push(one);
  }
  return { payable: payable ?? [], claims: claims ?? [], waiting: waiting ?? [] };
}

export interface FreeAsked {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
  /** 抚恤补助: every right of the roll; or one kind of one-off money. */
  readonly kind: string;
  readonly through: Month;
  /** Only of these people. */
  readonly personIds?: readonly string[];
}

/** 抚恤补助 names all pensions and subsidies together. */
export const PENSIONS = '抚恤补助';

/** One-off money that was not revoked: what was posted and taken back never shows in a batch as a line of nothing. */
const standingAward = sql`a.ref <> '' and not exists (select from award_revoke v
  where v.county_id = a.county_id and v.award_id = a.ref::uuid)`;

/** Every free line of the places up to a month, in order of people. The caller holds the heads of the people. */
export async function readFree(db: Db, asked: FreeAsked): Promise<readonly FreeAccrual[]> {
  const ofKind = asked.kind === PENSIONS ? sql`a.ref = ''` : sql`a.kind = ${asked.kind} and ${standingAward}`;
  const { personIds } = asked;
  const ofPeople = personIds === undefined ? sql`true` : sql`a.person_id = any(${personIds}::uuid[])`;
  const { rows } =
    await sql<FreeAccrual>`select a.id, a.division_id as "divisionId", a.person_id as "personId",
      a.kind, a.ref, a.component, a.month, a.fen, a.derived, a.cause
    from accrual a
    where a.county_id = ${asked.countyId} and a.division_id = any(${asked.divisionIds}::uuid[])
      and a.month <= ${asked.through} and ${ofKind} and ${ofPeople}
      and not exists (select from claim c where c.county_id = a.county_id and c.accrual_id = a.id)
      and not exists (select from line_item i where i.county_id = a.county_id and i.accrual_id = a.id
        and coalesce(${lineState(sql`i.county_id`, sql`i.line_id`)}, '') <> all(${DEAD_STATES}))
    order by a.person_id, a.kind, a.ref, a.month, a.seq, a.id`.execute(db);
  return rows;
}

/** Keys of free lines of which some money sits in a live payment that has not gone to the bank. */
export async function pendingKeys(
  db: Db,
  countyId: number,
  free: readonly FreeAccrual[],
): Promise<ReadonlySet<string>> {
  const people = [...new Set(free.flatMap(({ personId, fen }) => (fen < 0 ? [personId] : [])))];
  if (people.length === 0) return new Set();
  const { rows } = await sql<Pick<FreeAccrual, 'personId' | 'kind' | 'ref' | 'month'>>`
    select distinct a.person_id as "personId", a.kind, a.ref, a.month
    from accrual a join line_item i on i.county_id = a.county_id and i.accrual_id = a.id
    where a.county_id = ${countyId} and a.person_id = any(${people}::uuid[]) and a.fen > 0
      and coalesce(${lineState(sql`i.county_id`, sql`i.line_id`)}, 'released') in ('held', 'released')`.execute(
    db,
  );
  return new Set(rows.map(netKey));
}

/** Writes a claim for each line taken back from a month that was paid, as a batch is opened. Answers how much. */
export async function raiseClaims(
  db: Db,
  ctx: Ctx,
  place: { readonly countyId: number; readonly divisionId: string },
  claims: readonly FreeAccrual[],
  batchId?: string,
): Promise<number> {
  if (claims.length === 0) return 0;
  const fen = claims.reduce((sum, one) => sum - one.fen, 0);
  const onDay = await bookDay(db, place, ctx.today);
  await sql`insert into claim (county_id, id, division_id, person_id, accrual_id, fen, on_day, batch_id)
    select ${place.countyId}, t.id, a.division_id, a.person_id, a.id, -a.fen, ${onDay}::date,
      ${batchId ?? null}::uuid
    from unnest(${claims.map(() => newId())}::uuid[], ${claims.map(({ id }) => id)}::uuid[]) as t(id, accrual_id)
    join accrual a on a.county_id = ${place.countyId} and a.id = t.accrual_id`.execute(db);
  await recordEvent(db, ctx, {
    ...{ countyId: place.countyId, divisionId: place.divisionId, action: 'claim.raise' },
    detail: { claims: claims.length, fen },
  });
  return fen;
}
