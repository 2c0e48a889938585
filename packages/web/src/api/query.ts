import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { FaultError, SignedOutError, UnreachableError } from './errors.ts';

let onSignedOut: () => void = () => undefined;

/** Told by the router where an expired session must go. */
export function whenSignedOut(go: () => void): void {
  onSignedOut = go;
}

function watch(problem: unknown): void {
  if (problem instanceof SignedOutError) onSignedOut();
}

/** Refusals and missing things never get better by asking again; a busy server may. */
function worthAskingAgain(failures: number, problem: unknown): boolean {
  return failures < 1 && (problem instanceof UnreachableError || problem instanceof FaultError);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: worthAskingAgain,
      refetchOnWindowFocus: false,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
