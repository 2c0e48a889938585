import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { FactBase, FactRule, FigureScope, IndicatorDef } from '../../platform/contract/indicator.ts';
import { paperProves } from '../../platform/records/proof.ts';
import type { Tally } from './rules.ts';

/** A figure that has records to count. */
export type CountedDef = IndicatorDef & { readonly fact: FactRule };

export const isCounted = (def: IndicatorDef): def is CountedDef => def.fact !== undefined;

/** The code under which a base reports how many rows it has at all. */
export const BASE_ROWS = '';

/** Rows of the base as `b`, each with `proved`: a linked paper has a file or a known place. */
function provedBase(base: FactBase, scope: FigureScope): RawBuilder<unknown> {
  const rows = sql`base as materialized (${base.rows(scope)})`;
  if (base.proof === 'own') return sql`${rows}, proved_base as (select * from base)`;
  const kinds = sql.join(base.kinds.map((kind) => sql.lit(kind)));
  return sql`${rows}, proof as materialized (
      select e.record_kind, e.record_id from evidence e
      join paper on paper.county_id = e.county_id and paper.id = e.paper_id and ${paperProves}
      where e.county_id = ${scope.countyId}::int and e.record_kind in (${kinds}) and e.removed_at is null
        and e.record_id in (select id from base)
    ), proved_base as (
      select base.*, (kind, id) in (select record_kind, record_id from proof) as proved from base
    )`;
}

/**
 * Rows as they are dealt: each stands for `n` records, of which `unproved` lack a paper. Rows of a packed base that
 * agree in everything the rules speak of become one.
 */
function dealtRows({ packed }: FactBase): RawBuilder<unknown> {
  if (!packed) return sql`(select *, 1 as n, (not proved)::int as unproved from proved_base)`;
  const by = sql.join(packed.by.map((column) => sql.ref(column)));
  const sum = sql.ref(packed.sum);
  return sql`(select ${by}, count(*) as n, count(*) filter (where not proved) as unproved,
      bool_or(estimated) as estimated, sum(${sum}) as ${sum} from proved_base group by ${by})`;
}

/** One line of the rule list: code, does the row count, what it brings, whose it is, its part of the denominator. */
function ruleLine({ code, fact }: CountedDef, one: RawBuilder<unknown> = sql`1`): RawBuilder<unknown> {
  const weight = fact.weight ?? (fact.who ? sql`1` : one);
  return sql`(${fact.family ?? sql.lit(code)}, ${fact.when}, (${weight})::bigint,
    (${fact.who ?? sql`null`})::text, (${fact.over ?? sql`null`})::bigint, ${sql.lit(fact.additive === true)})`;
}

/** Figures of one family share a rule, which is listed once. */
export function ruleLines(defs: readonly CountedDef[]): RawBuilder<unknown> {
  const seen = new Set<FactRule>();
  const own = defs.filter(({ fact }) => {
    const isNew = !fact.family || !seen.has(fact);
    seen.add(fact);
    return isNew;
  });
  const all = sql`(${sql.lit(BASE_ROWS)}, true, 1::bigint, null::text, null::bigint, false)`;
  return sql.join([all, ...own.map((def) => ruleLine(def, sql`b.n`))]);
}

interface TallyRow extends Tally {
  readonly code: string;
}

/**
 * All figures of one base in one statement: its rows are read once and dealt to the figures they count in. Within
 * one person, household or event only the largest weight counts, so the answer equals the sum of what
 * {@link traceRows} lists.
 */
export async function tallyBase(
  db: Db,
  scope: FigureScope,
  base: FactBase,
  defs: readonly CountedDef[],
): Promise<ReadonlyMap<string, Tally>> {
  const { rows } = await sql<TallyRow>`
    with ${provedBase(base, scope)}, dealt as (
      select f.code, f.who, sum(b.n) as rows,
        sum(b.n) filter (where coalesce(f.weight, f.over) is not null) as records,
        sum(b.unproved) filter (where coalesce(f.weight, f.over) is not null) as unproved,
        bool_or(b.estimated and f.weight is not null) as estimated,
        case when f.who is null or f.additive then sum(f.weight) else max(f.weight) end as weight,
        case when f.who is null then sum(f.over) else max(f.over) end as over
      from ${dealtRows(base)} b
      cross join lateral (values ${ruleLines(defs)}) as f(code, hit, weight, who, over, additive)
      where f.hit
      group by f.code, f.who, f.additive
    )
    select code, sum(rows)::bigint as rows, coalesce(sum(records), 0)::bigint as records,
      coalesce(sum(unproved), 0)::bigint as unproved,
      bool_or(estimated) as estimated, coalesce(sum(weight), 0)::bigint as weight,
      coalesce(sum(over), 0)::bigint as over
    from dealt group by code`.execute(db);
  return new Map(rows.map(({ code, ...tally }) => [code, tally]));
}

