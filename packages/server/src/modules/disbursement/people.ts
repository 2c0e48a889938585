import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { sharePeriods } from './period.ts';

const MOST_LISTED = 1_000;

/** SQL: these people; of many, everybody of the township who has a head, which asks for no list. */
export function amongPeople(
  person: RawBuilder<unknown>,
  { countyId, divisionId }: { readonly countyId: number; readonly divisionId: string },
  ids: readonly string[],
): RawBuilder<boolean> {
  if (ids.length <= MOST_LISTED) return sql`${person} = any(${ids}::uuid[])`;
  return sql`${person} in (select h.person_id from ledger_head h
    where h.county_id = ${countyId} and h.division_id = ${divisionId})`;
}

/** How a township's ledger stands; its line is locked until the command ends, so that runs take turns. */
export interface TownLine {
  /** Hexadecimal; of the law it was computed by. */
  readonly law: string | null;
  readonly through: number | null;
}

/** Locks a township's own line, made where it is missing. */
export async function lockTown(
  db: Db,
  { countyId, divisionId }: { readonly countyId: number; readonly divisionId: string },
): Promise<TownLine> {
  await sql`insert into ledger_town (county_id, division_id) values (${countyId}, ${divisionId})
    on conflict do nothing`.execute(db);
  const { rows } =
    await sql<TownLine>`select encode(law_hash, 'hex') as law, through_month as through from ledger_town
    where county_id = ${countyId} and division_id = ${divisionId} for update`.execute(db);
  return rows[0] ?? { law: null, through: null };
}

/**
 * Locks everything a command may move in these townships, always in the same order: months, lines of the townships,
 * then heads by the ids of the people. Whoever needs heads of many people, or of some and later of all, begins here:
 * otherwise two commands could wait for each other.
 */
export async function lockLedger(
  db: Db,
  { countyId, divisionIds }: { readonly countyId: number; readonly divisionIds: readonly string[] },
): Promise<void> {
  const ordered = [...divisionIds].sort();
  for (const divisionId of ordered) await sharePeriods(db, { countyId, divisionId });
  for (const divisionId of ordered) await lockTown(db, { countyId, divisionId });
  await sql`select count(*) from (select 1 from ledger_head where county_id = ${countyId}
    and division_id = any(${ordered}::uuid[]) order by person_id for update) h`.execute(db);
}
