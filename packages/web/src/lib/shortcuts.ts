import { useEffect, useRef } from 'react';
import { isComposing, isLetterKey, isTextField, keyName } from './keys.ts';
import { letterKeys } from './preference.ts';

/** One shortcut: what it does in words (listed by `?`) and what runs; `false` lets the browser act too. */
export interface Shortcut {
  readonly words: string;
  readonly run: (event: KeyboardEvent) => unknown;
}
export type Shortcuts = Readonly<Record<string, Shortcut>>;

const layers: { current: Shortcuts }[] = [];
let listening = false;

function aimedAtText(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return isTextField(target.tagName, target.getAttribute('type') ?? 'text', target.isContentEditable);
}

/** Enter and Space belong to the focused button, link or summary first. */
function aimedAtControl(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  return event.target instanceof Element && event.target.closest('a,button,summary,[role=button]') !== null;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const name = keyName(event);
  const letter = isLetterKey(name);
  if (letter && !letterKeys.get()) return;
  if ((letter || !event.ctrlKey) && aimedAtText(event) && event.key !== 'Escape') return;
  if (aimedAtControl(event)) return;
  for (const layer of [...layers].reverse()) {
    const shortcut = layer.current[name];
    if (shortcut && shortcut.run(event) !== false) {
      event.preventDefault();
      return;
    }
  }
}

/** Registers shortcuts while the component is mounted; the newest layer answers first. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const layer = useRef(shortcuts);
  useEffect(() => {
    layer.current = shortcuts;
  });
  useEffect(() => {
    if (!listening) window.addEventListener('keydown', onKey);
    listening = true;
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** All shortcuts that act now, newest layer first, each key once. */
export function listShortcuts(): readonly (readonly [key: string, words: string])[] {
  const seen = new Map<string, string>();
  for (const layer of [...layers].reverse())
    for (const [key, shortcut] of Object.entries(layer.current))
      if (!seen.has(key)) seen.set(key, shortcut.words);
  return [...seen];
}
