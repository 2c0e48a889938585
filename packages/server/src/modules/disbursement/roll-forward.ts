import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { ClaimPlace } from './claim-hold.ts';

/** Claims over a span of days: opening + raised − recovered − written off = closing, in fen. */
export interface RollForward {
  readonly openingFen: number;
  readonly raisedFen: number;
  /** Set off or received, less what was undone. */
  readonly recoveredFen: number;
  readonly writtenOffFen: number;
  readonly closingFen: number;
}

/** The roll-forward of a place's claims from one day through another. */
export async function rollForward(
  db: Db,
  place: ClaimPlace,
  span: { readonly from: Day; readonly to: Day },
): Promise<RollForward> {
  const { rows } = await sql<Omit<RollForward, 'closingFen'>>`
    with moves as (
      select on_day, fen, 'raised' as what from claim
        where county_id = ${place.countyId} and division_id = any(${place.divisionIds}::uuid[])
      union all
      select r.on_day, case r.kind when 'undone' then -r.fen else r.fen end,
          case coalesce(u.kind, r.kind) when 'write_off' then 'off' else 'back' end
        from recovery r left join recovery u on u.county_id = r.county_id and u.id = r.undoes
        where r.county_id = ${place.countyId} and r.division_id = any(${place.divisionIds}::uuid[]))
    select coalesce(sum(case what when 'raised' then fen else -fen end) filter (where on_day < ${span.from}), 0)::bigint
        as "openingFen",
      coalesce(sum(fen) filter (where what = 'raised' and on_day >= ${span.from}), 0)::bigint as "raisedFen",
      coalesce(sum(fen) filter (where what = 'back' and on_day >= ${span.from}), 0)::bigint as "recoveredFen",
      coalesce(sum(fen) filter (where what = 'off' and on_day >= ${span.from}), 0)::bigint as "writtenOffFen"
    from moves where on_day <= ${span.to}`.execute(db);
  const sums = rows[0] ?? { openingFen: 0, raisedFen: 0, recoveredFen: 0, writtenOffFen: 0 };
  const { openingFen, raisedFen, recoveredFen, writtenOffFen } = sums;
  return { ...sums, closingFen: openingFen + raisedFen - recoveredFen - writtenOffFen };
}
