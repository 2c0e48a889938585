import type { Db } from '../../kernel/db.ts';
import { divisionPrefix, type Level } from './rules.ts';

export interface Division {
  readonly countyId: number;
  readonly id: string;
  readonly level: Level;
  /** Twelve digits, as valid today. */
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
}

interface Row {
  readonly county_id: number;
  readonly id: string;
  readonly level: string;
  readonly code: string;
  readonly name: string;
  readonly parent_id: string | null;
}

const COLUMNS = ['county_id', 'id', 'level', 'code', 'name', 'parent_id'] as const;

const divisionOf = (row: Row): Division => ({
  countyId: row.county_id,
  id: row.id,
  level: row.level as Level,
  code: row.code,
  name: row.name,
  parentId: row.parent_id,
});

/** By its present code. A province or city stands once in every county's data: the first is answered. */
export async function findByCode(db: Db, code: string): Promise<Division | undefined> {
  const row = await db
    .selectFrom('division')
    .select(COLUMNS)
    .where('code', '=', code)
    .orderBy('county_id')
    .limit(1)
    .executeTakeFirst();
  return row && divisionOf(row);
}

export async function findInCounty(db: Db, countyId: number, code: string): Promise<Division | undefined> {
  const row = await db
    .selectFrom('division')
    .select(COLUMNS)
    .where('county_id', '=', countyId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && divisionOf(row);
}

/** By a code it had before. */
export async function findByFormerCode(db: Db, code: string): Promise<Division | undefined> {
  const row = await db
    .selectFrom('division_former as former')
    .innerJoin('division', (join) =>
      join
        .onRef('division.county_id', '=', 'former.county_id')
        .onRef('division.id', '=', 'former.division_id'),
    )
    .select(COLUMNS.map((column) => `division.${column}` as const))
    .where('former.code', '=', code)
    .orderBy('former.valid_to', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && divisionOf(row);
}

export async function findById(db: Db, countyId: number, id: string): Promise<Division | undefined> {
  const row = await db
    .selectFrom('division')
    .select(COLUMNS)
    .where('county_id', '=', countyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && divisionOf(row);
}

/** Townships at or below a place, in the order of their codes. */
export async function listTownships(db: Db, code: string): Promise<readonly Division[]> {
  const rows = await db
    .selectFrom('division')
    .select(COLUMNS)
    .where('level', '=', 'township')
    .where('code', 'like', `${divisionPrefix(code)}%`)
    .orderBy('code')
    .execute();
  return rows.map(divisionOf);
}

export async function listAll(db: Db): Promise<readonly Division[]> {
  const rows = await db.selectFrom('division').select(COLUMNS).orderBy('code').orderBy('county_id').execute();
  return rows.map(divisionOf);
}

export async function insertDivision(db: Db, division: Division, validFrom: string): Promise<void> {
  await db
    .insertInto('division')
    .values({
      county_id: division.countyId,
      id: division.id,
      level: division.level,
      code: division.code,
      name: division.name,
      parent_id: division.parentId,
      valid_from: validFrom,
    })
    .execute();
}
