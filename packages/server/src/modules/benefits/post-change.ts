import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import {
  claimsOf,
  lockLedger,
  lockTown,
  PENSIONS,
  pendingKeys,
  raiseClaims,
  readFree,
} from '../disbursement/index.ts';
import { accrue } from './accrue.ts';
import type { WorkPlace } from './accrue-work.ts';

/** What a change that counts now did to money, in fen. */
export interface ChangePosted {
  readonly lines: number;
  readonly totalFen: number;
  readonly claimFen: number;
}

async function hasLedger(db: Db, { countyId, divisionId }: WorkPlace): Promise<boolean> {
  const { rows } = await sql`select 1 from ledger_town where county_id = ${countyId}
    and division_id = ${divisionId} and through_month is not null`.execute(db);
  return rows.length > 0;
}

/** What becomes of money that was paid and is no longer due: claimed now, or netted by the next batch first. */
export interface Settling {
  readonly claimsAtOnce: boolean;
}

/**
 * Posts what a change of a person's facts does to the months the township's ledger has reached, in the same command
 * as the change: months stopped are taken back, months paid on after a death posted. What was paid and is not due
 * becomes a claim at once, so that the letter can be written; without `claimsAtOnce` it is left to the next batch,
 * which claims what a right entered meanwhile for the same months does not take up. No month is begun. Undefined
 * before there is a ledger.
 */
export async function postChange(
  db: Db,
  ctx: Ctx,
  place: WorkPlace,
  personIds: readonly string[],
  { claimsAtOnce }: Settling = { claimsAtOnce: true },
): Promise<ChangePosted | undefined> {
  if (!(await hasLedger(db, place))) return undefined;
  const { countyId, divisionId } = place;
  await lockLedger(db, { countyId, divisionIds: [divisionId] });
  const { through: reached } = await lockTown(db, place);
  if (reached === null) return undefined;
  const through = reached as Month;
  const asked = { commandKey: newId(), through, cause: 'change' } as const;
  const { lines, totalFen } = await accrue(db, ctx, place, asked);
  if (!claimsAtOnce) return { lines, totalFen, claimFen: 0 };
  const scope = { countyId, divisionIds: [divisionId], kind: PENSIONS, through, personIds };
  const free = await readFree(db, scope);
  const { claims } = claimsOf(free, await pendingKeys(db, countyId, free));
  return { lines, totalFen, claimFen: await raiseClaims(db, ctx, place, claims) };
}
