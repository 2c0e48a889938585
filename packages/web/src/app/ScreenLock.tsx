import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { answer, api } from '../api/client.ts';
import { queryClient } from '../api/query.ts';
import { sessionQuery, useSession } from '../api/session.ts';
import type { Session } from '../api/types.ts';
import { writeStored } from '../lib/preference.ts';
import { LockCover } from './LockCover.tsx';
import './lock.css';
import { noteSeen, useIdle } from './useIdle.ts';

const OPENED = 'shuangyong.opened';
const AGAIN_MS = 5_000;

/** While the screen is covered nothing leads away from the page under it: what was typed is still there. */
export function isScreenLocked(): boolean {
  return document.documentElement.dataset.locked !== undefined;
}

/** The session ends on the server with the lock, so that a reload does not open it; tried until it is done. */
function useEndSession(locked: boolean): { readonly current: Promise<void> } {
  const ended = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    if (!locked) return;
    let isOver = false;
    const end = async (): Promise<void> => {
      await answer(api.DELETE('/api/session')).catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
        if (!isOver) await end();
      });
    };
    ended.current = end();
    return () => {
      isOver = true;
    };
  }, [locked]);
  return ended;
}

/** Opened in one window, opened in the others of the same person. */
function useOpenedElsewhere(
  locked: boolean,
  own: string | undefined,
  open: (session: Session) => void,
): void {
  useEffect(() => {
    if (!locked) return;
    const look = async (event: StorageEvent) => {
      if (event.key !== OPENED) return;
      const session = await answer(api.GET('/api/session')).catch(() => undefined);
      if (session?.user && session.user.id === own) open(session);
    };
    const listen = (event: StorageEvent) => void look(event);
    window.addEventListener('storage', listen);
    return () => window.removeEventListener('storage', listen);
  }, [locked, own, open]);
}

/** After a quarter of an hour without input the screen covers itself; the pass code opens it where it was. */
export function ScreenLock() {
  const { user } = useSession();
  const [locked, setLocked] = useState(false);
  const lock = useCallback(() => setLocked(true), []);
  const ended = useEndSession(locked);
  const open = useCallback((session: Session) => {
    queryClient.setQueryData(sessionQuery.queryKey, session);
    setLocked(false);
    void queryClient.invalidateQueries();
  }, []);
  useIdle(user !== null && !locked, lock);
  useOpenedElsewhere(locked, user?.id, open);
  useLayoutEffect(() => {
    if (locked) document.documentElement.dataset.locked = '';
    return () => {
      delete document.documentElement.dataset.locked;
    };
  }, [locked]);
  if (!locked || user === null) return null;
  const enter = async (passCode: string) => {
    await ended.current;
    noteSeen(Date.now());
    const session = await answer(api.POST('/api/session', { body: { name: user.name, passCode } }));
    open(session);
    writeStored(OPENED, String(Date.now()));
  };
  return createPortal(<LockCover name={user.name} onEnter={enter} />, document.body);
}
