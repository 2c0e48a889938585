import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';

/** Runs one step at a time, says what it did, or why not; two clicks are one. */
export function useAct(onDone: (words: string) => void = () => undefined) {
  const [problem, setProblem] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>, words: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem([]);
    try {
      await work();
      onDone(words);
      return true;
    } catch (fault) {
      setProblem(errorWords(fault));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { problem, busy, act };
}
