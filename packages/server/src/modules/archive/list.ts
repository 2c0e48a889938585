import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import { PAPER_COLUMNS, type Paper } from './queries.ts';

/** Whether a paper has its file, its original's place, neither, or a file that was named but not found. */
export type Having = 'file' | 'original' | 'missing' | 'nothing';

/** What the catalogue may be narrowed by. */
export interface CatalogueQuery {
  readonly countyId: number;
  readonly divisionIds: readonly string[];
  readonly q?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly paperClass?: string | undefined;
  readonly having?: Having | undefined;
  /** Only papers that prove nothing yet. */
  readonly idle?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A paper of the catalogue and how many records it hangs on. */
export interface CataloguedPaper extends Paper {
  readonly retention: string | null;
  readonly proves: number;
}

export interface Catalogue {
  readonly total: number;
  /** Papers of the filter by what they have; those counted missing may still lie somewhere as originals. */
  readonly having: Readonly<Record<Having, number>>;
  readonly classes: readonly { readonly value: string; readonly total: number }[];
  readonly rows: readonly CataloguedPaper[];
}

const HAVING: Readonly<Record<Having, RawBuilder<boolean>>> = {
  file: sql<boolean>`p.file_sha256 is not null`,
  original: sql<boolean>`p.original_at is not null`,
  missing: sql<boolean>`p.file_missing`,
  nothing: sql<boolean>`p.file_sha256 is null and p.original_at is null and not p.file_missing`,
};

const PROVES = sql`(select count(*) from evidence e
  where e.county_id = p.county_id and e.paper_id = p.id and e.removed_at is null)`;

function standing(query: CatalogueQuery): RawBuilder<unknown> {
  const { countyId, divisionIds, q, from, to } = query;
  const pattern = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const parts = [
    sql`p.county_id = ${countyId} and p.division_id = any(${divisionIds}) and p.voided_at is null`,
    ...(pattern ? [sql`(p.title ilike ${pattern} or p.document_no ilike ${pattern})`] : []),
    ...(from ? [sql`p.signed_on >= ${from}::date`] : []),
    ...(to ? [sql`p.signed_on <= ${to}::date`] : []),
    ...(query.having ? [HAVING[query.having]] : []),
    ...(query.idle ? [sql`${PROVES} = 0`] : []),
  ];
  return sql.join(parts, sql` and `);
}

/** One page of the catalogue, newest first, with its totals over the whole filter; classes are those without one chosen. */
export async function listPapers(db: Db, query: CatalogueQuery): Promise<Catalogue> {
  const all = standing(query);
  const where = query.paperClass ? sql`${all} and p.paper_class = ${query.paperClass}` : all;
  const counts = Object.entries(HAVING).map(
    ([name, condition]) => sql`count(*) filter (where ${condition})::int as ${sql.ref(name)}`,
  );
  const head = await sql<Record<Having, number> & { total: number }>`select count(*)::int as total,
    ${sql.join(counts)} from paper p where ${where}`.execute(db);
  const classes = await sql<{
    value: string;
    total: number;
  }>`select p.paper_class as value, count(*)::int as total
    from paper p where ${all} group by 1 order by 2 desc, 1`.execute(db);
  const { rows } =
    await sql<CataloguedPaper>`select ${PAPER_COLUMNS}, p.origin, p.retention, ${PROVES}::int as proves
    from paper p left join stored_file f on f.county_id = p.county_id and f.sha256 = p.file_sha256
    where ${where} order by p.signed_on desc, p.id offset ${query.offset} limit ${query.limit}`.execute(db);
  const { total, ...having } = head.rows[0] ?? { total: 0, file: 0, original: 0, missing: 0, nothing: 0 };
  return { total, having, classes: classes.rows, rows };
}
