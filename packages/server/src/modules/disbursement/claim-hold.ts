import { type RawBuilder, sql } from 'kysely';
import type { Action, Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound, refuse } from '../../kernel/refusal.ts';
import { findPaper } from '../archive/index.ts';
import { recordEvent } from '../audit/index.ts';
import { mergedPerson } from '../registry/index.ts';
import { requireMay } from './batch-rules.ts';

export interface ClaimPlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** SQL: what has come in for a claim, what was undone taken off. */
export const recoveredOf = (claim: RawBuilder<unknown>): RawBuilder<number> =>
  sql`coalesce((select sum(case r.kind when 'undone' then -r.fen else r.fen end) from recovery r
    where r.county_id = ${claim}.county_id and r.claim_id = ${claim}.id), 0)::bigint`;

interface ClaimRow {
  readonly id: string;
  readonly divisionId: string;
  readonly divisionCode: string;
  readonly personId: string;
  readonly ownerId: string;
  readonly fen: number;
}

/** A claim whose person's head is held until the command ends. */
export interface HeldClaim extends ClaimRow {
  readonly openFen: number;
}

/** Claims of one debtor, the oldest month first; never empty. */
export type HeldClaims = readonly [HeldClaim, ...HeldClaim[]];

/** Locks the heads of people in order of their ids: money of a person is moved by one command at a time. */
export async function lockPeople(db: Db, countyId: number, ids: readonly string[]): Promise<void> {
  await sql`select 1 from ledger_head where county_id = ${countyId} and person_id = any(${ids}::uuid[])
    order by person_id for update`.execute(db);
}

async function findClaims(db: Db, place: ClaimPlace, ids: readonly string[]): Promise<readonly ClaimRow[]> {
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const { rows } = await sql<ClaimRow>`select c.id, c.division_id as "divisionId", d.code as "divisionCode",
      c.person_id as "personId", ${owner} as "ownerId", c.fen
    from claim c join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
    join division d on d.county_id = c.county_id and d.id = c.division_id
    where c.county_id = ${place.countyId} and c.id = any(${ids}::uuid[])
      and c.division_id = any(${place.divisionIds}::uuid[])
    order by a.month, c.on_day, c.id`.execute(db);
  return rows;
}

/**
 * Claims of one debtor, his heads locked until the command ends: whoever recovers, and whoever sets off, take turns.
 * What is open is read after the lock. Refuses `not_allowed` unless the caller may do one of these there, `claims_mixed` for
 * claims of different people or townships; one that is not of the place as not found.
 */
export async function holdClaims(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  asked: readonly string[],
  anyOf: readonly Action[],
): Promise<HeldClaims> {
  const ids = [...new Set(asked)];
  const found = await findClaims(db, place, ids);
  const [first] = found;
  if (first === undefined || found.length < ids.length) throw new NotFound();
  requireMay(ctx, first, anyOf);
  if (found.some((one) => one.ownerId !== first.ownerId || one.divisionId !== first.divisionId))
    refuse('claims_mixed', '一次只能办一个人的追回，请分开办。');
  await lockPeople(db, place.countyId, [...new Set(found.map(({ personId }) => personId))]);
  const { rows } = await sql<{
    id: string;
    fen: number;
  }>`select c.id, ${recoveredOf(sql`c`)} as fen from claim c
    where c.county_id = ${place.countyId} and c.id = any(${ids}::uuid[])`.execute(db);
  const recovered = new Map(rows.map(({ id, fen }) => [id, fen]));
  const held = found.map((one) => ({ ...one, openFen: one.fen - (recovered.get(one.id) ?? 0) }));
  return held as unknown as HeldClaims;
}

export const openOf = (claims: readonly HeldClaim[]): number =>
  claims.reduce((sum, { openFen }) => sum + openFen, 0);

/** Those with something left. Refuses `claim_settled` where nothing is open. */
export function requireOpen(claims: HeldClaims): readonly HeldClaim[] {
  const open = claims.filter(({ openFen }) => openFen > 0);
  if (open.length === 0) refuse('claim_settled', '这笔追回已经结清了。');
  return open;
}

/** A paper of another township is not found. */
export async function requireOwnPaper(
  db: Db,
  countyId: number,
  [{ divisionId }]: HeldClaims,
  paperId: string | undefined,
): Promise<void> {
  if (paperId === undefined) return;
  const paper = await findPaper(db, countyId, paperId);
  if (paper?.divisionId !== divisionId) throw new NotFound();
}

/** Writes down what was done about a claim. */
export async function noteClaim(
  db: Db,
  ctx: Ctx,
  countyId: number,
  { id, divisionId }: HeldClaim,
  what: string,
  detail: object = {},
): Promise<void> {
  await recordEvent(db, ctx, {
    ...{ countyId, divisionId, action: `claim.${what}` },
    ...{ recordKind: 'claim', recordId: id, detail: { ...detail } },
  });
}
