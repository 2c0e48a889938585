import { useSyncExternalStore } from 'react';

/** A yes/no setting of this browser, remembered in localStorage. */
export interface Preference {
  readonly get: () => boolean;
  readonly set: (value: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Private windows may refuse storage; the setting then lives as long as the page. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
}

function preference(key: string, fallback: boolean): Preference {
  const stored = readStored(key);
  let current = stored === null ? fallback : stored === '1';
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (value) => {
      current = value;
      writeStored(key, value ? '1' : '0');
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** 「大字」 */
export const largeType = preference('shuangyong.large', false);
/** Whether single letters act as shortcuts. */
export const letterKeys = preference('shuangyong.letters', true);

export function usePreference(setting: Preference): boolean {
  return useSyncExternalStore(setting.subscribe, setting.get);
}
