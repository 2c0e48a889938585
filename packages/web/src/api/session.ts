import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import { queryClient } from './query.ts';
import type { Session } from './types.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: (): Promise<Session> => answer(api.GET('/api/session')),
  staleTime: 60_000,
});

/** The session of a page inside the shell; the route has loaded it before. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Forgets everything of the former user and asks for the session anew. */
export async function renewSession(): Promise<Session> {
  queryClient.clear();
  return queryClient.fetchQuery(sessionQuery);
}

export async function signIn(name: string, passCode: string): Promise<Session> {
  await answer(api.POST('/api/session', { body: { name, passCode } }));
  return renewSession();
}

export async function signInOnce(token: string): Promise<Session> {
  await answer(api.POST('/api/session/one-time', { body: { token } }));
  return renewSession();
}

export async function signOut(): Promise<void> {
  await answer(api.DELETE('/api/session'));
  queryClient.clear();
}

/** Opens the filled sample beside the office's own data; resolves with its address once it answers. */
export async function openSample(): Promise<string> {
  const { url } = await answer(api.POST('/api/start/sample', {}));
  return url;
}
