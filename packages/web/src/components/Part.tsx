import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from './Problem.tsx';

interface PartProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** What is being fetched, said while nothing is here yet. */
  readonly waiting?: string;
}

/** A part of a page that loads by itself: waits, fails and retries in its own place; the rest works. */
export function Part<Data>({ query, children, waiting = '正在取数…' }: PartProps<Data>) {
  const { data, error, isPending, isPlaceholderData, refetch } = query;
  if (error !== null && data === undefined) return <Problem problem={error} onRetry={() => void refetch()} />;
  if (isPending || data === undefined) return <p className="t2">{waiting}</p>;
  return (
    <div className={isPlaceholderData ? 'dim' : undefined} aria-busy={isPlaceholderData}>
      {error !== null && <Problem problem={error} onRetry={() => void refetch()} />}
      {children(data)}
    </div>
  );
}
