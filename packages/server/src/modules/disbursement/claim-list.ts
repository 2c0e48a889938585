import { type Month, maskIdentity, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { mergedPerson } from '../registry/index.ts';
import { isOnePerson } from './batch-rules.ts';
import { type ClaimPlace, recoveredOf } from './claim-hold.ts';
import { lineState } from './line-state.ts';

export interface ClaimStep {
  readonly step: 'notice' | 'plan' | 'proposal';
  readonly on: string;
  readonly by: string;
  readonly byId: string;
  readonly monthlyCapFen: number | null;
  readonly fromMonth: string | null;
  readonly paperId: string | null;
  readonly paperTitle: string | null;
  readonly reason: string | null;
}

export interface ClaimRecovery {
  readonly id: string;
  readonly kind: 'offset' | 'cash' | 'write_off' | 'undone';
  readonly fen: number;
  readonly on: string;
  readonly by: string;
  readonly byId: string;
  readonly receiptNo: string | null;
  /** Who signed it on paper, in an office of one person. */
  readonly signer: string | null;
  readonly paperId: string | null;
  readonly paperTitle: string | null;
  readonly reason: string | null;
  readonly isUndone: boolean;
  /** The batch whose payment it was set off from. */
  readonly batch: string | null;
}

/** A payment of the month that is claimed back. */
export interface PaidIn {
  readonly batchId: string;
  readonly number: string;
  readonly lineId: string;
}

/** A claim as it is told: for which month of which right, in which payment it went out, how much is open. */
export interface ListedClaim {
  readonly id: string;
  readonly kind: string;
  readonly component: string;
  readonly fund: string;
  readonly month: string;
  /** What changed: a right put right, or a debt from before the ledger. */
  readonly cause: string;
  readonly fen: number;
  readonly openFen: number;
  readonly on: string;
  readonly paidIn: readonly PaidIn[];
  readonly steps: readonly ClaimStep[];
  readonly recoveries: readonly ClaimRecovery[];
}

export interface Debtor {
  readonly id: string;
  readonly name: string;
  readonly idMasked: string | null;
  readonly village: string | null;
  readonly diedOn: string | null;
  readonly divisionCode: string;
  readonly office: string;
  /** One person does everything there; the approver signs on paper. */
  readonly isOnePerson: boolean;
}

export interface ClaimOfPerson extends ListedClaim {
  readonly person: Debtor;
}

interface Row extends Omit<ListedClaim, 'month' | 'steps'>, Omit<Debtor, 'id' | 'idMasked' | 'isOnePerson'> {
  readonly divisionId: string;
  readonly personId: string;
  readonly sealed: Buffer | null;
  readonly month: Month;
  readonly steps: readonly (Omit<ClaimStep, 'fromMonth'> & { readonly fromMonth: number | null })[];
}

const titleOf = (
  row: 's' | 'r',
) => sql`(select t.title from paper t where t.county_id = ${sql.ref(`${row}.county_id`)}
  and t.id = ${sql.ref(`${row}.paper_id`)})`;

const STEPS = sql`coalesce((select json_agg(json_build_object('step', s.step, 'on', s.office_day, 'by', s.actor_name,
    'byId', s.actor_id, 'monthlyCapFen', s.monthly_cap_fen, 'fromMonth', s.from_month, 'paperId', s.paper_id,
    'paperTitle', ${titleOf('s')}, 'reason', s.reason)
    order by s.seq) from claim_step s where s.county_id = c.county_id and s.claim_id = c.id), '[]')`;

const RECOVERIES = sql`coalesce((select json_agg(json_build_object('id', r.id, 'kind', r.kind, 'fen', r.fen,
    'on', r.on_day, 'by', r.actor_name, 'byId', r.actor_id, 'receiptNo', r.receipt_no, 'signer', r.signer,
    'paperId', r.paper_id,
    'paperTitle', ${titleOf('r')}, 'reason', r.reason,
    'isUndone', exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id),
    'batch', (select b.number from line_item i join pay_line l on l.county_id = i.county_id and l.id = i.line_id
      join batch b on b.county_id = l.county_id and b.id = l.batch_id
      where i.county_id = r.county_id and i.recovery_id = r.id)) order by r.id)
    from recovery r where r.county_id = c.county_id and r.claim_id = c.id), '[]')`;

const PAID_IN = sql`coalesce((select json_agg(json_build_object('batchId', b.id, 'number', b.number, 'lineId', l.id)
    order by b.number) from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id
    where l.county_id = a.county_id and ${lineState(sql`l.county_id`, sql`l.id`)} in ('in_file', 'paid')
      and exists (select from line_item i join accrual d on d.county_id = i.county_id and d.id = i.accrual_id
        where i.county_id = l.county_id and i.line_id = l.id and d.person_id = a.person_id and d.kind = a.kind
          and d.ref = a.ref and d.month = a.month and d.fen > 0)
      and l.person_id in (a.person_id, p.id)), '[]')`;

function told(row: Row, { keys }: Ctx, onePerson: ReadonlySet<string>): ClaimOfPerson {
  const { personId, name, sealed, village, diedOn, divisionId, divisionCode, office, ...rest } = row;
  const { month, steps, ...claim } = rest;
  const isOnePerson = onePerson.has(divisionId);
  const idMasked = sealed === null ? null : maskIdentity(keys.open(sealed));
  return {
    ...claim,
    person: { id: personId, name, idMasked, village, diedOn, divisionCode, office, isOnePerson },
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
  /** A claim, or what came in for one: all claims of its debtor are answered. */
  readonly of?: string | undefined;
}

/** Those of the townships that are offices of one person. */
async function onePersonTowns(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  divisionIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const divisionId of divisionIds)
    if (await isOnePerson(db, ctx, place, { divisionId })) found.add(divisionId);
  return found;
}

const MOST_LISTED = 4_000;

/** Claims of a place, those of one debtor beside each other, the oldest debt first; open ones unless asked otherwise. */
export async function listClaims(
  db: Db,
  ctx: Ctx,
  place: ClaimPlace,
  { all = false, personId, of }: ClaimsAsked = {},
): Promise<readonly ClaimOfPerson[]> {
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const ofDebtor =
    of === undefined
      ? sql`true`
      : sql`p.id = (select ${mergedPerson(sql`x.county_id`, sql`x.person_id`)} from claim x
          where x.county_id = ${place.countyId} and (x.id = ${of}::uuid or exists (select from recovery y
            where y.county_id = x.county_id and y.claim_id = x.id and y.id = ${of}::uuid)))`;
  const { rows } = await sql<Row>`select c.id, p.id as "personId", p.name, p.identity_sealed as sealed,
      p.died_on::text as "diedOn", v.name as village, d.id as "divisionId", d.code as "divisionCode",
      d.name as office, a.kind,
      a.component, a.fund, a.month, a.cause, c.fen, c.fen - ${recoveredOf(sql`c`)} as "openFen",
      c.on_day::text as "on", ${PAID_IN} as "paidIn", ${STEPS} as steps, ${RECOVERIES} as recoveries
    from claim c
    join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
    join division d on d.county_id = c.county_id and d.id = c.division_id
    join person p on p.county_id = c.county_id and p.id = ${owner}
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where c.county_id = ${place.countyId} and c.division_id = any(${place.divisionIds}::uuid[])
      and (${all} or c.fen > ${recoveredOf(sql`c`)}) and ${ofDebtor}
      and (${personId ?? null}::uuid is null or p.id = ${personId ?? null}::uuid)
    order by min(c.on_day) over (partition by p.id, d.id), p.name_pinyin, p.id, d.id, a.month, c.on_day, c.id
    limit ${MOST_LISTED}`.execute(db);
  const towns = new Set(rows.map(({ divisionId }) => divisionId));
  const onePerson = await onePersonTowns(db, ctx, place, towns);
  return rows.map((row) => told(row, ctx, onePerson));
}
