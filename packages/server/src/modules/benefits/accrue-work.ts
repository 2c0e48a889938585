import type { Month } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { amongPeople, lockTown } from '../disbursement/index.ts';

/** One township's part of a run. */
export interface WorkPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

/** One registration that a run looks at. */
export interface Head {
  readonly id: string;
  readonly factsSeq: number;
  /** Every month is computed again: facts or law have changed since, or it was never computed. */
  readonly isDirty: boolean;
}

/** A person a run looks at: the registration that counts first, then those merged into it. */
export interface Worker {
  readonly id: string;
  readonly heads: readonly Head[];
  readonly isDirty: boolean;
}

export interface WorkAsked {
  readonly lawHash: string;
  readonly through: Month;
  readonly all: boolean;
}

/** Whom a run computes. */
export interface Work {
  /** People whose every month is computed again. */
  readonly workers: readonly Worker[];
  /** Last month of the township before it; 0 when there was none. */
  readonly settled: Month;
  /** Everybody else on the roll is computed for the months after the last. */
  readonly isBehind: boolean;
}

/**
 * A registration has a head once a right of it, or of one merged into it, stands or stood on the roll. Those without
 * one are found first, and only they are asked for rights: nearly everybody has one. They are gathered whole before the
 * first is written: read one by one, each would be looked for among all those just written.
 */
async function addHeads(db: Db, { countyId, divisionId }: WorkPlace): Promise<void> {
  await sql`with lacking as materialized (select p.id from person p
      where p.county_id = ${countyId} and p.division_id = ${divisionId}
        and not exists (select from ledger_head h where h.county_id = p.county_id and h.person_id = p.id))
    insert into ledger_head (county_id, person_id, division_id, facts_seq)
    select ${countyId}, t.id, ${divisionId}, -1 from unnest(array(select l.id from lacking l
      where exists (select from spell s where s.county_id = ${countyId} and s.person_id = l.id)
        or exists (select from person_alias a join spell s on s.county_id = a.county_id and s.person_id = a.person_id
          where a.county_id = ${countyId} and a.merged_into = l.id and a.undone_at is null)
      order by l.id)) as t(id) on conflict do nothing`.execute(db);
}

interface HeadRow extends Head {
  readonly owner: string;
}

/** Facts that have changed since, and everybody registered twice: they are few. */
const DIRTY = sql`(h.facts_seq <> p.facts_seq or a.person_id is not null or exists (select from person_alias b
  where b.county_id = h.county_id and b.merged_into = h.person_id and b.undone_at is null))`;

function headsSql({ countyId, divisionId }: WorkPlace, only: RawBuilder<unknown>) {
  return sql<HeadRow>`select h.person_id as id, p.facts_seq::int as "factsSeq", true as "isDirty",
      coalesce(a.merged_into, h.person_id) as owner
    from ledger_head h join person p on p.county_id = h.county_id and p.id = h.person_id
    left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id and a.undone_at is null
    where h.county_id = ${countyId} and h.division_id = ${divisionId} and ${only}
    order by h.person_id`;
}

/** Brings registrations of one person together, the one that counts first. */
function grouped(rows: readonly HeadRow[]): readonly Worker[] {
  const byOwner = new Map<string, Head[]>();
  for (const { owner, ...head } of rows) {
    const heads = byOwner.get(owner);
    if (heads === undefined) byOwner.set(owner, [head]);
    else if (head.id === owner) heads.unshift(head);
    else heads.push(head);
  }
  return [...byOwner].map(([id, heads]) => workerOf(id, heads));
}

const workerOf = (id: string, heads: readonly Head[]): Worker => ({
  ...{ id, heads, isDirty: heads.some((head) => head.isDirty) },
});

/**
 * Who is to be computed. Every month again: people whose facts have changed since, everybody when the law has; their
 * heads are locked in order of their ids until the command ends. The others only for months after the last one of the
 * township: nothing of theirs has changed, so that nothing of theirs is written but the new lines.
 */
export async function takeWork(db: Db, place: WorkPlace, asked: WorkAsked): Promise<Work> {
  const { law, through } = await lockTown(db, place);
  await addHeads(db, place);
  const isAll = asked.all || law !== asked.lawHash || through === null;
  const { rows: dirty } =
    await sql<HeadRow>`${headsSql(place, isAll ? sql`true` : DIRTY)} for update of h`.execute(db);
  return {
    workers: grouped(dirty),
    settled: (through ?? 0) as Month,
    isBehind: !isAll && asked.through > through,
  };
}

