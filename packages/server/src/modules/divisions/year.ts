import type { Ctx } from '../../kernel/context.ts';
import type { Db } from '../../kernel/db.ts';
import { recordEvent } from '../audit/index.ts';
import type { Division } from './queries.ts';

/** What the sheet 单位 says of a township for one year; null where the sheet says nothing. */
export interface DivisionYear {
  readonly population: number | null;
  readonly villageCount: number | null;
  readonly parentName: string | null;
}

export async function findDivisionYear(
  db: Db,
  division: Division,
  year: number,
): Promise<DivisionYear | undefined> {
  const row = await db
    .selectFrom('division_year')
    .select(['population', 'village_count', 'parent_name'])
    .where('county_id', '=', division.countyId)
    .where('division_id', '=', division.id)
    .where('year', '=', year)
    .executeTakeFirst();
  return row && { population: row.population, villageCount: row.village_count, parentName: row.parent_name };
}

/** Years a township has told anything about, newest first. */
export async function listDivisionYears(db: Db, division: Division): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('division_year')
    .select('year')
    .where('county_id', '=', division.countyId)
    .where('division_id', '=', division.id)
    .orderBy('year', 'desc')
    .execute();
  return rows.map((row) => row.year);
}

/** Keeps a year's facts; what the new facts leave open stays as it was. Answers what happened. */
export async function saveDivisionYear(
  db: Db,
  ctx: Ctx,
  division: Division,
  year: number,
  facts: DivisionYear,
  importId: string | null = null,
): Promise<'created' | 'updated' | 'unchanged'> {
  const known = await findDivisionYear(db, division, year);
  const next = {
    population: facts.population ?? known?.population ?? null,
    village_count: facts.villageCount ?? known?.villageCount ?? null,
    parent_name: facts.parentName ?? known?.parentName ?? null,
  };
  const isSame =
    known?.population === next.population &&
    known.villageCount === next.village_count &&
    known.parentName === next.parent_name;
  if (isSame) return 'unchanged';
  await db
    .insertInto('division_year')
    .values({ county_id: division.countyId, division_id: division.id, year, import_id: importId, ...next })
    .onConflict((conflict) =>
      conflict.columns(['county_id', 'division_id', 'year']).doUpdateSet({ ...next, import_id: importId }),
    )
    .execute();
  await recordEvent(db, ctx, {
    countyId: division.countyId,
    action: 'division.year',
    divisionId: division.id,
    recordKind: 'division',
    recordId: division.id,
    detail: { year },
  });
  return known ? 'updated' : 'created';
}
