import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components } from '../../api/schema.gen.ts';
import type { At } from './changes.ts';
import type { MeasuredEffects } from './changeWords.ts';

export type TwinPair = components['schemas']['TwinPair'];
export type Twin = components['schemas']['Twin'];
export type Merge = components['schemas']['Merge'];

const of = (division: string) => ({ params: { query: { division } } });

export function pairsQuery(division: string) {
  return queryOptions({
    queryKey: ['duplicates', division],
    queryFn: (): Promise<TwinPair[]> => answer(api.GET('/api/people/duplicates', of(division))),
  });
}

export function mergesQuery(division: string) {
  return queryOptions({
    queryKey: ['merges', division],
    queryFn: (): Promise<Merge[]> => answer(api.GET('/api/people/aliases', of(division))),
  });
}

/** What a merge would do to figures and signed summaries. */
export function mergeEffectsQuery({ division, year }: At, left: string, right: string) {
  return queryOptions({
    queryKey: ['merge-effects', division, year, left, right],
    queryFn: (): Promise<MeasuredEffects> => {
      const params = { query: { division, year } };
      return answer(api.POST('/api/people/duplicates/effects', { params, body: { left, right } }));
    },
  });
}

/** What taking a merge back would do. */
export function undoEffectsQuery({ division, year }: At, id: string) {
  return queryOptions({
    queryKey: ['undo-effects', division, year, id],
    queryFn: (): Promise<MeasuredEffects> => {
      const params = { path: { id }, query: { division, year } };
      return answer(api.POST('/api/people/aliases/{id}/effects', { params }));
    },
  });
}

/** `from` counts with `into` from now on; resolves with what takes it back. */
export async function mergeTwins(division: string, from: string, into: string, reason: string) {
  const body = { left: from, right: into, reason };
  const { aliasId } = await answer(api.POST('/api/people/duplicates/merge', { ...of(division), body }));
  await queryClient.invalidateQueries();
  return aliasId;
}

export async function undoMerge(division: string, id: string): Promise<void> {
  const params = { path: { id }, query: { division } };
  await answer(api.POST('/api/people/aliases/{id}/undo', { params }));
  await queryClient.invalidateQueries();
}

export async function keepApart(division: string, left: string, right: string, reason: string) {
  const body = { left, right, reason };
  await answer(api.POST('/api/people/duplicates/distinct', { ...of(division), body }));
  await queryClient.invalidateQueries();
}