/**
 * People whose facts have changed while a run read the roll, or who came onto it: of them the run cannot say what it
 * read, and starts first. Their heads are locked until the command ends.
 */
export async function takeLate(db: Db, place: WorkPlace): Promise<readonly Worker[]> {
  await addHeads(db, place);
  const { rows } =
    await sql<HeadRow>`${headsSql(place, sql`h.facts_seq <> p.facts_seq`)} for update of h`.execute(db);
  return rows.length === 0 ? [] : workersOf(db, place, [...new Set(rows.map(({ owner }) => owner))]);
}

/** These people with all their registrations, every month of theirs to be looked at; nothing is locked. */
export async function workersOf(
  db: Db,
  place: WorkPlace,
  ids: readonly string[],
): Promise<readonly Worker[]> {
  const { rows } = await sql<HeadRow>`
    with owners as (select distinct coalesce(a.merged_into, t.id) as id from unnest(${ids}::uuid[]) as t(id)
      left join person_alias a on a.county_id = ${place.countyId} and a.person_id = t.id and a.undone_at is null)
    select p.id, p.facts_seq::int as "factsSeq", true as "isDirty", o.id as owner
    from owners o join person p on p.county_id = ${place.countyId} and p.division_id = ${place.divisionId}
      and (p.id = o.id or p.id in (select a.person_id from person_alias a where a.county_id = p.county_id
        and a.merged_into = o.id and a.undone_at is null))
    order by p.id`.execute(db);
  return grouped(rows);
}

/** Says on which facts people were computed, and of the township up to where and by which law. */
export async function settleHeads(
  db: Db,
  { countyId, divisionId }: WorkPlace,
  { workers }: Work,
  { lawHash, through }: WorkAsked,
): Promise<void> {
  const heads = workers.flatMap((worker) => worker.heads);
  if (heads.length > 0)
    await sql`update ledger_head h set facts_seq = t.seq
      from unnest(${heads.map(({ id }) => id)}::uuid[], ${heads.map(({ factsSeq }) => factsSeq)}::bigint[]) as t(id, seq)
      where h.county_id = ${countyId} and h.person_id = t.id and h.facts_seq <> t.seq`.execute(db);
  await sql`update ledger_town set law_hash = decode(${lawHash}, 'hex'),
      through_month = greatest(through_month, ${through})
    where county_id = ${countyId} and division_id = ${divisionId}`.execute(db);
}

/** What stands in the ledger for one component of a right's month. */
export interface Posted {
  readonly kind: string;
  readonly component: string;
  readonly fund: string;
  readonly month: Month;
  /** Sum without what was known on the first day: debts of before are no part of what is due. */
  readonly fen: number;
  readonly allFen: number;
  readonly seq: number;
}

interface PostedRow extends Posted {
  readonly person_id: string;
}

async function readPosted(
  db: Db,
  { countyId }: WorkPlace,
  chosen: RawBuilder<unknown>,
): Promise<PostedRow[]> {
  const { rows } = await sql<PostedRow>`select person_id, kind, component, fund, month,
      coalesce(sum(fen) filter (where cause <> 'opening'), 0)::bigint as fen, sum(fen)::bigint as "allFen",
      max(seq) as seq
    from accrual where county_id = ${countyId} and ref = '' and ${chosen}
    group by person_id, kind, component, fund, month`.execute(db);
  return rows;
}

/** Sums of the ledger by registration: of people computed again every month, of others those after the last one. */
export async function postedOf(
  db: Db,
  place: WorkPlace,
  { workers, settled, isBehind }: Work,
): Promise<ReadonlyMap<string, readonly Posted[]>> {
  const dirty = workers.flatMap(({ heads }) => heads.map(({ id }) => id));
  const known = new Set(dirty);
  const rows = dirty.length > 0 ? await readPosted(db, place, amongPeople(sql`person_id`, place, dirty)) : [];
  const ahead = isBehind
    ? await readPosted(db, place, sql`division_id = ${place.divisionId} and month > ${settled}`)
    : [];
  const byPerson = new Map<string, Posted[]>();
  for (const { person_id, ...posted } of [...rows, ...ahead.filter((row) => !known.has(row.person_id))]) {
    const list = byPerson.get(person_id);
    if (list) list.push(posted);
    else byPerson.set(person_id, [posted]);
  }
  return byPerson;
}
