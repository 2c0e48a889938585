import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { listPeople, type PeopleColumns, type PeopleQuery } from './list.ts';
import { neighboursOf } from './neighbours.ts';
import { registrationsOf } from './person.ts';

/** What holds the next payment of these registrations. */
export async function openHolds(db: Db, countyId: number, personIds: readonly string[]) {
  const { rows } = await sql<{
    id: string;
    reason: string;
    heldOn: string;
    dueOn: string | null;
    changeId: string | null;
    hasPaper: boolean;
  }>`select h.id, h.reason, h.held_on as "heldOn", h.due_on as "dueOn", h.change_id as "changeId",
      c.paper_id is not null as "hasPaper"
    from hold h left join change_request c on c.county_id = h.county_id and c.id = h.change_id
    where h.county_id = ${countyId} and h.person_id = any(${personIds}) and h.released_at is null
    order by h.held_at`.execute(db);
  return rows;
}

/** The last value of a sensitive fact in clear. The caller has logged the reason before. */
export async function revealField(
  db: Db,
  keys: Keys,
  countyId: number,
  personId: string,
  field: 'identity' | 'phone' | 'account',
) {
  if (field === 'identity') return open(keys, await ownIdentity(db, countyId, personId));
  const ids = await registrationsOf(db, countyId, personId);
  const column = sql.ref(`${field}_sealed`);
  const { rows } = await sql<{ sealed: Buffer }>`select ${column} as sealed from spell
    where county_id = ${countyId} and person_id = any(${ids}) and voided_at is null and ${column} is not null
    order by from_month desc, source_row desc nulls last limit 1`.execute(db);
  return open(keys, rows[0]?.sealed);
}

function open(keys: Keys, sealed: Buffer | undefined): string | undefined {
  return sealed ? keys.open(sealed) : undefined;
}

async function ownIdentity(db: Db, countyId: number, personId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('person')
    .select('identity_sealed')
    .where('county_id', '=', countyId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.identity_sealed ?? undefined;
}

/** Where the person stands in the township's list, his neighbours there, and his line of the list. */
export async function positionOf(
  db: Db,
  keys: Keys,
  query: PeopleQuery & { readonly divisionId: string },
  columns: PeopleColumns,
  id: string,
) {
  const { rows } = await listPeople(db, keys, { ...query, ids: [id] }, columns);
  const line = rows[0];
  const place = await neighboursOf(db, query.countyId, query.divisionId, id);
  return {
    state: line?.state ?? '未享受',
    categories: [...(line?.categories ?? [])],
    paidThrough: line?.paidThrough ?? null,
    lastVisit: line?.lastVisit ?? null,
    missing: [...(line?.missing ?? [])],
    position: place?.position ?? null,
    count: place?.count ?? 0,
    previous: place?.previous ?? null,
    next: place?.next ?? null,
  };
}
