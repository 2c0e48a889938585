import { useSyncExternalStore } from 'react';

/** A phone held upright: the approver reads the sums and says yes or no. */
const NARROW = '(max-width: 600px)';

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(NARROW);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
