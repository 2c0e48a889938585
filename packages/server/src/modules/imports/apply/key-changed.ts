import { sql } from 'kysely';
import { knownTable } from './known.ts';
import type { Scope } from './scope.ts';
import { stageTable } from './stage.ts';

/**
 * A row whose key cells were changed in the file is a new record, and the old one stays: told by a row of the same
 * file, sheet and number that is in no row of the file now.
 */
export async function warnOfChangedKeys(scope: Scope): Promise<void> {
  const { db, countyId, divisionId, fileName, importId, issues } = scope;
  const { rows: earlier } = await sql`select 1 from import_log where county_id = ${countyId}
    and division_id = ${divisionId} and file_name = ${fileName} and undone_at is null limit 1`.execute(db);
  if (earlier.length === 0) return;
  for (const kind of scope.kinds) {
    const key = kind.columns.find((column) => column.field === kind.key[0]);
    const { rows } = await sql<{
      sheet: string;
      row: number;
    }>`select s.source_sheet as sheet, s.source_row as row
      from ${sql.table(stageTable(kind))} s left join ${knownTable(kind)} k on k.ord = s.ord
      join ${sql.table(kind.table)} t on t.county_id = ${countyId} and t.division_id = ${divisionId}
        and t.source_sheet = s.source_sheet and t.source_row = s.source_row and t.voided_at is null
      join import_log l on l.county_id = t.county_id and l.id = t.import_id and l.file_name = ${fileName}
      where not s.refused and k.ord is null and t.import_id <> ${importId}
        and not exists (select 1 from ${knownTable(kind)} o where o.id = t.id)
      order by s.ord`.execute(db);
    const reason =
      '这一行以前导入的是另一条记录，关键栏改过了，所以按新记录收下，原来那条还在。原来那条填错了，请作废它。';
    for (const { sheet, row } of rows)
      issues.warnings.push({ sheet, row, column: key?.header ?? '', value: '', code: 'key_changed', reason });
  }
}
