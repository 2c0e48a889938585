import { type RawBuilder, sql } from 'kysely';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { projectFacts, spellKind } from '../../registry/index.ts';
import { knownTable } from './known.ts';
import { preferHashJoins } from './plans.ts';
import type { Scope } from './scope.ts';
import { hasDerived, stageTable } from './stage.ts';

/** Rows that are taken, name a number and tell something new. */
const newSayings = (kind: KindDef) => sql`left join ${knownTable(kind)} k on k.ord = s.ord
    where not s.refused and s.identity_hash is not null and (k.id is null or k.changed)`;

/** What a row of each kind says of its person; nulls where the sheet has no such column. */
function sayings(kind: KindDef, index: number, table = stageTable(kind)) {
  const has = (field: string) => kind.columns.some((column) => column.field === field);
  const said = (field: string, type: string) =>
    has(field) ? sql`s.${sql.ref(field)}` : sql.raw(`null::${type}`);
  const derived = (field: string, type: string) =>
    hasDerived(kind)
      ? sql`coalesce(s.${sql.ref(field)}, s.${sql.ref(`derived_${field}`)})`
      : said(field, type);
  const village = has('village_id') ? sql`v.id` : sql`null::uuid`;
  const villages = has('village_id') ? sql`left join stage_village_name v on v.name = s.village_text` : sql``;
  return sql`select s.identity_hash, s.identity_sealed, s.name, s.name_initials, s.name_pinyin, s.person_new,
      ${derived('sex', 'text')} as sex, ${derived('born_on', 'date')} as born_on,
      ${said('died_on', 'date')} as died_on, ${derived('death_cause', 'text')} as death_cause,
      ${village} as village_id, ${has('phone') ? sql`s.phone_sealed` : sql`null::bytea`} as phone_sealed,
      ${-index}::int as rank, s.ord
    from ${sql.table(table)} s ${villages} ${newSayings(kind)}`;
}

/** Of several rows of one number the last, unless he is known. */
function lastOfNew({ countyId, divisionId }: Scope, all: RawBuilder<unknown>) {
  return sql`(select distinct on (identity_hash) * from (${all}) said order by identity_hash, rank desc, ord desc) s
    where not exists (select 1 from person p where p.county_id = ${countyId} and p.division_id = ${divisionId}
      and p.identity_hash = s.identity_hash)`;
}

/**
 * New numbers become people, with what their last row says. Written by name: three of the indexes grow in their own
 * order then, and people of one name lie together.
 */
async function insertPeople(scope: Scope, from: RawBuilder<unknown>): Promise<void> {
  const { db, countyId, divisionId, at, importId, ctx } = scope;
  await sql`insert into person (county_id, id, division_id, identity_sealed, identity_hash, name, name_initials,
      name_pinyin, sex, born_on, died_on, death_cause, village_id, phone_sealed, recorded_at, recorded_by, import_id)
    select ${countyId}, person_new, ${divisionId}, identity_sealed, identity_hash, name, name_initials, name_pinyin,
      sex, born_on, died_on, death_cause, village_id, phone_sealed, ${at}, ${ctx.actor.name}, ${importId}
    from ${from}
    order by name_initials, name_pinyin`.execute(db);
}

/** People of one part of a kind's rows. `areAllNew`: nobody is known, and each number stands in one row of the file. */
export async function writePeopleOf(
  scope: Scope,
  kind: KindDef,
  table: string,
  areAllNew: boolean,
): Promise<void> {
  const said = sayings(kind, 0, table);
  await insertPeople(scope, areAllNew ? sql`(${said}) s` : lastOfNew(scope, said));
}

/** People of the rows that create them, before the rows themselves are written. */
export async function writePeople(scope: Scope, of: readonly KindDef[]): Promise<void> {
  await preferHashJoins(scope.db);
  const kinds = of.filter((kind) => kind.person?.createMissing);
  const all = sql.join(
    kinds.map((kind, index) => sayings(kind, index)),
    sql` union all `,
  );
  if (kinds.length > 0) await insertPeople(scope, lastOfNew(scope, all));
}

/** People known before, or with several rows, take each fact from the last right that states it. */
export async function projectPeople(scope: Scope): Promise<void> {
  if (!scope.kinds.includes(spellKind)) return;
  const { db, countyId, divisionId, importId } = scope;
  const said = sql`select s.identity_hash from ${sql.table(stageTable(spellKind))} s ${newSayings(spellKind)}`;
  await projectFacts(
    db,
    countyId,
    sql`p.division_id = ${divisionId} and p.identity_hash in (
      select t.identity_hash from (${said}) t group by t.identity_hash having count(*) > 1
      union select o.identity_hash from person o where o.county_id = ${countyId} and o.division_id = ${divisionId}
        and o.import_id is distinct from ${importId}::uuid and o.identity_hash in (${said}))`,
  );
}

