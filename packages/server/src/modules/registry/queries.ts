import { type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Ctx, Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { NotFound } from '../../kernel/refusal.ts';
import type { ColumnDef } from '../../platform/contract/kind.ts';
import { isSensitive } from '../../platform/contract/kind.ts';
import { type DbRow, maskCell } from '../../platform/records/codec.ts';
import { fromHistory } from '../../platform/records/write.ts';
import { listPeople, type PeopleColumns, type PeopleQuery } from './list.ts';
import { spellKind } from './sheets.ts';

interface Scope {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

const COUNTED_FOR_MS = 15_000;
const suspected = new Map<string, { readonly at: number; readonly count: number }>();

/**
 * How many pairs share name and birthday and nobody has judged. Counted at most once in a quarter of a minute: it
 * goes over the whole township and stands on a tab.
 */
export async function suspectedCount(db: Db, scope: Scope): Promise<number> {
  const key = scope.divisionIds.join();
  const known = suspected.get(key);
  if (known && Date.now() - known.at < COUNTED_FOR_MS) return known.count;
  const count = await countSuspected(db, scope);
  suspected.set(key, { at: Date.now(), count });
  return count;
}

async function countSuspected(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`with twins as (select division_id, name, born_on from person
      where county_id = ${scope.countyId} and division_id = any(${scope.divisionIds}) and born_on is not null
      group by 1, 2, 3 having count(*) > 1)
    select count(*) as n from twins t
    join person l on l.county_id = ${scope.countyId} and l.division_id = t.division_id and l.name = t.name and l.born_on = t.born_on
    join person r on r.county_id = l.county_id and r.division_id = l.division_id and r.name = l.name
      and r.born_on = l.born_on and r.id > l.id
    where not exists (select 1 from duplicate_verdict v where v.county_id = l.county_id and v.left_id = l.id and v.right_id = r.id)
      and not exists (select 1 from person_alias a where a.county_id = l.county_id and a.person_id in (l.id, r.id)
        and a.undone_at is null)`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

export async function waitingCount(db: Db, scope: Scope): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from change_request
    where county_id = ${scope.countyId} and division_id = any(${scope.divisionIds}) and state = 'waiting'`.execute(
    db,
  );
  return Number(rows[0]?.n ?? 0);
}

export async function openHolds(db: Db, countyId: number, personId: string) {
  const { rows } = await sql<{ id: string; reason: string; heldOn: string; dueOn: string | null }>`
    select id, reason, held_on as "heldOn", due_on as "dueOn" from hold
    where county_id = ${countyId} and person_id = ${personId} and released_at is null order by held_at`.execute(
    db,
  );
  return rows;
}

interface ChangeRow {
  readonly id: string;
  readonly type: string;
  readonly reason: string;
  readonly askedOn: string;
  readonly askedBy: string;
  readonly asked_by_id: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly village: string | null;
  readonly paperId: string | null;
  readonly cells: DbRow;
  readonly before: DbRow | null;
}

function word(
  column: ColumnDef,
  value: unknown,
  villages: ReadonlyMap<string, string>,
  keys: Keys,
): string | null {
  if (value === null || value === undefined) return null;
  if (Buffer.isBuffer(value)) return maskCell(column, keys.open(value));
  if (column.type === 'month') return monthText(value as Month);
  if (column.type === 'village') return villages.get(String(value)) ?? String(value);
  return String(value);
}

/** Values of the row as `jsonb` gives them: bytes as `\x…` text. */
function bytesOf(value: unknown): unknown {
  return typeof value === 'string' && value.startsWith('\\x') ? Buffer.from(value.slice(2), 'hex') : value;
}

function changesOf(row: ChangeRow, villages: ReadonlyMap<string, string>, keys: Keys) {
  return spellKind.columns.flatMap((column) => {
    const name = isSensitive(column) ? `${column.field}_sealed` : column.field;
    if (!(name in row.cells)) return [];
    const before = word(column, bytesOf(row.before?.[name]), villages, keys);
    const after = word(column, fromHistory(row.cells[name]), villages, keys);
    return [{ field: column.field, header: column.header, before, after }];
  });
}

/** Changes nobody has decided yet, oldest first, with what they would change. */
export async function waitingChanges(db: Db, scope: Scope & { readonly personId?: string }, ctx?: Ctx) {
  const one = scope.personId ? sql`and c.person_id = ${scope.personId}` : sql``;
  const { rows } = await sql<ChangeRow>`select c.id, c.change_type as type, c.reason, c.asked_on as "askedOn",
      c.asked_by as "askedBy", c.asked_by_id, c.person_id as "personId", p.name as "personName", v.name as village,
      c.paper_id as "paperId", c.cells, to_jsonb(s) as before
    from change_request c left join person p on p.county_id = c.county_id and p.id = c.person_id
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    left join spell s on s.county_id = c.county_id and c.record_kind = 'spell' and s.id = c.record_id
    where c.county_id = ${scope.countyId} and c.division_id = any(${scope.divisionIds}) and c.state = 'waiting' ${one}
    order by c.asked_at`.execute(db);
  const names = await db
    .selectFrom('village')
    .select(['id', 'name'])
    .where('county_id', '=', scope.countyId)
    .execute();
  const villages = new Map(names.map((village) => [village.id, village.name]));
  return rows.map((row) => {
    const { cells: _cells, before: _before, asked_by_id: askedById, ...shown } = row;
    return {
      ...shown,
      mine: askedById === ctx?.actor.id,
      changes: ctx ? changesOf(row, villages, ctx.keys) : [],
    };
  });
}

/** Denies a change outside these townships in the words of «not found». */
export async function requireChangeIn(
  db: Db,
  countyId: number,
  divisionIds: readonly string[],
  id: string,
): Promise<void> {
  const row = await db
    .selectFrom('change_request')
    .select('division_id')
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || !divisionIds.includes(row.division_id)) throw new NotFound();
}

/** The last value of a sensitive fact in clear. The caller has logged the reason before. */
export async function revealField(
  db: Db,
  keys: Keys,
  countyId: number,
  personId: string,
  field: 'identity' | 'phone' | 'account',
) {
  const { rows } = await sql<{ sealed: Buffer }>`select ${sql.ref(`${field}_sealed`)} as sealed from spell
    where county_id = ${countyId} and person_id = ${personId} and voided_at is null
      and ${sql.ref(`${field}_sealed`)} is not null order by from_month desc, source_row desc nulls last limit 1`.execute(
    db,
  );
  const own =
    rows[0]?.sealed ?? (field === 'identity' ? await ownIdentity(db, countyId, personId) : undefined);
  return own ? keys.open(own) : undefined;
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

interface Neighbours {
  readonly position: number;
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
}

/**
 * The person's place in the township's list by village and name, and who stands before and after him. Goes along
 * person_order, village by village, so that it costs the same in a large township.
 */
async function neighboursOf(
  db: Db,
  countyId: number,
  divisionId: string,
  id: string,
): Promise<Neighbours | undefined> {
  const at = sql`p.county_id = ${countyId} and p.division_id = ${divisionId}`;
  const within = sql`${at} and p.village_id is not distinct from me.village_id`;
  const { rows } =
    await sql<Neighbours>`with me as (select p.id, p.name_pinyin, p.village_id, v.name as village from person p
      left join village v on v.county_id = p.county_id and v.id = p.village_id where ${at} and p.id = ${id}),
    sizes as (select p.village_id, v.name as village, count(*) as people from person p
      left join village v on v.county_id = p.county_id and v.id = p.village_id where ${at} group by 1, 2),
    earlier as (select z.* from sizes z, me where z.village < me.village or (me.village is null and z.village is not null)),
    later as (select z.* from sizes z, me where z.village > me.village or (z.village is null and me.village is not null))
    select 1 + (select coalesce(sum(people), 0) from earlier)::int + (select count(*) from person p, me
        where ${within} and (p.name_pinyin, p.id) < (me.name_pinyin, me.id))::int as position,
      (select sum(people) from sizes)::int as count,
      coalesce((select p.id from person p, me where ${within} and (p.name_pinyin, p.id) < (me.name_pinyin, me.id)
          order by p.name_pinyin desc, p.id desc limit 1),
        (select p.id from person p where ${at} and p.village_id = (select village_id from earlier order by village desc limit 1)
          order by p.name_pinyin desc, p.id desc limit 1)) as previous,
      coalesce((select p.id from person p, me where ${within} and (p.name_pinyin, p.id) > (me.name_pinyin, me.id)
          order by p.name_pinyin, p.id limit 1),
        (select p.id from person p where ${at} and p.village_id is not distinct from
            (select village_id from later order by village nulls last limit 1) and exists (select 1 from later)
          order by p.name_pinyin, p.id limit 1)) as next
    from me`.execute(db);
  return rows[0];
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
