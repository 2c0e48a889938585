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

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Restarts into the filled sample; resolves with its address once it answers, at the latest after 30 s. */
export async function openSample(): Promise<string> {
  const { url } = await answer(api.POST('/api/sample'));
  for (let tries = 0; tries < 60; tries += 1) {
    const up = await fetch(new URL('/api/session', new URL(url, location.href)), { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    if (up) return url;
    await pause(500);
  }
  return url;
}
