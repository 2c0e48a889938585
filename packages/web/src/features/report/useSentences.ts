import { useEffect, useRef, useState } from 'react';
import type { Block, Draft, Run } from './data.ts';
import {
  addSentence,
  bindText,
  markRead,
  placeOf,
  type Removed,
  removeSentence,
  replaceRun,
  type Spot,
  setText,
} from './draft.ts';
import { writeIn } from './focus.ts';
import type { Unsourced } from './problems.ts';

const UNDO_MS = 10_000;

const newId = () => `own.${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

/** What a writer does with sentences and figures; each is saved at once, words when typing rests. */
export function useSentences(
  draft: Draft,
  change: (draft: Draft, now?: boolean) => void,
  onSpot: (spot: Spot) => void,
) {
  const [removed, setRemoved] = useState<Removed>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const add = (section: Block['section'], index: number) => {
    const id = newId();
    const runs: Run[] = [{ kind: 'text', text: '' }];
    change(addSentence(draft, { section, index }, { id, place: '', runs }));
    onSpot({ sentenceId: id, run: 0 });
    setTimeout(() => writeIn(id));
  };
  const addAfter = (sentenceId: string) => {
    const place = placeOf(draft, sentenceId);
    if (place !== undefined) add(place.section, place.index + 1);
  };
  const remove = (sentenceId: string) => {
    const place = placeOf(draft, sentenceId);
    if (place === undefined) return;
    change(removeSentence(draft, sentenceId), true);
    setRemoved(place);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setRemoved(undefined), UNDO_MS);
  };
  const undo = () => {
    if (removed !== undefined) change(addSentence(draft, removed, removed.sentence), true);
    setRemoved(undefined);
  };
  return {
    removed,
    addAfter,
    remove,
    undo,
    addFirst: (section: Block['section']) => add(section, 0),
    write: (spot: Spot, text: string) => change(setText(draft, spot, text)),
    read: (sentenceId: string) => change(markRead(draft, sentenceId), true),
    replace: (spot: Spot, run: Run) => change(replaceRun(draft, spot, run), true),
    bind: (hit: Unsourced, run: Run) => change(bindText(draft, hit, run), true),
    sectionOf: (spot: Spot | undefined) => spot && placeOf(draft, spot.sentenceId)?.section,
  };
}

export type Sentences = ReturnType<typeof useSentences>;
