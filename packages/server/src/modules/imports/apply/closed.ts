import type { Day } from '@shuangyong/values';
import { sql } from 'kysely';
import type { KindDef } from '../../../platform/contract/kind.ts';
import { closedMonths, closedWords } from '../../disbursement/index.ts';
import { changedIn, knownTable, stageFrom } from './known.ts';
import { refuseRows, type Scope, type StagedAt } from './scope.ts';
import { stageTable } from './stage.ts';

/** SQL: the month of a day, as a number. */
export const monthOfColumn = (table: string, field: string) => {
  const day = sql.ref(`${table}.${field}`);
  return sql`(extract(year from ${day})::int * 12 + extract(month from ${day})::int - 1)`;
};

/**
 * Money dated in a month that is closed: new rows, and rows that would change an amount there, are refused with
 * `month_closed`; what the books hold already stays «unchanged». The months stay open until the import ends.
 */
export async function refuseClosed(scope: Scope, kind: KindDef): Promise<void> {
  const { db, countyId, divisionId } = scope;
  if (!kind.booked || !kind.dateField) return;
  const closed = await closedMonths(db, { countyId, divisionId });
  if (closed.length === 0) return;
  const { rows } = await sql<
    StagedAt & { readonly on: Day }
  >`select s.ord, s.source_sheet as sheet, s.source_row as row,
      coalesce(t.${sql.ref(kind.dateField)}, s.${sql.ref(kind.dateField)})::text as "on"
    from ${stageFrom(kind)} left join ${knownTable(kind)} k on k.ord = s.ord
    left join ${sql.table(kind.table)} t on t.county_id = ${countyId} and t.id = k.id
    where not s.refused and case
      when k.ord is null then ${monthOfColumn('s', kind.dateField)} = any(${closed})
      else k.changed and ${monthOfColumn('t', kind.dateField)} = any(${closed})
        and ${changedIn(kind, kind.booked)} end
    order by s.ord`.execute(db);
  const column = kind.columns.find(({ field }) => field === kind.dateField)?.header ?? '';
  const found = rows.map(({ on, ...at }) => ({
    at,
    issue: { column, value: on, code: 'month_closed', reason: closedWords(kind, on) },
  }));
  await refuseRows(scope, stageTable(kind), found);
}
