import { ageOn, type Day, day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Keys } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import type { Cells, CellValue } from '../../platform/contract/kind.ts';
import { type DbRow, decodeCells, maskCell, wireCells } from '../../platform/records/codec.ts';
import { type Origin, originsOf, type ValueOrigin, type Version, versionsOf } from './origins.ts';
import { inForce } from './rights.ts';
import { spellKind } from './sheets.ts';

export interface RightOfPerson {
  readonly spellId: string;
  readonly version: number;
  readonly cells: Cells;
  /** The row of the file it was last read from; null for one entered here. */
  readonly source: Origin | null;
  /** Where each value came from, for a right that was changed since. */
  readonly origins: Readonly<Record<string, ValueOrigin>>;
  readonly inForce: boolean;
  readonly papers: number;
}

/** The registration this one was merged into. */
export interface MergedInto {
  readonly id: string;
  readonly name: string;
}

export interface PersonCard {
  readonly id: string;
  readonly divisionId: string;
  readonly name: string;
  readonly sex: string | null;
  readonly age: number | null;
  readonly bornOn: string | null;
  readonly diedOn: string | null;
  readonly village: string | null;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly account: string | null;
  readonly rights: readonly RightOfPerson[];
  readonly mergedIds: readonly string[];
  readonly mergedInto: MergedInto | null;
  readonly values: Readonly<Record<string, { readonly value: CellValue; readonly source: Origin | null }>>;
}

/** The person and the registrations merged into him, himself first. */
export async function registrationsOf(db: Db, countyId: number, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select person_id as id from person_alias
    where county_id = ${countyId} and merged_into = ${personId} and undone_at is null`.execute(db);
  return [personId, ...rows.map((row) => row.id)];
}

/** Every right ever entered for these registrations, void ones included. Uses spell_person. */
export async function rightIdsOf(db: Db, countyId: number, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from spell
    where county_id = ${countyId} and person_id = any(${personIds})`.execute(db);
  return rows.map((row) => row.id);
}

function sourceOf(row: DbRow): Origin | null {
  const sheet = row.source_sheet as string | null;
  return sheet ? { file: row.file_name as string | null, sheet, row: row.source_row as number } : null;
}

function right(row: DbRow, versions: readonly Version[], keys: Keys): RightOfPerson {
  const cells = wireCells(spellKind, decodeCells(spellKind, row, keys));
  return {
    spellId: row.id as string,
    version: row.version as number,
    cells: { ...cells, village_id: row.village_name as string | null },
    source: sourceOf(row),
    origins: originsOf(versions),
    inForce: row.in_force === true,
    papers: Number(row.papers),
  };
}

async function rightsOf(db: Db, keys: Keys, countyId: number, ids: readonly string[], asOf: Day) {
  const { rows } = await sql<DbRow>`select s.*, v.name as village_name, ${inForce(asOf)} as in_force,
      (select i.file_name from import_log i where i.county_id = s.county_id and i.id = s.import_id) as file_name,
      (select count(*) from evidence e where e.county_id = s.county_id and e.record_kind = 'spell'
        and e.record_id = s.id and e.removed_at is null) as papers
    from spell s left join village v on v.county_id = s.county_id and v.id = s.village_id
    where s.county_id = ${countyId} and s.person_id = any(${ids}) and s.voided_at is null
    order by s.from_month, s.source_row`.execute(db);
  const versions = await versionsOf(
    db,
    countyId,
    rows.map((row) => row.id as string),
  );
  return rows.map((row) => right(row, versions.get(row.id as string) ?? [], keys));
}

async function findMergedInto(db: Db, countyId: number, id: string): Promise<MergedInto | null> {
  const { rows } = await sql<MergedInto>`select p.id, p.name from person_alias a
    join person p on p.county_id = a.county_id and p.id = a.merged_into
    where a.county_id = ${countyId} and a.person_id = ${id} and a.undone_at is null`.execute(db);
  return rows[0] ?? null;
}

/** For each fact of the roll the last row that states it, with the row it came from. */
function valuesWithSource(rights: readonly RightOfPerson[]): PersonCard['values'] {
  const values: Record<string, { value: CellValue; source: Origin | null }> = {};
  for (const one of rights)
    for (const [field, value] of Object.entries(one.cells))
      if (value !== null) values[field] = { value, source: one.source };
  return values;
}

function masked(row: DbRow, keys: Keys): string | null {
  const column = spellKind.columns.find((one) => one.type === 'identity');
  return Buffer.isBuffer(row.identity_sealed) && column
    ? maskCell(column, keys.open(row.identity_sealed))
    : null;
}

/** The whole of what the roll says of a person on a day. Undefined when he is not in these townships. */
export async function findPerson(
  db: Db,
  keys: Keys,
  place: { readonly countyId: number; readonly divisionIds: readonly string[] },
  id: string,
  asOf: Day,
): Promise<PersonCard | undefined> {
  const { rows } = await sql<DbRow>`select p.*, v.name as village_name from person p
    left join village v on v.county_id = p.county_id and v.id = p.village_id
    where p.county_id = ${place.countyId} and p.division_id = any(${place.divisionIds}) and p.id = ${id}`.execute(
    db,
  );
  const row = rows[0];
  if (!row) return undefined;
  const ids = await registrationsOf(db, place.countyId, id);
  const rights = await rightsOf(db, keys, place.countyId, ids, asOf);
  const values = valuesWithSource(rights);
  const bornOn = row.born_on as string | null;
  return {
    id,
    divisionId: row.division_id as string,
    name: row.name as string,
    sex: row.sex as string | null,
    age: bornOn ? ageOn(day(bornOn), asOf) : null,
    bornOn,
    diedOn: row.died_on as string | null,
    village: row.village_name as string | null,
    identity: masked(row, keys),
    phone: (values.phone?.value as string | undefined) ?? null,
    account: (values.account?.value as string | undefined) ?? null,
    rights,
    mergedIds: ids.slice(1),
    mergedInto: await findMergedInto(db, place.countyId, id),
    values,
  };
}
