import { Navigate } from '@tanstack/react-router';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';

/** 报告 opens the summary of the year shown. */
export function Page() {
  const { year } = useScope();
  return <Navigate to={`/report/${year}` as never} search={((old: Search) => old) as never} replace />;
}
