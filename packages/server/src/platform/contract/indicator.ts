import type { Day } from '@shuangyong/values';
import type { RawBuilder } from 'kysely';

/** Where and when a figure is asked for. Flows run from 1 January of `year` to `asOf`; stocks stand on `asOf`. */
export interface FigureScope {
  readonly countyId: number;
  /** Townships in scope: one, or all of a county. */
  readonly divisionIds: readonly string[];
  readonly year: number;
  readonly from: Day;
  readonly asOf: Day;
}

/**
 * One record's part in a figure. `weight` is what the record brings (1, a head-count, fen); for distinct counts
 * `who` is the key that makes two records the same person or household.
 */
export interface Contribution {
  readonly kind: string;
  readonly id: string;
  readonly weight: number;
  readonly who: string | null;
}

export type FigureKind = 'sum' | 'distinctPerson' | 'distinctHousehold' | 'ratio';
export type FigureShape = 'count' | 'yuan' | 'ratio' | 'decimal';

/** SQL that selects `kind text, id uuid, weight bigint, who text, estimated boolean` — one row a record. */
export type RowsQuery = (scope: FigureScope) => RawBuilder<unknown>;

/** One figure of the catalogue: everything that is known about it stands here. */
export interface IndicatorDef {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly section: '一' | '二' | '三' | '四' | '五' | '六';
  readonly kind: FigureKind;
  readonly shape: FigureShape;
  /** One Chinese sentence: what is counted, by which day. */
  readonly definition: string;
  /** Kinds of record it needs; with none of them in scope the answer is null and says which sheet is missing. */
  readonly sources: readonly string[];
  readonly rows?: RowsQuery;
  readonly ratio?: { readonly numerator: RowsQuery; readonly denominator: RowsQuery };
  /** Why there is no answer yet, for figures whose records come with a later room. */
  readonly missing?: string;
}
