import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { errorWords, RefusedError } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { readStored, writeStored } from '../../lib/preference.ts';
import { type Draft, type Report, reportQuery, saveDraft } from './data.ts';
import { closedDraft, openedDraft } from './draft.ts';
import { mergeDrafts } from './merge.ts';

/** What was written here and is not on the server yet, and the version it was written over. */
interface Kept {
  readonly version: number;
  readonly draft: Draft;
  /** The stored draft it was written over. */
  readonly base: Draft;
}

const REST_MS = 1500;

function readKept(place: string): Kept | undefined {
  try {
    const kept = JSON.parse(readStored(place) ?? 'null') as Kept | null;
    return kept?.base === undefined ? undefined : kept;
  } catch {
    return undefined;
  }
}

export interface ReportEditor {
  readonly query: UseQueryResult<Report>;
  /** The draft with what was written here, open for editing. */
  readonly draft: Draft | undefined;
  readonly isSaved: boolean;
  /** Why saving failed, in words. */
  readonly problem: string;
  /** Somebody else saved meanwhile: what was written here is kept on this machine. */
  readonly isBehind: boolean;
  readonly change: (draft: Draft, now?: boolean) => void;
  /** Saves what is open; true when nothing is left unsaved. */
  readonly save: () => Promise<boolean>;
  /** Saves what was written here and what the other saved, sentence by sentence. */
  readonly keepBoth: () => Promise<void>;
  readonly takeTheirs: () => void;
}

/** Holds what was written here, on this machine until the server has it, and saves it. */
function useSaving(division: string, year: number) {
  const place = `shuangyong.draft.report.${division}.${year}`;
  const [kept, setKept] = useState(() => readKept(place));
  const [problem, setProblem] = useState('');
  const [isBehind, setBehind] = useState(false);
  const latest = useRef(kept);
  const running = useRef<Promise<boolean> | undefined>(undefined);

  const hold = useCallback(
    (next: Kept | undefined) => {
      latest.current = next;
      setKept(next);
      writeStored(place, next === undefined ? null : JSON.stringify(next));
    },
    [place],
  );

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const taken = latest.current;
    if (taken === undefined) return true;
    try {
      await saveDraft(division, year, taken.version, closedDraft(taken.draft));
      const fresh = await queryClient.fetchQuery({ ...reportQuery(division, year), staleTime: 0 });
      const newer = latest.current === taken ? undefined : latest.current;
      hold(newer && { version: fresh.version, draft: newer.draft, base: openedDraft(fresh.draft) });
      setProblem('');
      setBehind(false);
      return newer === undefined ? true : saveOnce();
    } catch (fault) {
      setBehind(isMeanwhile(fault));
      setProblem(errorWords(fault).join(''));
      return false;
    }
  }, [division, year, hold]);

  const save = useCallback((): Promise<boolean> => {
    running.current ??= saveOnce().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, [saveOnce]);

  const letGo = () => {
    hold(undefined);
    setBehind(false);
    setProblem('');
  };
  return { kept, latest, hold, save, letGo, problem, isBehind };
}

/**
 * What was left unsaved here, by a page that was closed or a line that was down, is saved as soon as it can be; what
 * is unsaved when the page is left is saved in leaving.
 */
function useLeftovers(isLoaded: boolean, hasUnsaved: () => boolean, save: () => Promise<boolean>) {
  const unsaved = useRef(hasUnsaved);
  useEffect(() => {
    if (isLoaded && unsaved.current()) void save();
  }, [isLoaded, save]);
  useEffect(
    () => () => {
      if (unsaved.current()) void save();
    },
    [save],
  );
}

/** The summary of a year and its saving: by itself when typing rests, at once after a choice or Ctrl+S. */
export function useReport(division: string, year: number): ReportEditor {
  const query = useQuery(reportQuery(division, year));
  const { kept, latest, hold, save: saveNow, letGo, problem, isBehind } = useSaving(division, year);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const save = useCallback(() => {
    clearTimeout(timer.current);
    return saveNow();
  }, [saveNow]);
  useLeftovers(query.data !== undefined, () => latest.current !== undefined, save);

  const stored = query.data?.draft;
  const opened = useMemo(() => stored && openedDraft(stored), [stored]);
  const serverVersion = query.data?.version ?? 0;
  const change = useCallback(
    (draft: Draft, now = false) => {
      const { version, base } = latest.current ?? { version: serverVersion, base: opened ?? draft };
      hold({ version, base, draft });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), now ? 0 : REST_MS);
    },
    [latest, hold, save, serverVersion, opened],
  );
  const keepBoth = async () => {
    const fresh = await queryClient.fetchQuery({ ...reportQuery(division, year), staleTime: 0 });
    const theirs = openedDraft(fresh.draft);
    const mine = latest.current;
    if (mine !== undefined)
      hold({ version: fresh.version, base: theirs, draft: mergeDrafts(mine.base, mine.draft, theirs) });
    await save();
  };
  const takeTheirs = () => {
    letGo();
    void queryClient.invalidateQueries();
  };
  const draft = kept?.draft ?? opened;
  return { query, draft, isSaved: kept === undefined, problem, isBehind, change, save, keepBoth, takeTheirs };
}

function isMeanwhile(fault: unknown): boolean {
  return fault instanceof RefusedError && fault.refusals.some(({ code }) => code === 'changed_meanwhile');
}
