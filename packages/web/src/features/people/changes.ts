import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components } from '../../api/schema.gen.ts';
import type { EventType } from './events.ts';

export type WaitingChange = components['schemas']['WaitingChange'];
export type RollEffects = components['schemas']['RollEffects'];

/** Which town, and the year whose figures are measured. */
export interface At {
  readonly division: string;
  readonly year: number;
}

export function changesQuery(division: string) {
  return queryOptions({
    queryKey: ['changes', division],
    queryFn: (): Promise<WaitingChange[]> =>
      answer(api.GET('/api/people/changes', { params: { query: { division } } })),
  });
}

const on = ({ division, year }: At, id: string) => ({ params: { path: { id }, query: { division, year } } });

/** What a waiting change would do; measured by the server without making it. */
export function changeEffectsQuery(at: At, id: string) {
  return queryOptions({
    queryKey: ['change-effects', at, id],
    queryFn: (): Promise<RollEffects> => answer(api.POST('/api/people/changes/{id}/effects', on(at, id))),
  });
}

/** What a death, a move or a stop would do, before it is reported. */
export function eventEffectsQuery(at: At, personId: string, type: EventType, day: string) {
  return queryOptions({
    queryKey: ['event-effects', at, personId, type, day],
    queryFn: (): Promise<RollEffects> =>
      answer(api.POST('/api/people/{id}/events/effects', { ...on(at, personId), body: { type, day } })),
  });
}

export interface EventReport {
  readonly type: EventType;
  readonly day: string;
  readonly source: string;
  readonly reason?: string;
  readonly paperId?: string;
}

const here = (division: string, id: string) => ({ params: { path: { id }, query: { division } } });

/** Tells of a death, a move, a sentence or another stop; the next payment is held from now. */
export async function reportEvent(division: string, id: string, body: EventReport) {
  const done = await answer(api.POST('/api/people/{id}/events', { ...here(division, id), body }));
  await queryClient.invalidateQueries();
  return done;
}

export async function acceptChange(division: string, id: string, paperId?: string): Promise<void> {
  const body = paperId === undefined ? {} : { paperId };
  await answer(api.POST('/api/people/changes/{id}/accept', { ...here(division, id), body }));
  await queryClient.invalidateQueries();
}

export async function rejectChange(division: string, id: string, reason: string): Promise<void> {
  await answer(api.POST('/api/people/changes/{id}/reject', { ...here(division, id), body: { reason } }));
  await queryClient.invalidateQueries();
}

/** Hangs a proof on a change that waits. */
export async function proveChange(division: string, id: string, paperId: string): Promise<void> {
  await answer(api.POST('/api/people/changes/{id}/paper', { ...here(division, id), body: { paperId } }));
  await queryClient.invalidateQueries();
}