/** The commonest weight of a figure; of equally common ones the largest. */
export async function findMode(
  db: Db,
  scope: FigureScope,
  { fact }: CountedDef,
): Promise<number | undefined> {
  const { rows } = await sql<{ weight: number }>`
    with base as materialized (${fact.base.rows(scope)})
    select (${fact.weight ?? sql`1`})::bigint as weight from base b where ${fact.when}
    group by 1 order by count(*) desc, 1 desc limit 1`.execute(db);
  return rows[0]?.weight;
}

/** One record behind a figure, as the statement gives it. */
export interface TraceRow {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly divisionId: string;
  readonly label: string;
  readonly detail: string;
  readonly day: string | null;
  readonly contribution: number;
  readonly denominator: number | null;
  readonly evidenced: boolean;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly total: number;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** The records of one figure, newest first. Of one person's rows the first that brings most carries it, the others 0. */
export async function traceRows(
  db: Db,
  scope: FigureScope,
  def: CountedDef,
  page?: Page,
): Promise<readonly TraceRow[]> {
  const { fact } = def;
  const paging = page ? sql`limit ${page.limit}::int offset ${page.offset}::int` : sql``;
  const { rows } = await sql<TraceRow>`
    with ${provedBase(fact.base, scope)}, hit as (
      select b.kind, b.id, b.version, b.division_id, b.label, b.detail, b.day, b.proved, b.import_id,
        b.source_sheet, b.source_row, f.who, f.weight, f.over, f.additive
      from proved_base b
      cross join lateral (values ${ruleLine(def)}) as f(code, hit, weight, who, over, additive)
      where f.hit and f.code = ${def.code} and coalesce(f.weight, f.over) is not null
    ), shared as (
      select hit.*,
        case when who is null or additive or row_number() over most = 1 then weight else 0 end as contribution,
        case when who is null or row_number() over widest = 1 then over else least(over, 0) end as denominator
      from hit
      window most as (partition by who order by weight desc nulls last, day, id),
        widest as (partition by who order by over desc nulls last, day, id)
    ), record as (
      select kind, id, min(version) as version, min(division_id::text) as division_id, min(label) as label,
        min(detail) as detail, max(day) as day, coalesce(sum(contribution), 0)::bigint as contribution,
        sum(denominator)::bigint as denominator, bool_and(proved) as proved, min(import_id::text) as import_id,
        min(source_sheet) as source_sheet, min(source_row) as source_row
      from shared group by kind, id
    )
    select r.kind, r.id, r.version, r.division_id as "divisionId", r.label, r.detail, r.day, r.contribution,
      r.denominator, r.proved as evidenced, i.file_name as file, r.source_sheet as sheet, r.source_row as row,
      count(*) over () as total
    from record r
    left join import_log i on i.county_id = ${scope.countyId}::int and i.id = r.import_id::uuid
    order by r.day desc nulls last, i.file_name, r.source_sheet, r.source_row, r.id ${paging}`.execute(db);
  return rows;
}

/** A paper behind a record. */
export interface TracePaper {
  readonly id: string;
  readonly title: string;
  /** Where the original lies, else the file's path. */
  readonly location: string | null;
  readonly sha256: string | null;
}

interface LinkedPaper extends TracePaper {
  readonly kind: string;
  readonly recordId: string;
}

/** The papers of some records, by `kind/id`; a record that is itself a paper stands for itself. */
export async function papersOfRecords(
  db: Db,
  countyId: number,
  records: readonly { readonly kind: string; readonly id: string }[],
): Promise<ReadonlyMap<string, readonly TracePaper[]>> {
  const byRecord = new Map<string, TracePaper[]>();
  if (records.length === 0) return byRecord;
  const ids = [...new Set(records.map((record) => record.id))];
  const kinds = [...new Set(records.map((record) => record.kind))];
  const columns = sql`paper.id, paper.title, coalesce(paper.original_at, paper.file_path) as location,
    encode(paper.file_sha256, 'hex') as sha256`;
  const { rows } = await sql<LinkedPaper>`
    select e.record_kind as kind, e.record_id as "recordId", ${columns}, e.linked_at as at
    from evidence e
    join paper on paper.county_id = e.county_id and paper.id = e.paper_id and paper.voided_at is null
    where e.county_id = ${countyId}::int and e.record_kind = any(${kinds}::text[])
      and e.record_id = any(${ids}::uuid[]) and e.removed_at is null
    union all
    select 'paper', paper.id, ${columns}, paper.recorded_at from paper
    where paper.county_id = ${countyId}::int and paper.id = any(${ids}::uuid[]) and 'paper' = any(${kinds}::text[])
    order by at, title`.execute(db);
  for (const { kind, recordId, id, title, location, sha256 } of rows) {
    const key = `${kind}/${recordId}`;
    byRecord.set(key, [...(byRecord.get(key) ?? []), { id, title, location, sha256 }]);
  }
  return byRecord;
}
