import { useEffect } from 'react';
import { readStored, writeStored } from '../lib/preference.ts';
import { isIdle } from './idle.ts';

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const CHECK_MS = 5_000;
const SEEN = 'shuangyong.seen';

/** Tells the other windows of this browser that somebody is here. */
export function noteSeen(now: number): void {
  writeStored(SEEN, String(now));
}

/** Calls `onIdle` once nobody has typed or pointed in any window of this browser for a quarter of an hour. */
export function useIdle(isWatching: boolean, onIdle: () => void): void {
  useEffect(() => {
    if (!isWatching) return;
    let last = Date.now();
    let told = last;
    noteSeen(last);
    const note = () => {
      last = Date.now();
      if (last - told < CHECK_MS) return;
      told = last;
      noteSeen(last);
    };
    const check = () => {
      if (isIdle(Date.now(), last, Number(readStored(SEEN)))) onIdle();
    };
    const timer = setInterval(check, CHECK_MS);
    for (const input of INPUTS) window.addEventListener(input, note, { capture: true, passive: true });
    // A machine that slept asks at once, not when its timer comes round.
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      for (const input of INPUTS) window.removeEventListener(input, note, { capture: true });
      document.removeEventListener('visibilitychange', check);
    };
  }, [isWatching, onIdle]);
}
