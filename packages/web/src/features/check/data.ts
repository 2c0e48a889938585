import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Checks = components['schemas']['Checks'];
export type CheckTest = components['schemas']['CheckTest'];
export type Finding = components['schemas']['CheckFinding'];
export type VerdictWord = NonNullable<Finding['verdict']>['verdict'];

export function checksQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['checks', division, year],
    queryFn: () => answer(api.GET('/api/checks', { params: { query: { division, year } } })),
  });
}

export function decide(
  division: string,
  year: number,
  finding: Finding,
  verdict: VerdictWord,
  reason: string,
) {
  const { key, code, person } = finding;
  const body = { key, code, year, personId: person.id, verdict, reason };
  return answer(api.POST('/api/checks/verdicts', { params: { query: { division } }, body }));
}
