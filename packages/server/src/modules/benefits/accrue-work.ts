import type { Month } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';

/** One township's part of a run. */
export interface WorkPlace {
  readonly countyId: number;
  readonly divisionId: string;
}

/** One registration that a run looks at. */
export interface Head {
  readonly id: string;
  readonly factsSeq: number;
  /** Last month computed; null when never. */
  readonly through: Month | null;
  /** Facts or law have changed since, or it was never computed: every month is computed again. */
  readonly isDirty: boolean;
}

/** A person a run looks at: the registration that counts first, then those merged into it. */
export interface Worker {
  readonly id: string;
  readonly heads: readonly Head[];
  readonly isDirty: boolean;
  /** Last month computed for all of them; null when one never was. */
  readonly through: Month | null;
}

export interface WorkAsked {
  readonly lawHash: string;
  readonly through: Month;
  readonly all: boolean;
}

/** A registration has a head once a right of it, or of one merged into it, stands or stood on the roll. */
async function addHeads(db: Db, { countyId, divisionId }: WorkPlace): Promise<void> {
  await sql`insert into ledger_head (county_id, person_id, division_id, facts_seq)
    select p.county_id, p.id, p.division_id, -1 from person p
    where p.county_id = ${countyId} and p.division_id = ${divisionId}
      and (exists (select from spell s where s.county_id = p.county_id and s.person_id = p.id)
        or exists (select from person_alias a join spell s on s.county_id = a.county_id and s.person_id = a.person_id
          where a.county_id = p.county_id and a.merged_into = p.id and a.undone_at is null))
      and not exists (select from ledger_head h where h.county_id = p.county_id and h.person_id = p.id)
    order by p.id on conflict do nothing`.execute(db);
}

interface HeadRow extends Head {
  readonly owner: string;
}

async function lockHeads(db: Db, { countyId, divisionId }: WorkPlace, asked: WorkAsked): Promise<HeadRow[]> {
  const dirty = sql`(h.facts_seq <> p.facts_seq or h.through_month is null
    or h.law_hash is distinct from decode(${asked.lawHash}, 'hex'))`;
  const { rows } = await sql<HeadRow>`select h.person_id as id, p.facts_seq::int as "factsSeq",
      h.through_month as through, (${dirty} or ${asked.all} or a.person_id is not null or exists (select
        from person_alias b where b.county_id = h.county_id and b.merged_into = h.person_id and b.undone_at is null))
        as "isDirty", coalesce(a.merged_into, h.person_id) as owner
    from ledger_head h join person p on p.county_id = h.county_id and p.id = h.person_id
    left join person_alias a on a.county_id = h.county_id and a.person_id = h.person_id and a.undone_at is null
    where h.county_id = ${countyId} and h.division_id = ${divisionId}
      and (${asked.all} or ${dirty} or h.through_month < ${asked.through} or a.person_id is not null
        or exists (select from person_alias b where b.county_id = h.county_id and b.merged_into = h.person_id
          and b.undone_at is null))
    order by h.person_id for update of h`.execute(db);
  return rows;
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

function workerOf(id: string, heads: readonly Head[]): Worker {
  const isNever = heads.some(({ through }) => through === null);
  const through = isNever ? null : (Math.min(...heads.map((head) => head.through ?? 0)) as Month);
  return { id, heads, isDirty: heads.some((head) => head.isDirty), through };
}

/**
 * Who is to be computed: people whose facts, law or last month are behind, and all who are registered twice (they are
 * few). Their heads are locked in order of their ids until the command ends, so that two runs take turns.
 */
export async function takeWork(db: Db, place: WorkPlace, asked: WorkAsked): Promise<readonly Worker[]> {
  await addHeads(db, place);
  return grouped(await lockHeads(db, place, asked));
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
    select p.id, p.facts_seq::int as "factsSeq", h.through_month as through, true as "isDirty", o.id as owner
    from owners o join person p on p.county_id = ${place.countyId} and p.division_id = ${place.divisionId}
      and (p.id = o.id or p.id in (select a.person_id from person_alias a where a.county_id = p.county_id
        and a.merged_into = o.id and a.undone_at is null))
    left join ledger_head h on h.county_id = p.county_id and h.person_id = p.id
    order by p.id`.execute(db);
  return grouped(rows);
}

/** Says of the people computed up to where and on which facts and law. */
export async function settleHeads(
  db: Db,
  { countyId }: WorkPlace,
  workers: readonly Worker[],
  { lawHash, through }: WorkAsked,
): Promise<void> {
  const heads = workers.flatMap((worker) => worker.heads);
  if (heads.length === 0) return;
  await sql`update ledger_head h set facts_seq = t.seq, law_hash = decode(${lawHash}, 'hex'),
      through_month = greatest(h.through_month, ${through})
    from unnest(${heads.map(({ id }) => id)}::uuid[], ${heads.map(({ factsSeq }) => factsSeq)}::bigint[]) as t(id, seq)
    where h.county_id = ${countyId} and h.person_id = t.id`.execute(db);
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

async function readPosted(db: Db, { countyId, divisionId }: WorkPlace, ids: readonly string[] | Month) {
  const chosen =
    typeof ids === 'number'
      ? sql`division_id = ${divisionId} and month > ${ids}`
      : sql`person_id = any(${ids}::uuid[])`;
  const { rows } = await sql<PostedRow>`select person_id, kind, component, fund, month,
      coalesce(sum(fen) filter (where cause <> 'opening'), 0)::bigint as fen, sum(fen)::bigint as "allFen",
      max(seq) as seq
    from accrual where county_id = ${countyId} and ref = '' and ${chosen}
    group by person_id, kind, component, fund, month`.execute(db);
  return rows;
}

/** Sums of the ledger by registration: of people to be computed again every month, of others those after their last. */
export async function postedOf(
  db: Db,
  place: WorkPlace,
  workers: readonly Worker[],
): Promise<ReadonlyMap<string, readonly Posted[]>> {
  const dirty = workers.filter(({ isDirty }) => isDirty).flatMap(({ heads }) => heads.map(({ id }) => id));
  const clean = workers.filter(({ isDirty }) => !isDirty);
  const after = clean.reduce((least, { through }) => Math.min(least, through ?? 0), Infinity);
  const known = new Set(dirty);
  const rows = dirty.length > 0 ? await readPosted(db, place, dirty) : [];
  const ahead = clean.length > 0 ? await readPosted(db, place, after as Month) : [];
  const byPerson = new Map<string, Posted[]>();
  for (const { person_id, ...posted } of [...rows, ...ahead.filter((row) => !known.has(row.person_id))]) {
    const list = byPerson.get(person_id);
    if (list) list.push(posted);
    else byPerson.set(person_id, [posted]);
  }
  return byPerson;
}
