import type { Day } from '@shuangyong/values';
import { type RawBuilder, sql } from 'kysely';

/** Where and when a figure is asked for. Flows run from `from` to `to`, both included; stocks stand on `asOf`. */
export interface FigureScope {
  readonly countyId: number;
  /** Townships in scope: one, or all of a county. */
  readonly divisionIds: readonly string[];
  readonly year: number;
  /** 1 January of `year`. */
  readonly from: Day;
  /** The earlier of `asOf` and 31 December of `year`. */
  readonly to: Day;
  readonly asOf: Day;
}

/**
 * How the parts of a figure make one number. `sum` adds upward from townships to a county; the distinct kinds do
 * not (one person may be on two rolls); `mode` is the commonest amount; `ratio` is numerator over denominator.
 */
export type FigureKind = 'sum' | 'distinctPerson' | 'distinctHousehold' | 'distinctEvent' | 'ratio' | 'mode';
export type FigureShape = 'count' | 'yuan' | 'ratio' | 'decimal';
export type FigureSection = '一' | '二' | '三' | '四' | '五' | '六';

/**
 * A set of records that several figures look at, read once for all of them. Its SQL selects one row a record:
 * `kind text, id uuid, division_id uuid, day date, label text, detail text, estimated boolean`, the columns of
 * `originColumns`, and whatever the rules below speak of.
 */
export interface FactBase {
  readonly name: string;
  readonly span: 'flow' | 'stock';
  /** The record kinds it reads, by which proof is looked up. */
  readonly kinds: readonly string[];
  /** The workbook's sheets it reads, for the reason of an answer that is null. */
  readonly sheets: readonly string[];
  readonly rows: (scope: FigureScope) => RawBuilder<unknown>;
  /** `own`: the record is itself a paper, so its own file or place of the original proves it. */
  readonly proof?: 'own';
  /**
   * For bases of very many rows: columns by which they are packed before they are dealt to figures, and the column
   * that is added up. Rules may then speak of these columns only, and of `sum` as a weight.
   */
  readonly packed?: { readonly by: readonly string[]; readonly sum: string };
  /** Words of the null where no row is there at all, if the sheet's absence is not the whole of it. */
  readonly absent?: string;
}

/** Which rows of a base count in a figure and what each brings. Fragments speak of the base as `b`. */
export interface FactRule {
  readonly base: FactBase;
  readonly when: RawBuilder<boolean>;
  /** What a row brings: 1 unless given; heads, pieces or fen. A null is «not recorded» and brings nothing. */
  readonly weight?: RawBuilder<number | null>;
  /** The person, household or event a row belongs to; of its rows only the largest weight counts. */
  readonly who?: RawBuilder<string | null>;
  /** Denominator of a ratio, counted by the same `who`. */
  readonly over?: RawBuilder<number | null>;
  /** With `who`: weights are added all the same and only the denominator is distinct (an amount a head). */
  readonly additive?: boolean;
  /** One rule for many figures: the SQL text of the code a row belongs to. Such figures share this very object. */
  readonly family?: RawBuilder<string | null>;
  /** What is blank when rows match and none has a weight: «慰问品折价». */
  readonly blank?: string;
}

/** One figure of the catalogue: everything that is known about it stands here. */
export interface IndicatorDef {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly section: FigureSection;
  readonly kind: FigureKind;
  readonly shape: FigureShape;
  /** One Chinese sentence: what is counted, by which day. */
  readonly definition: string;
  /** Where the answer comes from. Absent together with `missing` present. */
  readonly fact?: FactRule;
  /** Which record is missing, for figures whose records come with a later room. */
  readonly missing?: string;
}

/** Live records of the townships in scope. Every base begins with it: it is what the ledgers' indexes lead with. */
export function liveIn(scope: FigureScope, alias: string): RawBuilder<boolean> {
  const t = sql.ref(alias);
  return sql<boolean>`${t}.county_id = ${scope.countyId}::int and ${t}.division_id = any(${scope.divisionIds}::uuid[]) and ${t}.voided_at is null`;
}

/** The flow's days: `column` between the first of the year and its end or the as-of day. */
export function inYear(scope: FigureScope, column: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} between ${scope.from}::date and ${scope.to}::date`;
}

/** Columns every base hands on so that a trace can name the record's version, file, sheet and row. */
export function originColumns(alias: string): RawBuilder<unknown> {
  const t = sql.ref(alias);
  return sql`${t}.division_id, ${t}.version, ${t}.import_id, ${t}.source_sheet, ${t}.source_row`;
}
