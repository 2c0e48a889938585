import type { Day, Month } from '@shuangyong/values';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '../app/scope.ts';
import { factsQuery, lawQuery, tellPerson } from './data.ts';

/** What is due to a person in each month of a span, computed in the browser; `knownOn` as the books stood then. */
export function useWhy(personId: string, from: Month, to: Month, knownOn?: Day) {
  const { division } = useScope();
  const law = useQuery(lawQuery(division, knownOn));
  const facts = useQuery(factsQuery(division, personId, knownOn));
  const told = useQuery({
    queryKey: ['why', division, personId, from, to, knownOn ?? '', law.data?.hash, facts.dataUpdatedAt],
    enabled: law.data !== undefined && facts.data !== undefined,
    queryFn: () => {
      if (law.data === undefined || facts.data === undefined) return [];
      return tellPerson(facts.data.plain, law.data, from, to);
    },
  });
  return { told, facts, problem: law.error ?? facts.error ?? told.error };
}
