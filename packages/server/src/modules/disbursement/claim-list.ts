import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { mergedPerson } from '../registry/index.ts';
import { type ClaimPlace, recoveredOf } from './recovery.ts';

export interface ClaimStep {
  readonly step: 'notice' | 'plan';
  readonly on: string;
  readonly by: string;
  readonly monthlyCapFen: number | null;
  readonly fromMonth: string | null;
  readonly paperId: string | null;
  readonly reason: string | null;
}

export interface ClaimRecovery {
  readonly id: string;
  readonly kind: 'offset' | 'cash' | 'write_off' | 'undone';
  readonly fen: number;
  readonly on: string;
  readonly by: string;
  readonly receiptNo: string | null;
  readonly paperId: string | null;
  readonly reason: string | null;
  readonly isUndone: boolean;
}

/** A claim as it is told: of whom, for which month of which right, how much is open, and what was done. */
export interface ListedClaim {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string; readonly idTail: string | null };
  readonly kind: string;
  readonly component: string;
  readonly month: string;
  readonly fen: number;
  readonly openFen: number;
  readonly on: string;
  readonly steps: readonly ClaimStep[];
  readonly recoveries: readonly ClaimRecovery[];
}

interface Row extends Omit<ListedClaim, 'person' | 'month' | 'steps' | 'recoveries'> {
  readonly personId: string;
  readonly name: string;
  readonly sealed: Buffer | null;
  readonly month: Month;
  readonly steps: readonly (Omit<ClaimStep, 'fromMonth'> & { readonly fromMonth: number | null })[];
  readonly recoveries: readonly ClaimRecovery[];
}

const STEPS = sql`coalesce((select json_agg(json_build_object('step', s.step, 'on', s.office_day, 'by', s.actor_name,
    'monthlyCapFen', s.monthly_cap_fen, 'fromMonth', s.from_month, 'paperId', s.paper_id, 'reason', s.reason)
    order by s.seq) from claim_step s where s.county_id = c.county_id and s.claim_id = c.id), '[]')`;

const RECOVERIES = sql`coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'fen', r.fen,
    'on', r.on_day, 'by', r.actor_name, 'receiptNo', r.receipt_no, 'paperId', r.paper_id, 'reason', r.reason,
    'isUndone', exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)) order by r.id)
    from recovery r where r.county_id = c.county_id and r.claim_id = c.id), '[]')`;

function told({ personId, name, sealed, month, steps, ...claim }: Row, keys: Keys): ListedClaim {
  return {
    ...claim,
    person: { id: personId, name, idTail: sealed === null ? null : keys.open(sealed).slice(-4) },
    month: monthText(month),
    steps: steps.map((step) => ({
      ...step,
      fromMonth: step.fromMonth === null ? null : monthText(step.fromMonth as Month),
    })),
  };
}

export interface ClaimsAsked {
  /** Settled ones too. */
  readonly all?: boolean;
  readonly personId?: string | undefined;
}

const MOST_LISTED = 2_000;

/** Claims of a place, the oldest first; those still open unless all are asked for. */
export async function listClaims(
  db: Db,
  keys: Keys,
  place: ClaimPlace,
  { all = false, personId }: ClaimsAsked = {},
): Promise<readonly ListedClaim[]> {
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const { rows } =
    await sql<Row>`select c.id, p.id as "personId", p.name, p.identity_sealed as sealed, a.kind,
      a.component, a.month, c.fen, c.fen - ${recoveredOf(sql`c`)} as "openFen", c.on_day::text as "on",
      ${STEPS} as steps, ${RECOVERIES} as recoveries
    from claim c
    join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
    join person p on p.county_id = c.county_id and p.id = ${owner}
    where c.county_id = ${place.countyId} and c.division_id = any(${place.divisionIds}::uuid[])
      and (${all} or c.fen > ${recoveredOf(sql`c`)})
      and (${personId ?? null}::uuid is null or p.id = ${personId ?? null}::uuid)
    order by c.on_day, c.id limit ${MOST_LISTED}`.execute(db);
  return rows.map((row) => told(row, keys));
}
