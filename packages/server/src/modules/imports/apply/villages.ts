import { sql } from 'kysely';
import type { Db } from '../../../kernel/db.ts';
import { newId } from '../../../kernel/ids.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { rowKey } from '../../../platform/records/row-key.ts';
import { villageKind } from '../../divisions/index.ts';
import { halfWidth } from '../parse/index.ts';
import { refuseRows, type Scope, type StagedAt } from './scope.ts';
import { stageTable, VILLAGE_TEXT, villageColumn } from './stage.ts';

interface KnownVillage {
  readonly id: string;
  readonly name: string;
}

async function knownVillages(scope: Scope): Promise<KnownVillage[]> {
  const { rows } = await sql<KnownVillage>`select id, name from village
    where county_id = ${scope.countyId} and division_id = ${scope.divisionId} and voided_at is null
    order by id`.execute(scope.db);
  return rows;
}

/** Whether anybody ever gave a list: this file, an earlier one, or the screen. */
async function isListGiven(scope: Scope): Promise<boolean> {
  const inFile = scope.kinds.includes(villageKind)
    ? sql`exists (select 1 from ${sql.table(stageTable(villageKind))})`
    : sql`false`;
  const { rows } = await sql<{ given: boolean }>`select ${inFile}
      or exists (select 1 from village where county_id = ${scope.countyId} and division_id = ${scope.divisionId}
                and origin = 'screen' and voided_at is null)
      or exists (select 1 from import_log where county_id = ${scope.countyId} and division_id = ${scope.divisionId}
                and undone_at is null and (counts -> ${villageKind.sheet} ->> 'read')::int > 0) as given`.execute(
    scope.db,
  );
  return rows[0]?.given === true;
}

const SUFFIXES = /(?:村民委员会|居民委员会|社区居委会|村委会|居委会|委员会)$/;

/** 河湾村委会 and 河湾 are 河湾村, where only one village can be meant. */
function shortForm(name: string): string {
  const bare = name.replace(SUFFIXES, '');
  return bare.length > 1 ? bare.replace(/(?:村|社区|居)$/, '') || bare : bare;
}

function villageFinder(known: readonly KnownVillage[]): (text: string) => string | undefined {
  const exact = new Map(known.map((village) => [halfWidth(village.name), village.id]));
  const short = new Map<string, string[]>();
  for (const { name, id } of known) {
    const form = shortForm(halfWidth(name));
    short.set(form, [...(short.get(form) ?? []), id]);
  }
  return (text) => {
    const similar = short.get(shortForm(text)) ?? [];
    return exact.get(text) ?? (similar.length === 1 ? similar[0] : undefined);
  };
}

async function namedVillages(scope: Scope, tables: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const table of tables) {
    const { rows } = await sql<{ name: string }>`select ${sql.ref(VILLAGE_TEXT)} as name
      from ${sql.table(table)} where ${sql.ref(VILLAGE_TEXT)} is not null group by 1`.execute(scope.db);
    for (const { name } of rows) names.add(name);
  }
  return [...names];
}

async function makeVillages(scope: Scope, table: string, unknown: readonly string[]): Promise<void> {
  const { db, countyId, divisionId, importId, at, ctx } = scope;
  const { rows } = await sql<StagedAt & { name: string }>`
    select ${sql.ref(VILLAGE_TEXT)} as name, ord, source_sheet as sheet, source_row as row
    from ${sql.table(table)} where ord in (select min(ord) from ${sql.table(table)}
      where not refused and ${sql.ref(VILLAGE_TEXT)} = any(${unknown}) group by ${sql.ref(VILLAGE_TEXT)})
    order by name`.execute(db);
  const keys = rows.map(({ name }) => rowKey(villageKind, { name }, 1, ctx.keys));
  await sql`insert into village (county_id, id, division_id, name, row_key, origin, import_id, source_sheet,
      source_row, recorded_at, recorded_by)
    select ${countyId}, id, ${divisionId}, name, row_key, 'import', ${importId}, sheet, row, ${at}, ${ctx.actor.name}
    from unnest(${rows.map(() => newId())}::uuid[], ${rows.map(({ name }) => name)}::text[], ${keys}::bytea[],
      ${rows.map(({ sheet }) => sheet)}::text[], ${rows.map(({ row }) => row)}::int[]) v(id, name, row_key, sheet, row)`.execute(
    db,
  );
}

async function refuseUnknown(
  scope: Scope,
  kind: KindDef,
  table: string,
  unknown: readonly string[],
): Promise<void> {
  const { rows } = await sql<StagedAt & { name: string }>`
    select ord, source_sheet as sheet, source_row as row, ${sql.ref(VILLAGE_TEXT)} as name
    from ${sql.table(table)} where not refused and ${sql.ref(VILLAGE_TEXT)} = any(${unknown})
    order by ord`.execute(scope.db);
  const column = villageColumn(kind)?.header ?? '';
  const found = rows.map((at) => ({
    at,
    issue: {
      column,
      value: at.name,
      code: 'village_unknown',
      reason: `「村(社区)」表里没有「${at.name}」。请改成表里的名称，或先在「村(社区)」表里加上它。`,
    },
  }));
  await refuseRows(scope, table, found);
}

export async function createVillageNames(db: Db): Promise<void> {
  await sql`create temp table if not exists stage_village_name (name text primary key, id uuid) on commit drop`.execute(
    db,
  );
}

async function keepVillageNames(
  db: Db,
  names: readonly string[],
  find: (name: string) => string | undefined,
): Promise<void> {
  const found = names.filter((name) => find(name) !== undefined);
  await sql`insert into stage_village_name select * from unnest(${found}::text[],
    ${found.map((name) => find(name))}::uuid[]) on conflict do nothing`.execute(db);
}

/**
 * Gives every village named in the file its id (`stage_village_name`). A name nobody listed is refused; where no
 * list was ever given the villages are made from the rows.
 */
export async function resolveVillages(scope: Scope, of: readonly KindDef[]): Promise<void> {
  const kinds = of.filter((kind) => villageColumn(kind));
  const names = await namedVillages(scope, kinds.map(stageTable));
  let find = villageFinder(await knownVillages(scope));
  const unknown = names.filter((name) => find(name) === undefined);
  const isListed = unknown.length > 0 && (await isListGiven(scope));
  for (const kind of unknown.length > 0 ? kinds : []) {
    if (isListed) await refuseUnknown(scope, kind, stageTable(kind), unknown);
    else {
      const missing = names.filter((name) => find(name) === undefined);
      await makeVillages(scope, stageTable(kind), missing);
      find = villageFinder(await knownVillages(scope));
    }
  }
  await createVillageNames(scope.db);
  await keepVillageNames(scope.db, names, find);
}

/** The same for one kind whose rows come part by part: told once, before the first, what stands then. */
export async function createPartVillages(
  scope: Scope,
  kind: KindDef,
): Promise<(table: string) => Promise<void>> {
  await createVillageNames(scope.db);
  const findStanding = villageFinder(await knownVillages(scope));
  const isListed = await isListGiven(scope);
  const made = new Map<string, string>();
  const find = (name: string) => findStanding(name) ?? made.get(name);
  return async (table) => {
    const names = await namedVillages(scope, [table]);
    const unknown = names.filter((name) => find(name) === undefined);
    if (unknown.length > 0 && isListed) await refuseUnknown(scope, kind, table, unknown);
    else if (unknown.length > 0) {
      await makeVillages(scope, table, unknown);
      for (const { name, id } of await knownVillages(scope)) if (unknown.includes(name)) made.set(name, id);
    }
    await keepVillageNames(scope.db, names, find);
  };
}
