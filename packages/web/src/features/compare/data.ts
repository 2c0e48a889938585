import { queryOptions } from '@tanstack/react-query';
import { answer, api, send } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components } from '../../api/schema.gen.ts';

export type Roster = components['schemas']['Roster'];
export type RosterHit = components['schemas']['RosterHit'];
export type RosterShown = components['schemas']['RosterShown'];
export type Compared = components['schemas']['RosterCompared'];
export type RosterKind = Roster['kind'];

export const rostersQuery = (division: string) =>
  queryOptions({
    queryKey: ['rosters', division],
    queryFn: () => answer(api.GET('/api/checks/rosters', { params: { query: { division } } })),
  });

export const rosterQuery = (division: string, id: string) =>
  queryOptions({
    queryKey: ['rosters', division, id],
    queryFn: () =>
      answer(api.GET('/api/checks/rosters/{id}', { params: { path: { id }, query: { division } } })),
  });

/** Whatever was written may change the checks and the first page too. */
async function done<T>(call: Promise<T>): Promise<T> {
  const found = await call;
  await queryClient.invalidateQueries();
  return found;
}

export function dropRoster(division: string, kind: RosterKind, file: File): Promise<Compared> {
  const form = new FormData();
  form.set('file', file);
  const query = `division=${encodeURIComponent(division)}&kind=${encodeURIComponent(kind)}`;
  return done(send<Compared>('POST', `/api/checks/rosters?${query}`, form));
}

export function judge(
  division: string,
  id: string,
  { personId }: RosterHit,
  verdict: 'confirmed' | 'dismissed',
  reason: string,
) {
  const params = { path: { id }, query: { division } };
  const body = { personId, verdict, reason };
  return done(answer(api.POST('/api/checks/rosters/{id}/verdicts', { params, body })));
}

export function voidRoster(division: string, id: string, reason: string) {
  const params = { path: { id }, query: { division } };
  return done(answer(api.POST('/api/checks/rosters/{id}/void', { params, body: { reason } })));
}
