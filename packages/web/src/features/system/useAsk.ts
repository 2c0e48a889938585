import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';

export interface Ask {
  readonly busy: boolean;
  readonly errors: readonly FieldError[];
  /** What was done, to be read out. */
  readonly done: string;
  /** Runs a command once at a time; its sentence is said afterwards, its refusal put beside the field. */
  readonly run: (wrong: readonly FieldError[], command: () => Promise<string>) => Promise<boolean>;
}

/** The course of one form: wrong fields, waiting, refusal or what was done. */
export function useAsk(field: string): Ask {
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [done, setDone] = useState('');
  const run = async (wrong: readonly FieldError[], command: () => Promise<string>) => {
    setErrors(wrong);
    setDone('');
    if (wrong.length > 0 || busy) return false;
    setBusy(true);
    try {
      setDone(await command());
      void queryClient.invalidateQueries();
      return true;
    } catch (problem) {
      setErrors(fieldErrors(problem, field));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, errors, done, run };
}
