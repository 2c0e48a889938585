import { sql } from 'kysely';
import type { Db } from '../../../kernel/db.ts';
import type { Counts } from '../plan/index.ts';

/** One line of the import log: a receipt. */
export interface ImportLogLine {
  readonly id: string;
  readonly number: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly year: number;
  readonly sheets: Readonly<Record<string, Counts>>;
  readonly refused: number;
  readonly importedAt: string;
  readonly importedBy: string;
  readonly undone: { readonly at: string; readonly by: string; readonly reason: string } | null;
}

interface Scope {
  readonly countyId: number;
  readonly divisionId: string;
}

const LINES = (countyId: number) => sql`select id, division_id,
    'D-' || lpad((row_number() over (order by imported_at, id))::text, 4, '0') as number, file_name as "fileName",
    encode(sha256, 'hex') as sha256, year, counts as sheets, refused, imported_at as "importedAt",
    imported_by as "importedBy", case when undone_at is null then null
      else jsonb_build_object('at', undone_at, 'by', undone_by, 'reason', undo_reason) end as undone
  from import_log where county_id = ${countyId}`;

/** A township's imports, newest first. */
export async function listImports(db: Db, { countyId, divisionId }: Scope): Promise<ImportLogLine[]> {
  const { rows } = await sql<ImportLogLine>`select * from (${LINES(countyId)}) l
    where l.division_id = ${divisionId} order by l."importedAt" desc, l.id desc limit 500`.execute(db);
  return rows;
}

/** The last import of this very file that still stands, another than `but`. */
export async function findEarlierImport(
  db: Db,
  { countyId, divisionId }: Scope,
  sha256: string,
  but?: string,
) {
  const { rows } = await sql<Pick<ImportLogLine, 'number' | 'importedAt'>>`select l.number, l."importedAt"
    from (${LINES(countyId)}) l where l.division_id = ${divisionId} and l.sha256 = ${sha256} and l.undone is null
      and l.id is distinct from ${but ?? null}::uuid
    order by l."importedAt" desc limit 1`.execute(db);
  return rows[0] ?? null;
}
