import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pagesOf } from '../lib/paging.ts';

/** A list of any length of which only some rows are here; what DataTable draws. */
export interface RowWindow<Row> {
  readonly total: number;
  /** Undefined while its page is on the way. */
  readonly row: (index: number) => Row | undefined;
  /** Told by the table which rows are on screen. */
  readonly show: (first: number, end: number) => void;
  /** The rows are those of the former question; the new answer is on the way. */
  readonly stale: boolean;
  /** Nothing has arrived yet. */
  readonly pending: boolean;
  readonly problem: unknown;
  readonly retry: () => void;
}

/** A short list that is here already. */
export function fixedRows<Row>(rows: readonly Row[], state: { stale?: boolean } = {}): RowWindow<Row> {
  return {
    total: rows.length,
    row: (index) => rows[index],
    show: () => undefined,
    stale: state.stale ?? false,
    pending: false,
    problem: null,
    retry: () => undefined,
  };
}

interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}
interface Held<Row, Answer extends Page<Row>> {
  readonly head: Answer;
  readonly pages: ReadonlyMap<number, Answer>;
}

/** A page is asked for only when scrolling rests there, so a long drag does not ask for all it passes. */
const REST_MS = 60;

/**
 * Rows fetched by pages as they come into view. `key` names the question (kind, scope, filters, sort): when it
 * changes, the old rows stay, marked stale, until the first page of the new answer is here. `head` is page 0 with
 * whatever else the server put there (sums).
 */
export function usePagedRows<Row, Answer extends Page<Row>>(
  key: readonly unknown[],
  fetchPage: (offset: number, limit: number) => Promise<Answer>,
  pageSize = 200,
): RowWindow<Row> & { readonly head: Answer | undefined } {
  const question = JSON.stringify(key);
  const [wanted, setWanted] = useState({ question, pages: [0] as readonly number[] });
  const pages = wanted.question === question ? wanted.pages : [0];
  const queries = useQueries({
    queries: pages.map((page) => ({
      queryKey: [...key, 'page', page, pageSize],
      queryFn: () => fetchPage(page * pageSize, pageSize),
    })),
  });
  const held = useRef<Held<Row, Answer> | undefined>(undefined);
  const head = queries[0]?.data;
  const current: Held<Row, Answer> | undefined = head && {
    head,
    pages: new Map(
      pages.flatMap((page, index) => (queries[index]?.data ? [[page, queries[index].data]] : [])),
    ),
  };
  useEffect(() => {
    if (current !== undefined) held.current = current;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = useCallback(
    (first: number, end: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        const next = pagesOf(first, end, pageSize);
        setWanted((old) =>
          old.question === question && old.pages.join() === next.join() ? old : { question, pages: next },
        );
      }, REST_MS);
    },
    [question, pageSize],
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  const drawn = current ?? held.current;
  return {
    total: drawn?.head.total ?? 0,
    row: (index) => drawn?.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    show,
    stale: current === undefined && drawn !== undefined,
    pending: drawn === undefined,
    problem: queries.find((query) => query.error !== null)?.error ?? null,
    retry: () => {
      for (const query of queries) if (query.error !== null) void query.refetch();
    },
    head: drawn?.head,
  };
}
