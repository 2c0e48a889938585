import { type RawBuilder, sql } from 'kysely';
import type { KindDef } from '../contract/kind.ts';
import type { TimelineEntry, TimelineSource } from '../contract/person.ts';

interface Row {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly amount: number | null;
  readonly papers: number;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

function entry(kind: string, type: TimelineEntry['type']): (row: Row) => TimelineEntry {
  return (row) => ({
    day: row.day,
    type,
    text: row.text,
    amountFen: row.amount,
    record: { kind, id: row.id },
    papers: Number(row.papers),
    source: row.sheet === null ? null : { file: row.file, sheet: row.sheet, row: row.row ?? 0 },
  });
}

/** A timeline source over a kind's own table: its day, one line of text and, where there is one, an amount. */
export function timelineOf(
  kind: KindDef,
  type: TimelineEntry['type'],
  parts: {
    readonly day: RawBuilder<unknown>;
    readonly text: RawBuilder<unknown>;
    readonly amount?: RawBuilder<unknown>;
  },
): TimelineSource {
  return async (db, { countyId, personIds }) => {
    const { rows } = await sql<Row>`select r.id, ${parts.day} as day, ${parts.text} as text,
        ${parts.amount ?? sql`null::bigint`} as amount, r.source_sheet as sheet, r.source_row as row,
        (select i.file_name from import_log i where i.county_id = r.county_id and i.id = r.import_id) as file,
        (select count(*) from evidence e where e.county_id = r.county_id and e.record_kind = ${kind.kind}
          and e.record_id = r.id and e.removed_at is null) as papers
      from ${sql.table(kind.table)} r
      where r.county_id = ${countyId} and r.person_id = any(${personIds}) and r.voided_at is null
        and ${parts.day} is not null`.execute(db);
    return rows.map(entry(kind.kind, type));
  };
}
