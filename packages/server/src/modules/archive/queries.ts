import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';

export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly signedOn: string;
  readonly paperClass: string;
  readonly pages: number | null;
  readonly originalAt: string | null;
  readonly sha256: string | null;
  readonly mediaType: string | null;
  readonly fileMissing: boolean;
  readonly origin: string | null;
}

/** What is answered of a paper, from `paper p` and its `stored_file f`. */
export const PAPER_COLUMNS = sql`p.id, p.title, p.document_no as "documentNo", p.signed_on as "signedOn",
  p.paper_class as "paperClass", p.pages, p.original_at as "originalAt", encode(p.file_sha256, 'hex') as sha256,
  f.media_type as "mediaType", p.file_missing as "fileMissing"`;

/** Papers that hang on one record, oldest link first. */
export async function papersOf(db: Db, countyId: number, kind: string, recordId: string): Promise<Paper[]> {
  const { rows } = await sql<Paper>`select ${PAPER_COLUMNS}, e.origin from evidence e
    join paper p on p.county_id = e.county_id and p.id = e.paper_id and p.voided_at is null
    left join stored_file f on f.county_id = p.county_id and f.sha256 = p.file_sha256
    where e.county_id = ${countyId} and e.record_kind = ${kind} and e.record_id = ${recordId} and e.removed_at is null
    order by e.linked_at, p.title`.execute(db);
  return rows;
}

export async function findPaper(
  db: Db,
  countyId: number,
  id: string,
): Promise<(Paper & { divisionId: string; version: number }) | undefined> {
  const { rows } = await sql<Paper & { divisionId: string; version: number }>`
    select ${PAPER_COLUMNS}, p.origin, p.version, p.division_id as "divisionId" from paper p
    left join stored_file f on f.county_id = p.county_id and f.sha256 = p.file_sha256
    where p.county_id = ${countyId} and p.id = ${id} and p.voided_at is null`.execute(db);
  return rows[0];
}

/** A paper of the township with this very content. */
export async function findPaperByHash(db: Db, countyId: number, divisionId: string, sha256: string) {
  const { rows } = await sql<{ id: string; title: string; originalAt: string | null }>`
    select id, title, original_at as "originalAt" from paper
    where county_id = ${countyId} and division_id = ${divisionId} and file_sha256 = ${Buffer.from(sha256, 'hex')}
      and voided_at is null limit 1`.execute(db);
  return rows[0];
}

/** Papers whose title or number holds the words, newest first. */
export async function searchPapers(
  db: Db,
  countyId: number,
  divisionIds: readonly string[],
  q: string,
  limit: number,
) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<Paper>`select ${PAPER_COLUMNS}, p.origin from paper p
    left join stored_file f on f.county_id = p.county_id and f.sha256 = p.file_sha256
    where p.county_id = ${countyId} and p.division_id = any(${divisionIds}) and p.voided_at is null
      and (p.title ilike ${pattern} or p.document_no ilike ${pattern})
    order by p.signed_on desc, p.id limit ${limit}`.execute(db);
  return rows;
}

/** What a paper proves: the records it hangs on. */
export async function recordsOf(db: Db, countyId: number, paperId: string) {
  const { rows } = await sql<{ kind: string; id: string }>`
    select record_kind as kind, record_id as id from evidence
    where county_id = ${countyId} and paper_id = ${paperId} and removed_at is null order by linked_at`.execute(
    db,
  );
  return rows;
}

/** Papers of a sheet whose file was named but not found, newest first. */
export async function papersWithoutFile(
  db: Db,
  countyId: number,
  divisionIds: readonly string[],
  days: { readonly from: string; readonly to: string },
): Promise<Paper[]> {
  const { rows } = await sql<Paper>`select ${PAPER_COLUMNS}, p.origin from paper p
    left join stored_file f on f.county_id = p.county_id and f.sha256 = p.file_sha256
    where p.county_id = ${countyId} and p.division_id = any(${divisionIds}) and p.voided_at is null and p.file_missing
      and p.signed_on between ${days.from}::date and ${days.to}::date
    order by p.signed_on desc, p.id limit 500`.execute(db);
  return rows;
}
