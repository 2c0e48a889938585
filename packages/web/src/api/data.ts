import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import type { FigureRow, Kind, RecordPage, Trace } from './types.ts';

/** What the data queries need to know of the page's scope. */
export interface DataScope {
  readonly division: string;
  readonly year: number;
  readonly asOf: string;
}

/** The kinds of records with their columns; the same as long as the program runs. */
export const kindsQuery = queryOptions({
  queryKey: ['kinds'],
  queryFn: (): Promise<Kind[]> => answer(api.GET('/api/kinds')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** All figures of a town, year and day. */
export function figuresQuery({ division, year, asOf }: DataScope) {
  return queryOptions({
    queryKey: ['figures', division, year, asOf],
    queryFn: async (): Promise<FigureRow[]> => {
      const query = { division, year, asOf };
      return (await answer(api.GET('/api/figures', { params: { query } }))).figures;
    },
  });
}

/** A stretch of the records behind a figure, newest first. */
export function traceQuery({ division, year, asOf }: DataScope, code: string, offset: number, limit: number) {
  return queryOptions({
    queryKey: ['trace', code, division, year, asOf, offset, limit],
    queryFn: (): Promise<Trace> => {
      const query = { division, year, asOf, offset, limit };
      return answer(api.GET('/api/figures/{code}/trace', { params: { path: { code }, query } }));
    },
  });
}

/** How a list of records is narrowed and ordered; newest first unless a field to sort by is given. */
export interface RecordAsk {
  readonly q?: string | undefined;
  readonly village?: string | undefined;
  /** Days, for kinds that have one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly evidenced?: 'yes' | 'no' | undefined;
  readonly sort?: string | undefined;
  readonly desc?: 'yes' | 'no' | undefined;
  /** Rows whose `field` is `value`; rows where a field is written, or empty. */
  readonly field?: string | undefined;
  readonly value?: string | undefined;
  readonly filled?: string | undefined;
  readonly blank?: string | undefined;
  /** Void rows instead of those that stand. */
  readonly voided?: 'yes' | undefined;
  /** Totals for each value of this field too. */
  readonly group?: string | undefined;
}

/** One page of records of a kind; at most 500 at a time. Empty parts of the question are left out. */
export function fetchRecords(
  { division, year }: Pick<DataScope, 'division' | 'year'>,
  kind: string,
  ask: RecordAsk,
  offset: number,
  limit: number,
): Promise<RecordPage> {
  const narrowed = Object.fromEntries(Object.entries(ask).filter(([, value]) => value));
  const query = { division, year, offset, limit, ...narrowed };
  return answer(api.GET('/api/records/{kind}', { params: { path: { kind }, query } }));
}
