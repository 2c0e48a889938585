import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { KindDef } from '../contract/kind.ts';
import { likePart, type SearchAsk, type SearchHit, type SearchSource } from './source.ts';

interface Row {
  readonly number: string;
  readonly records: number;
  readonly day: string | null;
}

async function findNumbers(
  db: Db,
  kind: KindDef,
  field: string,
  ask: SearchAsk,
): Promise<readonly SearchHit[]> {
  const column = sql.ref(field);
  const day = kind.dateField ? sql.ref(kind.dateField) : sql`null::date`;
  const { rows } = await sql<Row>`select ${column} as number, count(*)::int as records, max(${day}) as day
    from ${sql.table(kind.table)}
    where county_id = ${ask.countyId} and division_id = any(${ask.divisionIds}) and voided_at is null
      and ${column} ilike ${likePart(ask.text)}
    group by 1 order by 3 desc nulls last, 1 limit ${ask.limit}`.execute(db);
  return rows.map(({ number, records, day: last }) => ({
    label: number,
    detail: [kind.sheet, `${records} 笔`, last ?? ''].filter(Boolean).join('　'),
    opens: { type: 'list', kind: kind.kind, q: number },
  }));
}

/** Vouchers: the document numbers of the ledgers that have one. A text without a digit is none, and costs nothing. */
export function voucherSearch(kinds: readonly KindDef[]): SearchSource {
  return {
    title: '凭证',
    needs: 'records.read',
    find: async (db, _, ask) => {
      if (!/\d/.test(ask.text)) return [];
      const hits: SearchHit[] = [];
      for (const kind of kinds)
        if (kind.documentField) hits.push(...(await findNumbers(db, kind, kind.documentField, ask)));
      return hits.slice(0, ask.limit);
    },
  };
}
