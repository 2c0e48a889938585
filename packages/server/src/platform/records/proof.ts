import { type RawBuilder, sql } from 'kysely';

/** SQL condition: the paper `paper` can be shown (its file is stored) or is known to lie somewhere. */
export const paperProves: RawBuilder<boolean> = sql`(paper.voided_at is null
  and (paper.file_sha256 is not null or paper.original_at is not null))`;

/** SQL: how many papers hang on the record. Uses evidence_live. */
export function paperCount(kind: string, recordId: RawBuilder<unknown>, countyId: RawBuilder<unknown>) {
  return sql<number>`(select count(*) from evidence e
    join paper on paper.county_id = e.county_id and paper.id = e.paper_id and paper.voided_at is null
    where e.county_id = ${countyId} and e.record_kind = ${kind} and e.record_id = ${recordId} and e.removed_at is null)`;
}

/** SQL: at least one linked paper has a file that exists or an 原件位置. Uses evidence_live. */
export function isEvidenced(kind: string, recordId: RawBuilder<unknown>, countyId: RawBuilder<unknown>) {
  return sql<boolean>`exists (select 1 from evidence e
    join paper on paper.county_id = e.county_id and paper.id = e.paper_id
    where e.county_id = ${countyId} and e.record_kind = ${kind} and e.record_id = ${recordId}
      and e.removed_at is null and ${paperProves})`;
}

/** SQL: the first three pictures that hang on the record, as papers. Uses evidence_live. */
export function picturesOf(kind: string, recordId: RawBuilder<unknown>, countyId: RawBuilder<unknown>) {
  return sql<string[]>`array(select paper.id::text from evidence e
    join paper on paper.county_id = e.county_id and paper.id = e.paper_id and paper.voided_at is null
    join stored_file f on f.county_id = paper.county_id and f.sha256 = paper.file_sha256 and f.media_type like 'image/%'
    where e.county_id = ${countyId} and e.record_kind = ${kind} and e.record_id = ${recordId} and e.removed_at is null
    order by e.linked_at, paper.id limit 3)`;
}
