import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { KindDef } from '../../../platform/contract/kind.ts';
import type { Scope } from './scope.ts';
import { stageTable } from './stage.ts';

/** Titles and numbers are compared without spaces, width and case. */
const plain = (text: string) => sql.raw(`lower(regexp_replace(normalize(${text}, NFKC), '\\s', '', 'g'))`);

/** What the papers of the township go by: title, number, file, and the file's bare name. Answers whether it has any. */
async function createNames(scope: Scope): Promise<boolean> {
  const { db, countyId, divisionId } = scope;
  await sql`create temp table stage_paper_name on commit drop as
    select distinct p.id, ${plain('n.name')} as name, n.by_number
    from paper p cross join lateral (values (p.title, false), (p.document_no, true), (p.file_path, false),
      (regexp_replace(p.file_path, '^.*[/\\\\]', ''), false)) n(name, by_number)
    where p.county_id = ${countyId} and p.division_id = ${divisionId} and p.voided_at is null and n.name <> ''`.execute(
    db,
  );
  await sql`analyze stage_paper_name`.execute(db);
  const { rows } = await sql`select 1 from stage_paper_name limit 1`.execute(db);
  return rows.length > 0;
}

/** 佐证 is first taken whole, for a title may hold a 、; only then as several. */
async function linkNamed(scope: Scope, kind: KindDef): Promise<void> {
  const { db, countyId, divisionId } = scope;
  await sql`insert into stage_link
    select ${kind.kind}, r.id, n.id, 'sheet' from ${sql.table(kind.table)} r
    cross join lateral (
      select w.id from stage_paper_name w where w.name = ${plain('r.evidence_ref')}
      union
      select m.id from regexp_split_to_table(r.evidence_ref, '[、；;\n]') part
      join stage_paper_name m on m.name = ${plain('part')}
      where not exists (select 1 from stage_paper_name w where w.name = ${plain('r.evidence_ref')})) n
    where r.county_id = ${countyId} and r.division_id = ${divisionId} and r.voided_at is null
      and r.evidence_ref is not null`.execute(db);
}

/** A record that names no paper rests on the one that bears its 文件号 or 凭证号. */
async function linkByNumber(scope: Scope, kind: KindDef): Promise<void> {
  if (!kind.documentField) return;
  const { db, countyId, divisionId } = scope;
  const field = sql.ref(kind.documentField);
  await sql`insert into stage_link
    with numbers as (select distinct ${field} as number from ${sql.table(kind.table)}
        where county_id = ${countyId} and division_id = ${divisionId} and ${field} is not null),
      found as (select d.number, n.id from numbers d
        join stage_paper_name n on n.by_number and n.name = ${plain('d.number')})
    select ${kind.kind}, r.id, f.id, 'number' from ${sql.table(kind.table)} r join found f on f.number = r.${field}
    where r.county_id = ${countyId} and r.division_id = ${divisionId} and r.voided_at is null
      and r.evidence_ref is null`.execute(db);
}

async function insertLinks(scope: Scope): Promise<void> {
  const { db, countyId, divisionId, importId, at, ctx } = scope;
  const { rows } = await sql<{ kind: string; record: string; paper: string; origin: string }>`
    select distinct on (l.kind, l.record, l.paper) l.kind, l.record, l.paper, l.origin from stage_link l
    where l.record <> l.paper and not exists (select 1 from evidence e where e.county_id = ${countyId}
      and e.record_kind = l.kind and e.record_id = l.record and e.paper_id = l.paper)`.execute(db);
  for (let from = 0; from < rows.length; from += 5_000) {
    const some = rows.slice(from, from + 5_000);
    await sql`insert into evidence (county_id, id, division_id, paper_id, record_kind, record_id, origin, import_id,
        linked_at, linked_by)
      select ${countyId}, l.id, ${divisionId}, l.paper, l.kind, l.record, l.origin, ${importId}, ${at}, ${ctx.actor.name}
      from unnest(${some.map(() => newId())}::uuid[], ${some.map(({ paper }) => paper)}::uuid[],
        ${some.map(({ kind }) => kind)}::text[], ${some.map(({ record }) => record)}::uuid[],
        ${some.map(({ origin }) => origin)}::text[]) l(id, paper, kind, record, origin)`.execute(db);
  }
}

async function warnUnknown(scope: Scope): Promise<void> {
  for (const kind of scope.kinds) {
    const { rows } = await sql<{ sheet: string; row: number; value: string }>`
      select s.source_sheet as sheet, s.source_row as row, trim(part) as value
      from ${sql.table(stageTable(kind))} s cross join lateral regexp_split_to_table(s.evidence_ref, '[、；;\n]') part
      where not s.refused and s.evidence_ref is not null and trim(part) <> ''
        and not exists (select 1 from stage_paper_name w where w.name = ${plain('s.evidence_ref')})
        and not exists (select 1 from stage_paper_name w where w.name = ${plain('part')})
      order by s.ord`.execute(scope.db);
    const reason = '档案里没有这份材料（按题名、文号、文件找）。请在「档案」表补上，或改成那里的题名。';
    for (const found of rows)
      scope.issues.warnings.push({ ...found, column: '佐证', code: 'evidence_unknown', reason });
  }
}

/** Hangs papers on the records of the township, those of earlier imports included. A pair is never hung twice. */
export async function linkEvidence(scope: Scope, kinds: readonly KindDef[]): Promise<void> {
  if (await createNames(scope)) await linkPapers(scope, kinds);
  await warnUnknown(scope);
}

async function linkPapers(scope: Scope, kinds: readonly KindDef[]): Promise<void> {
  await sql`create temp table stage_link (kind text, record uuid, paper uuid, origin text) on commit drop`.execute(
    scope.db,
  );
  for (const kind of kinds) {
    await linkNamed(scope, kind);
    await linkByNumber(scope, kind);
  }
  await insertLinks(scope);
}
