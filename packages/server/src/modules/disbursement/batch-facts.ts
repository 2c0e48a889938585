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
 * Lines of which a month was lowered after they were made. What was taken back and waits is read first: it is little,
 * and a batch opened a moment ago has no statistics by which the planner would see that.
 */
async function loweredLines(db: Db, place: BatchPlace, batch: BatchHead): Promise<readonly string[]> {
  const { countyId, divisionIds } = place;
  const { rows: taken } = await sql<{ personId: string; kind: string; ref: string; month: number }>`
    select n.person_id as "personId", n.kind, n.ref, n.month from accrual n
    where n.county_id = ${countyId} and n.division_id = any(${divisionIds}::uuid[]) and n.fen < 0
      and n.month <= ${batch.throughMonth}
      and not exists (select from claim c where c.county_id = n.county_id and c.accrual_id = n.id)
      and not exists (select from line_item j where j.county_id = n.county_id and j.accrual_id = n.id
        and coalesce(${lineState(sql`j.county_id`, sql`j.line_id`)}, '') <> all(${DEAD_STATES}))`.execute(db);
  if (taken.length === 0) return [];
  const { rows } = await sql<{
    id: string;
  }>`select distinct l.id from unnest(${taken.map((one) => one.personId)}::uuid[],
      ${taken.map(({ kind }) => kind)}::text[], ${taken.map(({ ref }) => ref)}::text[],
      ${taken.map(({ month }) => month)}::int[]) as t(person_id, kind, ref, month)
    join accrual a on a.county_id = ${countyId} and a.person_id = t.person_id and a.kind = t.kind and a.ref = t.ref
      and a.month = t.month
    join line_item i on i.county_id = a.county_id and i.accrual_id = a.id
    join pay_line l on l.county_id = i.county_id and l.id = i.line_id and l.batch_id = ${batch.id}`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** Townships with lines in a batch whose ledger was last run by another law than the one that holds there now. */
async function townsOfOldLaw(db: Db, place: BatchPlace, batch: BatchHead): Promise<readonly string[]> {
  if (batch.kind !== PENSIONS) return [];
  const { countyId } = place;
  const { rows } = await sql<{ divisionId: string; law: string | null }>`select t.division_id as "divisionId",
      encode(t.law_hash, 'hex') as law
    from ledger_town t where t.county_id = ${countyId} and exists (select from pay_line l
      where l.county_id = t.county_id and l.batch_id = ${batch.id} and l.division_id = t.division_id)`.execute(
    db,
  );
  const old: string[] = [];
  for (const { divisionId, law } of rows)
    if ((await lawOf(db, { countyId, divisionId })).hash !== law) old.push(divisionId);
  return old;
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
  const old = await townsOfOldLaw(db, place, batch);
  const lowered = await loweredLines(db, place, batch);
  // Those who changed first: they are few, and only of them the last step is asked for.
  const { rows } = await sql<ChangedPerson>`with changed as materialized (
      select l.county_id, l.id, l.ordinal, l.person_id, p.name from pay_line l
      join person p on p.county_id = l.county_id and p.id = l.person_id
      where l.county_id = ${countyId} and l.batch_id = ${batch.id}
        and (p.facts_seq <> l.facts_seq or l.division_id = any(${old}::uuid[])
          or exists (select from person_alias a where a.county_id = l.county_id and a.person_id = l.person_id
            and a.undone_at is null)
          or l.id = any(${lowered}::uuid[])))
    select c.id as "lineId", c.person_id as id, c.name from changed c
    where coalesce(${lineState(sql`c.county_id`, sql`c.id`)}, '') <> all(${DEAD_STATES})
    order by c.ordinal`.execute(db);
  return rows;
}

/** Payees of whom an account was entered, corrected or ended by hand after the batch was opened, which has the one of before. */
async function otherAccounts(
  db: Db,
  { countyId }: BatchPlace,
  batch: BatchHead,
): Promise<readonly ChangedPerson[]> {
  const { rows } = await sql<ChangedPerson>`with entered as materialized (
      select distinct n.person_id from pay_account n
      join batch_event o on o.county_id = n.county_id and o.batch_id = ${batch.id} and o.seq = 1 and n.at > o.at
      where n.county_id = ${countyId} and n.origin = 'screen')
    select l.id as "lineId", p.id, p.name from entered e
    join pay_line l on l.county_id = ${countyId} and l.batch_id = ${batch.id} and l.person_id = e.person_id
      and l.account_id is not null
    join person p on p.county_id = l.county_id and p.id = l.person_id
    where coalesce(${lineState(sql`l.county_id`, sql`l.id`)}, '') <> all(${['held', ...DEAD_STATES]})
    order by l.ordinal`.execute(db);
  return rows;
}

/** Lines of a batch whose account has been ended: nothing goes there any more, whatever was approved. */
export async function endedLines(
  db: Db,
  { countyId }: BatchPlace,
  batch: BatchHead,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select l.id from pay_account n
    join pay_line l on l.county_id = n.county_id and l.batch_id = ${batch.id} and l.account_id = n.id
    where n.county_id = ${countyId} and n.state = 'ended' and not exists (select from pay_account x
      where x.county_id = n.county_id and x.id = n.id and x.version > n.version)`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

const MOST_NAMED = 20;

function refuseFor(people: readonly ChangedPerson[], words: (count: number, who: string) => string): void {
  if (people.length === 0) return;
  const names = people.slice(0, 3).map(({ name }) => name);
  const told = `${names.join('、')}${people.length > names.length ? '等' : ''}`;
  refuse('facts_changed', words(people.length, told), {
    people: people.slice(0, MOST_NAMED).map(({ id, name }) => ({ id, name })),
    count: people.length,
  });
}

/** Refuses `facts_changed`, naming whom: the roll, the law or the account is another than when the batch was opened. */
export async function refuseChanged(db: Db, place: BatchPlace, batch: BatchHead): Promise<void> {
  refuseFor(
    await changedPeople(db, place, batch),
    (count, who) => `生成以后有 ${count} 人的名册或标准变了（${who}），请重算后再办。`,
  );
  refuseFor(
    await otherAccounts(db, place, batch),
    (count, who) =>
      `生成以后有 ${count} 人的收款账户换了或停用了（${who}），这一批还是原来的账户，请重算后再办。`,
  );
}
