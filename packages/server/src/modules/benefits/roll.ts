import { type QueryResult, type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { Place } from '../../platform/http/index.ts';
import { townshipsOf } from '../../platform/records/desk.ts';
import { mergedPerson } from '../registry/index.ts';
import { type RollPerson, rollPerson, type SpellRow } from './facts.ts';

export interface RollPlace {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
}

/** The townships of a place whose roll is meant: itself, or all under it. */
export async function rollPlaceOf(tx: Db, place: Place): Promise<RollPlace> {
  return { countyId: place.countyId, divisionIds: await townshipsOf(tx, place) };
}

const COLUMNS = [
  'category',
  'grade',
  'disability_cause',
  'enlisted_on',
  'discharged_on',
  'service_years',
  'enlistment_era',
  'residence',
  'approved_on',
  'from_month',
  'stop_month',
  'stop_reason',
  'support_mode',
  'source_sheet',
  'source_row',
] as const;

/** Live rows of the roll, with who they are about after merges; ordered by person, then month. */
function rollSql(
  spells: RawBuilder<unknown>,
  place: RollPlace,
  only: RawBuilder<unknown>,
): RawBuilder<SpellRow> {
  const own = sql.join(COLUMNS.map((name) => sql`s.${sql.ref(name)}`));
  return sql<SpellRow>`select p.id as person_id, p.facts_seq, p.name, p.identity_sealed, p.born_on, p.died_on, p.death_cause,
      d.code, s.id as spell_id, ${own}
    from ${spells} s
    join person p on p.county_id = s.county_id and p.id = ${mergedPerson(sql`s.county_id`, sql`s.person_id`)}
    join division d on d.county_id = s.county_id and d.id = s.division_id
    where s.county_id = ${place.countyId} and s.division_id = any(${place.divisionIds})
      and s.voided_at is null and ${only}
    order by p.id, s.from_month, s.source_row nulls last, s.id`;
}

const PAGE = 4_000;

/** A page asked for and perhaps not waited for: whoever stops early is told of nothing. */
function fetchPage(db: Db): Promise<QueryResult<SpellRow>> {
  const page = sql<SpellRow>`fetch ${sql.lit(PAGE)} from roll`.execute(db);
  page.catch(() => {});
  return page;
}

/** People in the order of their ids, read a page at a time within the caller's transaction. */
export async function* readRoll(db: Db, place: RollPlace): AsyncGenerator<RollPerson> {
  await sql`declare roll no scroll cursor for ${rollSql(sql.table('spell'), place, sql`true`)}`.execute(db);
  let held: SpellRow[] = [];
  try {
    let page = fetchPage(db);
    for (;;) {
      const { rows } = await page;
      const isLast = rows.length < PAGE;
      // The database reads the next page while this one is worked on.
      if (!isLast) page = fetchPage(db);
      for (const row of rows) {
        if (held[0] && held[0].person_id !== row.person_id) {
          yield* personOf(held);
          held = [];
        }
        held.push(row);
      }
      if (isLast) break;
    }
    yield* personOf(held);
  } finally {
    await sql`close roll`.execute(db);
  }
}

function* personOf(rows: readonly SpellRow[]): Generator<RollPerson> {
  const [first, ...rest] = rows;
  if (first) yield rollPerson([first, ...rest]);
}

/** Several people of the roll at once, for a page of a list; those without a right here are left out. */
export async function peopleOnRoll(
  db: Db,
  place: RollPlace,
  ids: readonly string[],
): Promise<readonly RollPerson[]> {
  const only = sql`s.person_id = any(array(select unnest(${ids}::uuid[]) union all
    select a.person_id from person_alias a where a.county_id = ${place.countyId}
      and a.merged_into = any(${ids}::uuid[]) and a.undone_at is null))`;
  const { rows } = await rollSql(sql.table('spell'), place, only).execute(db);
  const byPerson = new Map<string, SpellRow[]>();
  for (const row of rows) byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), row]);
  return [...byPerson.values()].flatMap((own) => [...personOf(own)]);
}

/** Rows of the roll as they stood in the books at the end of a day: replaced and voided ones as they were then. */
function spellsKnown(countyId: number, personIds: readonly string[], knownOn: string): RawBuilder<unknown> {
  const until = sql`(${knownOn}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;
  return sql`(select * from spell where county_id = ${countyId} and person_id = any(${personIds})
        and recorded_at < ${until} and (voided_at is null or voided_at >= ${until})
      union all
      select (jsonb_populate_record(n, h.cells - 'identity_sealed' - 'account_sealed' - 'phone_sealed'
          - 'identity_hash' - 'account_hash' - 'phone_hash' || jsonb_build_object('voided_at', null))).*
      from record_history h join spell n on n.county_id = h.county_id and n.id = h.record_id
      where h.county_id = ${countyId} and h.record_kind = 'spell' and n.person_id = any(${personIds})
        and h.recorded_at < ${until} and h.superseded_at >= ${until})`;
}

/**
 * One person of the roll, also one merged into another; undefined when he has no right here. With `knownOn` the
 * roll as it stood in the books on that day.
 */
export async function findOnRoll(
  db: Db,
  place: RollPlace,
  personIds: readonly string[],
  knownOn?: string,
): Promise<RollPerson | undefined> {
  const spells = knownOn === undefined ? sql.table('spell') : spellsKnown(place.countyId, personIds, knownOn);
  const { rows } = await rollSql(spells, place, sql`s.person_id = any(${personIds})`).execute(db);
  const [first, ...rest] = rows;
  return first && rollPerson([first, ...rest]);
}
