import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { refuse } from '../../kernel/refusal.ts';
import { lawOf } from '../standards/index.ts';
import type { BatchHead, BatchPlace } from './batch-find.ts';
import { DEAD_STATES, lineState, PENSIONS } from './claim.ts';

/** Somebody in a batch of whom something has changed since it was opened. */
export interface ChangedPerson {
  readonly lineId: string;
  readonly id: string;
  readonly name: string;
}

/**
 * Whoever's facts, registration or law have changed since the batch was opened, or of whose months in it something
 * has been taken back meanwhile.
 */
export async function changedPeople(
  db: Db,
  place: BatchPlace,
  batch: BatchHead,
): Promise<readonly ChangedPerson[]> {
  const { countyId } = place;
  const { hash } = await lawOf(db, { countyId, divisionId: batch.divisionId });
  const isOldLaw =
    batch.kind === PENSIONS
      ? sql`exists (select from ledger_town t where t.county_id = l.county_id and t.division_id = l.division_id
          and t.law_hash is distinct from decode(${hash}, 'hex'))`
      : sql`false`;
  const { rows } = await sql<ChangedPerson>`select l.id as "lineId", p.id, p.name from pay_line l
    join person p on p.county_id = l.county_id and p.id = l.person_id
    where l.county_id = ${countyId} and l.batch_id = ${batch.id}
      and coalesce(${lineState(sql`l.county_id`, sql`l.id`)}, '') <> all(${DEAD_STATES})
      and (p.facts_seq <> l.facts_seq or ${isOldLaw}
        or exists (select from person_alias a where a.county_id = l.county_id and a.person_id = l.person_id
          and a.undone_at is null)
        or exists (select from line_item i join accrual a on a.county_id = i.county_id and a.id = i.accrual_id
          join accrual n on n.county_id = a.county_id and n.person_id = a.person_id and n.kind = a.kind
            and n.ref = a.ref and n.month = a.month and n.seq > a.seq and n.fen < 0
          where i.county_id = l.county_id and i.line_id = l.id
            and not exists (select from claim c where c.county_id = n.county_id and c.accrual_id = n.id)
            and not exists (select from line_item j where j.county_id = n.county_id and j.accrual_id = n.id
              and coalesce(${lineState(sql`j.county_id`, sql`j.line_id`)}, '') <> all(${DEAD_STATES}))))
    order by l.ordinal`.execute(db);
  return rows;
}

const MOST_NAMED = 20;

/** Refuses `facts_changed`, naming whom. */
export async function refuseChanged(db: Db, place: BatchPlace, batch: BatchHead): Promise<void> {
  const people = await changedPeople(db, place, batch);
  if (people.length === 0) return;
  const names = people.slice(0, 3).map(({ name }) => name);
  const told = `${names.join('、')}${people.length > names.length ? '等' : ''}`;
  refuse('facts_changed', `生成以后有 ${people.length} 人的名册或标准变了（${told}），请重算后再办。`, {
    people: people.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name })),
    count: people.length,
  });
}