/** A row without a number belongs to the only person of that name in its village (if it states one) or township. */
export const LINKS = {
  number: 'number',
  name: 'name',
  unmatched: 'unmatched',
  ambiguous: 'ambiguous',
} as const;

/** A village the row states in a column of its own, which is kept among the notes. */
const STATED_VILLAGE = sql.raw(
  `nullif(regexp_replace(normalize(coalesce(${[
    '村(社区)',
    '村（社区）',
    '村社区',
    '村',
    '社区',
    '村居',
    '所在村',
    '村名',
  ]
    .map((header) => `s.notes ->> '${header}'`)
    .join(', ')}), NFKC), '\\s|(民委员会|委会)$', '', 'g'), '')`,
);

/** People by number (`pn`) and by name (`nm`, with how many) beside rows `s`. */
export function peopleBeside(scope: Scope, kind: KindDef) {
  const { countyId, divisionId } = scope;
  if (!kind.person) return sql``;
  const byNumber = sql`left join person pn on pn.county_id = ${countyId} and pn.division_id = ${divisionId}
    and pn.identity_hash = s.identity_hash`;
  if (kind.person.createMissing) return byNumber;
  const isThere = sql`p.county_id = ${countyId} and p.division_id = ${divisionId}
        and not exists (select 1 from person_alias a where a.county_id = p.county_id and a.person_id = p.id and a.undone_at is null)
        and (exists (select 1 from spell r where r.county_id = p.county_id and r.person_id = p.id and r.voided_at is null)
          or not exists (select 1 from import_log l where l.county_id = p.county_id and l.id = p.import_id and l.undone_at is not null))`;
  return sql`${byNumber} left join (
      select p.name, (array_agg(p.id))[1] as id, count(*) as people from person p where ${isThere} group by p.name
    ) named on named.name = s.name and s.identity_hash is null
    left join (
      select p.name, w.name as village, (array_agg(p.id))[1] as id, count(*) as people from person p
      join village w on w.county_id = p.county_id and w.id = p.village_id where ${isThere} group by p.name, w.name
    ) local on local.name = s.name and local.village = ${STATED_VILLAGE} and s.identity_hash is null
    left join lateral (select case when ${STATED_VILLAGE} is null then named.id else local.id end as id,
      case when ${STATED_VILLAGE} is null then named.people else local.people end as people) nm on true`;
}

/** `person_id` and `person_link` of rows `s`. A group entry (人数 above one) names nobody. */
export function personOf(kind: KindDef) {
  if (kind.person?.createMissing) return { id: sql`pn.id`, link: sql`${LINKS.number}::text` };
  const isGroup = kind.columns.some((column) => column.field === 'head_count')
    ? sql`coalesce(s.head_count, 1) > 1 and s.identity_hash is null`
    : sql`false`;
  return {
    id: sql`case when ${isGroup} then null else coalesce(pn.id, case when nm.people = 1 then nm.id end) end`,
    link: sql`case when ${isGroup} then null when pn.id is not null then ${LINKS.number}::text
      when nm.people = 1 then ${LINKS.name}::text when nm.people > 1 then ${LINKS.ambiguous}::text
      else ${LINKS.unmatched}::text end`,
  };
}

/** Rows left without a person by earlier imports find him once he is on the roll. */
export async function linkEarlierRows(scope: Scope, kinds: readonly KindDef[]): Promise<void> {
  const { db, countyId, divisionId } = scope;
  for (const kind of kinds.filter((one) => one.person && !one.person.createMissing)) {
    const { id, link } = personOf(kind);
    await sql`update ${sql.table(kind.table)} t set person_id = f.person_id, person_link = f.person_link
      from (select s.id, ${id} as person_id, ${link} as person_link from ${sql.table(kind.table)} s
            ${peopleBeside(scope, kind)}
            where s.county_id = ${countyId} and s.division_id = ${divisionId} and s.voided_at is null
              and s.person_link in (${LINKS.unmatched}, ${LINKS.ambiguous})) f
      where t.county_id = ${countyId} and t.id = f.id and f.person_link is distinct from t.person_link`.execute(
      db,
    );
  }
}
