import type { Day, Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { newId } from '../../kernel/ids.ts';
import { mergedPerson } from '../registry/index.ts';
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

/** What was set off from people's payments of a month already, in fen; payments that died set nothing off. */
export async function setOffBefore(
  db: Db,
  countyId: number,
  personIds: readonly string[],
  month: Month,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ personId: string; fen: number }>`select l.person_id as "personId",
      sum(r.fen)::bigint as fen
    from pay_line l join batch b on b.county_id = l.county_id and b.id = l.batch_id and b.pay_month = ${month}
    join line_item i on i.county_id = l.county_id and i.line_id = l.id
    join recovery r on r.county_id = i.county_id and r.id = i.recovery_id
    where l.county_id = ${countyId} and l.person_id = any(${personIds}::uuid[])
      and not exists (select from recovery u where u.county_id = r.county_id and u.undoes = r.id)
    group by 1`.execute(db);
  return new Map(rows.map(({ personId, fen }) => [personId, fen]));
}

/** Open claims of people with a notice and a plan that has begun, the oldest first. Their heads are held. */
export async function offsettable(
  db: Db,
  countyId: number,
  personIds: readonly string[],
  month: Month,
): Promise<readonly Offsettable[]> {
  const owner = mergedPerson(sql`c.county_id`, sql`c.person_id`);
  const { rows } = await sql<Offsettable>`select c.id as "claimId", ${owner} as "personId",
      c.fen - ${recoveredOf(sql`c`)} as "openFen", p.monthly_cap_fen as "capFen"
    from claim c
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
