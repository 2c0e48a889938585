import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import type { Check, Row } from './check.ts';

/** Rows of `table` whose `column` names a row of `target` that is not there. */
function dangling(table: string, column: string, target: string): RawBuilder<Row> {
  return sql<Row>`select t.county_id as "countyId", t.id as "recordId" from ${sql.table(table)} t
    where t.${sql.ref(column)} is not null and not exists (
      select from ${sql.table(target)} x where x.county_id = t.county_id and x.id = t.${sql.ref(column)})`;
}

const CURE = '数据被改动过，请从备份恢复。';
const PERSON = `记录所指的人不在册。${CURE}`;
const VILLAGE = `记录所在的村(社区)不见了。${CURE}`;
const IMPORT = `记录所指的导入回执不见了。${CURE}`;
const EVIDENCE = `佐证所指的记录不见了。${CURE}`;
const HISTORY = `记录的旧版本不全。${CURE}`;

/** What hangs on one kind of record: its person, village, import, and every version before the present one. */
export function kindChecks(kind: KindDef): readonly Check[] {
  const recordKind = kind.kind;
  const { table } = kind;
  const villages = kind.columns.filter(({ type }) => type === 'village').map(({ field }) => field);
  return [
    {
      code: 'import_missing',
      recordKind,
      message: IMPORT,
      query: dangling(table, 'import_id', 'import_log'),
    },
    { code: 'history_gap', recordKind, message: HISTORY, query: historyGaps(kind) },
    { code: 'evidence_record_missing', recordKind, message: EVIDENCE, query: strayEvidence(kind) },
    ...villages.map((field): Check => {
      return {
        code: 'village_missing',
        recordKind,
        message: VILLAGE,
        query: dangling(table, field, 'village'),
      };
    }),
    ...(kind.person ? [personOf(recordKind, table, 'person_id')] : []),
  ];
}

const personOf = (recordKind: string, table: string, column: string): Check => ({
  code: 'person_missing',
  recordKind,
  message: PERSON,
  query: dangling(table, column, 'person'),
});

function strayEvidence(kind: KindDef): RawBuilder<Row> {
  return sql<Row>`select e.county_id as "countyId", e.record_id as "recordId" from evidence e
    where e.record_kind = ${kind.kind} and e.removed_at is null and not exists (
      select from ${sql.table(kind.table)} x where x.county_id = e.county_id and x.id = e.record_id)`;
}

// Version n stands in the ledger, 1 to n − 1 in the history, each once.
function historyGaps(kind: KindDef): RawBuilder<Row> {
  return sql<Row>`select t.county_id as "countyId", t.id as "recordId" from ${sql.table(kind.table)} t
    left join (select county_id, record_id, count(*) as n, max(version) as last from record_history
                where record_kind = ${kind.kind} group by county_id, record_id) h
      on h.county_id = t.county_id and h.record_id = t.id
    where coalesce(h.n, 0) <> t.version - 1 or coalesce(h.last, 0) <> t.version - 1`;
}

/** What hangs together beside the ledgers: evidence and papers, people, imports, what was signed. */
export function houseChecks(kinds: readonly KindDef[]): readonly Check[] {
  const known = kinds.map(({ kind }) => kind);
  const imports = (table: string): Check => {
    const query = dangling(table, 'import_id', 'import_log');
    return { code: 'import_missing', recordKind: table, message: IMPORT, query };
  };
  return [
    imports('person'),
    imports('evidence'),
    personOf('person_alias', 'person_alias', 'person_id'),
    personOf('person_alias', 'person_alias', 'merged_into'),
    {
      code: 'evidence_paper_missing',
      recordKind: 'evidence',
      message: `佐证所指的材料不见了。${CURE}`,
      query: dangling('evidence', 'paper_id', 'paper'),
    },
    {
      code: 'evidence_record_missing',
      recordKind: 'evidence',
      message: EVIDENCE,
      query: sql<Row>`select county_id as "countyId", id as "recordId" from evidence
        where record_kind <> all(${known})`,
    },
    {
      code: 'paper_file_unknown',
      recordKind: 'paper',
      message: `材料的原件没有入库。${CURE}`,
      query: sql<Row>`select p.county_id as "countyId", p.id as "recordId" from paper p
        where p.file_sha256 is not null and not exists (
          select from stored_file f where f.county_id = p.county_id and f.sha256 = p.file_sha256)`,
    },
    {
      code: 'import_counts',
      recordKind: 'import',
      message: `导入回执的四个数加起来不等于读到的行数。${CURE}`,
      query: wrongCounts(),
    },
    {
      code: 'frozen_changed',
      recordKind: 'signing',
      message: `已签发总结背后的记录集被改动过。${CURE}`,
      query: changedSignings(),
    },
  ];
}

function wrongCounts(): RawBuilder<Row> {
  return sql<Row>`select distinct l.county_id as "countyId", l.id as "recordId"
    from import_log l, jsonb_each(l.counts) as s (sheet, c)
    where (c ->> 'read')::int is distinct from
          (c ->> 'created')::int + (c ->> 'updated')::int + (c ->> 'unchanged')::int + (c ->> 'refused')::int`;
}

// The lines are those the signing hashed: kind, id, version, contribution, in order of bytes.
function changedSignings(): RawBuilder<Row> {
  return sql<Row>`select distinct f.county_id as "countyId", f.signing_id as "recordId"
    from signing_figure f
    left join lateral (
      select string_agg(line, E'\n' order by line collate "C") as lines from (
        select i.record_kind || ' ' || i.record_id || ' ' || i.version || ' ' || i.contribution as line
          from signing_item i
         where i.county_id = f.county_id and i.signing_id = f.signing_id and i.code = f.code) x) s on true
    where f.set_hash <> sha256(convert_to(coalesce(s.lines, ''), 'UTF8'))`;
}

/** How many rows were looked at. */
export async function countRows(db: Db, tables: readonly string[]): Promise<number> {
  const counts = tables.map((table) => sql`(select count(*) from ${sql.table(table)})`);
  const { rows } = await sql<{ n: number }>`select (${sql.join(counts, sql` + `)})::bigint as n`.execute(db);
  return rows[0]?.n ?? 0;
}
