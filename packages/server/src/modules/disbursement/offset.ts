import type { Day, Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { mergedPerson } from '../registry/index.ts';
import { IS_SET_OFF, type PaidKind } from './batch-words.ts';
import { PENSIONS } from './claim.ts';
import { recoveredOf } from './claim-hold.ts';
import { bookDay } from './period.ts';

/** What may be set off from a person's payments of a month. */
export interface Offsettable {
  readonly claimId: string;
  readonly personId: string;
  readonly openFen: number;
  /** The last plan's cap for a month, over everything that is set off from the person. */
  readonly capFen: number;
}

/** A claim with something left, and the month of the right that it claims back. */
export interface ClaimedMonth {
  readonly claimId: string;
  /** Who owes it: the registration that counts. */
  readonly ownerId: string;
  /** The registration whose month it was. */
  readonly personId: string;
  readonly kind: string;
  readonly ref: string;
  readonly month: Month;
  readonly openFen: number;
}

/**
 * Every open claim against these people by the month it is for, the oldest first. A debt from before the ledger names a
 * month and is not that month's alone: it is no part of it. Their heads are held.
 */
export async function claimedMonths(
  db: Db,
  countyId: number,
  ownerIds: readonly string[],
): Promise<readonly ClaimedMonth[]> {
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const { rows } = await sql<ClaimedMonth>`select c.id as "claimId", ${owner} as "ownerId",
      a.person_id as "personId", a.kind, a.ref, a.month, c.fen - ${recoveredOf(sql`c`)} as "openFen"
    from claim c join accrual a on a.county_id = c.county_id and a.id = c.accrual_id and a.cause <> 'opening'
    where c.county_id = ${countyId} and ${owner} = any(${ownerIds}::uuid[])
      and c.fen > ${recoveredOf(sql`c`)}
    order by c.on_day, c.id`.execute(db);
  return rows;
}

/**
 * What was set off by plan from people's payments of a month already, in fen. Payments that died set nothing off; what a
 * payment sets against the very months that it pays again takes nothing from what the person is due.
 */
export async function setOffBefore(
  db: Db,
  countyId: number,
  personIds: readonly string[],
  month: Month,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; fen: number }>`with taken as (
      select l.person_id as payee, l.county_id, l.id, a.person_id, a.kind, a.ref, a.month, sum(r.fen) as fen
      from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id and b.pay_month = ${month}
      join line_item i on i.county_id = l.county_id and i.line_id = l.id
      join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
      join claim c on c.county_id = r.county_id and c.id = r.claim_id
      join accrual a on a.county_id = c.county_id and a.id = c.accrual_id
      where l.county_id = ${countyId} and l.person_id = any(${personIds}::uuid[])
        and not exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)
      group by 1, 2, 3, 4, 5, 6, 7)
    select t.payee as "personId", sum(t.fen - least(t.fen, own.fen))::bigint as fen from taken t
    cross join lateral (select coalesce(sum(o.fen), 0) as fen from line_item o
      join accrual d on d.county_id = o.county_id and d.id = o.accrual_id
      where o.county_id = t.county_id and o.line_id = t.id
        and (d.person_id, d.kind, d.ref, d.month) = (t.person_id, t.kind, t.ref, t.month)) own
    group by 1`.execute(db);
  return new Map(rows.map(({ personId, fen }) => [personId, fen]));
}

/**
 * Open claims of people with a notice and a plan that has begun, the oldest first, of the kind of money that is paid;
 * none where that kind is not set off. Their heads are held.
 */
export async function offsettable(
  db: Db,
  countyId: number,
  personIds: readonly string[],
  month: Month,
  kind: PaidKind = PENSIONS,
): Promise<readonly Offsettable[]> {
  if (!IS_SET_OFF[kind]) return [];
  const isOfKind = kind === PENSIONS ? sql`a.ref = ''` : sql`a.kind = ${kind} and a.ref <> ''`;
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const { rows } = await sql<Offsettable>`select c.id as "claimId", ${owner} as "personId",
      c.fen - ${recoveredOf(sql`c`)} as "openFen", p.monthly_cap_fen as "capFen"
    from claim c join accrual a on a.county_id = c.county_id and a.id = c.accrual_id and ${isOfKind}
    join lateral (select s.monthly_cap_fen, s.from_month from claim_step s where s.county_id = c.county_id
      and s.claim_id = c.id and s.step = 'plan' order by s.seq desc limit 1) p on p.from_month <= ${month}
    where c.county_id = ${countyId} and ${owner} = any(${personIds}::uuid[])
      and c.fen > ${recoveredOf(sql`c`)}
    order by c.on_day, c.id`.execute(db);
  return rows;
}

/** Undoes the set-offs of payments that died. Answers how much is open again. */
export async function undoOffsets(
  db: Db,
  ctx: Ctx,
  countyId: number,
  lineIds: readonly string[],
  reason: string,
): Promise<number> {
  const { rows } = await sql<{ id: string; division_id: string; claim_id: string; fen: number }>`
    select r.id, r.division_id, r.claim_id, r.fen from line_item i
    join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
    where i.county_id = ${countyId} and i.line_id = any(${lineIds}::uuid[]) and not exists
      (select from recovery u where u.county_id = r.county_id and u.undoes = r.id) order by r.id`.execute(db);
  if (rows.length === 0) return 0;
  const days = new Map<string, Day>();
  for (const { division_id: divisionId } of rows)
    if (!days.has(divisionId)) days.set(divisionId, await bookDay(db, { countyId, divisionId }, ctx.today));
  const values = rows.map(({ id: undoes, fen, division_id, claim_id }) => ({
    ...{ county_id: countyId, id: newId(), division_id, claim_id, fen, kind: 'undone', undoes, reason },
    ...{ on_day: days.get(division_id) ?? ctx.today, actor_id: ctx.actor.id, actor_name: ctx.actor.name },
    at: new Date(ctx.now).toISOString(),
  }));
  await db.insertInto('recovery').values(values).execute();
  return rows.reduce((sum, { fen }) => sum + fen, 0);
}
