import { type Day, type Month, monthText } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { RollPerson } from './facts.ts';
import type { RollPlace } from './roll.ts';

/** 义务兵: two years of service, to which the family's allowance belongs. */
export const CONSCRIPT_CATEGORY = '义务兵';
const MONTHS_OF_SERVICE = 24;

/** The family of one soldier, told under whoever draws its allowance. */
export interface ConscriptFamily extends RollPerson {
  /** Whose service it is. */
  readonly soldier: string;
}

interface ConscriptRow {
  readonly id: string;
  readonly soldier_name: string;
  readonly person_id: string | null;
  readonly payee_name: string;
  readonly payee_identity_sealed: Buffer | null;
  readonly born_on: Day | null;
  readonly code: string;
  readonly from_month: Month;
  readonly source_sheet: string | null;
  readonly source_row: number | null;
}

function conscriptFamily(row: ConscriptRow): ConscriptFamily {
  const { source_sheet: sheet, source_row: at } = row;
  const from = monthText(row.from_month);
  const facts = { grade: null, cause: null, era: null, halfYears: 0, residence: null, housed: null };
  const stop = monthText((row.from_month + MONTHS_OF_SERVICE) as Month);
  const to = monthText((row.from_month + MONTHS_OF_SERVICE - 1) as Month);
  return {
    id: row.person_id ?? row.id,
    soldier: row.soldier_name,
    name: row.payee_name,
    identitySealed: row.payee_identity_sealed,
    source: sheet === null || at === null ? null : { sheet, row: at },
    rights: [{ category: CONSCRIPT_CATEGORY, rows: [] }],
    plain: {
      // The allowance is for the soldier's service: the age or death of whoever draws it changes nothing.
      ...{ born: null, died: null, deathCause: null, region: row.code.slice(0, 6) },
      rights: [
        {
          ...{ id: row.id, category: CONSCRIPT_CATEGORY, from, stop, approved: null },
          periods: [{ from, to, region: row.code, ...facts }],
        },
      ],
    },
  };
}

/**
 * The families of conscripts, one entry a soldier, as the lists of allowances paid name them; a soldier without a
 * day of enlistment counts from January of the first year he was paid for. Who draws it is the person on the roll
 * with that number, if there is one.
 */
export async function readConscripts(db: Db, place: RollPlace): Promise<readonly ConscriptFamily[]> {
  const { rows } = await sql<ConscriptRow>`select distinct on (c.division_id, c.soldier_name,
        coalesce(c.soldier_identity_hash, ''::bytea), c.enlisted_on)
      c.id, c.soldier_name, c.payee_name, c.payee_identity_sealed, c.source_sheet, c.source_row, d.code,
      (select p.id from person p where p.county_id = c.county_id and p.division_id = c.division_id
        and p.identity_hash = c.payee_identity_hash limit 1) as person_id,
      (case when c.enlisted_on is null then c.benefit_year * 12
        else extract(year from c.enlisted_on) * 12 + extract(month from c.enlisted_on) - 1 end)::int as from_month
    from conscript_allowance c join division d on d.county_id = c.county_id and d.id = c.division_id
    where c.county_id = ${place.countyId} and c.division_id = any(${place.divisionIds}) and c.voided_at is null
    order by c.division_id, c.soldier_name, coalesce(c.soldier_identity_hash, ''::bytea), c.enlisted_on,
      c.benefit_year, c.id`.execute(db);
  return rows.map(conscriptFamily);
}

/** One soldier's family by the id it is told under. */
export async function findConscripts(db: Db, place: RollPlace, ids: readonly string[]) {
  return (await readConscripts(db, place)).filter(({ id }) => ids.includes(id));
}
