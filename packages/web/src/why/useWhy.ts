import type { Day, Month } from '@shuangyong/values';
import { useQuery } from '@tanstack/react-query';
import { useScope } from '../app/scope.ts';
import { factsQuery, lawQuery, tellPerson } from './data.ts';

/**
 * What is due to a person in each month of a span, computed in the browser; `knownOn` as the books stood then. Apart
 * from it the yearly allowances that he draws for soldiers.
 */
export function useWhy(personId: string, from: Month, to: Month, knownOn?: Day) {
  const { division } = useScope();
  const law = useQuery(lawQuery(division, knownOn));
  const facts = useQuery(factsQuery(division, personId, knownOn));
  const told = useQuery({
    queryKey: ['why', division, personId, from, to, knownOn ?? '', law.data?.hash, facts.dataUpdatedAt],
    enabled: law.data !== undefined && facts.data !== undefined,
    queryFn: async () => {
      if (law.data === undefined || facts.data === undefined) return { own: [], families: [] };
      const { plain, families } = facts.data;
      const of = law.data;
      const told = families.map((one) => tellPerson(one.plain, of, from, to, one.soldier));
      return { own: await tellPerson(plain, of, from, to), families: (await Promise.all(told)).flat() };
    },
  });
  const problem = law.error ?? facts.error ?? told.error;
  return { told: told.data?.own, families: told.data?.families ?? [], facts, problem };
}
