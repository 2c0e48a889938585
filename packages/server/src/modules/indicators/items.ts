import { sql } from 'kysely';
import type { Db } from '../../kernel/db.ts';
import type { FactBase, FigureScope, IndicatorDef } from '../../platform/contract/indicator.ts';
import { type CountedDef, isCounted, ruleLines } from './queries.ts';
import { basesOf, tuneReading } from './service.ts';

/** One record's part in a figure, without what only a reader wants to see. Money in fen, as in a trace. */
export interface FigureItem {
  readonly code: string;
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly contribution: number;
  readonly denominator: number | null;
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
}

async function itemsOfBase(db: Db, scope: FigureScope, base: FactBase, defs: readonly CountedDef[]) {
  const codes = defs.map(({ code }) => code);
  const { rows } = await sql<FigureItem>`
    with base as materialized (${base.rows(scope)}), hit as (
      select f.code, b.kind, b.id, b.version, b.day, b.import_id, b.source_sheet, b.source_row,
        f.who, f.weight, f.over, f.additive
      from (select *, 1 as n from base) b
      cross join lateral (values ${ruleLines(defs)}) as f(code, hit, weight, who, over, additive)
      where f.hit and f.code = any(${codes}::text[]) and coalesce(f.weight, f.over) is not null
    ), shared as (
      select hit.*,
        case when who is null or additive or row_number() over most = 1 then weight else 0 end as contribution,
        case when who is null or row_number() over widest = 1 then over else least(over, 0) end as denominator
      from hit
      window most as (partition by code, who order by weight desc nulls last, day, id),
        widest as (partition by code, who order by over desc nulls last, day, id)
    )
    select s.code, s.kind, s.id, min(s.version) as version, coalesce(sum(s.contribution), 0)::bigint as contribution,
      sum(s.denominator)::bigint as denominator, min(i.file_name) as file, min(s.source_sheet) as sheet,
      min(s.source_row) as row
    from shared s
    left join import_log i on i.county_id = ${scope.countyId}::int and i.id = s.import_id
    group by s.code, s.kind, s.id order by s.code, s.kind, s.id`.execute(db);
  return rows;
}

/**
 * The records behind many figures at once, each base read one time: what {@link traceFigure} says of one figure, code
 * by code. Figures without records are not in it.
 */
export async function figureItems(
  db: Db,
  scope: FigureScope,
  defs: readonly IndicatorDef[],
): Promise<ReadonlyMap<string, readonly FigureItem[]>> {
  await tuneReading(db);
  const byCode = new Map<string, FigureItem[]>();
  for (const [base, own] of basesOf(defs.filter(isCounted)))
    for (const item of await itemsOfBase(db, scope, base, own)) {
      const items = byCode.get(item.code);
      if (items) items.push(item);
      else byCode.set(item.code, [item]);
    }
  return byCode;
}
