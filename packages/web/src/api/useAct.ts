import { useState } from 'react';
import { errorWords } from './errors.ts';

/** Runs the work and then says the words; false when it was refused or another step still runs. */
export type Act = (work: () => Promise<unknown>, words: string) => Promise<boolean>;

interface Acting {
  /** What was thrown last, for forms that put reasons beside their fields. */
  readonly fault: unknown;
  /** The same in words; empty when nothing was refused. */
  readonly problem: readonly string[];
  readonly busy: boolean;
  readonly act: Act;
}

/** Runs one step at a time, says what it did, or why not; two clicks are one. */
export function useAct(onDone: (words: string) => void = () => undefined): Acting {
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const act: Act = async (work, words) => {
    if (busy) return false;
    setBusy(true);
    setFault(undefined);
    try {
      await work();
      onDone(words);
      return true;
    } catch (thrown) {
      setFault(thrown);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { fault, problem: fault === undefined ? [] : errorWords(fault), busy, act };
}
