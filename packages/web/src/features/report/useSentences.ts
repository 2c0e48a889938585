import { useEffect, useRef, useState } from 'react';
import type { Block, Draft, Run } from './data.ts';
import {
  addSentence,
  bindText,
  isBlank,
  markRead,
  markSectionRead,
  openParagraph,
  placeOf,
  type Removed,
  removeSentence,
  replaceRun,
  type Spot,
  setText,
  splitSentence,
} from './draft.ts';
import { writeIn } from './focus.ts';
import type { Unsourced } from './problems.ts';

const UNDO_MS = 10_000;

const newId = () => `own.${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

type Change = (draft: Draft, now?: boolean) => void;

/** Taking a sentence out, and ten seconds to put it back. */
function useRemoved(draft: Draft, change: Change) {
  const [removed, setRemoved] = useState<Removed>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const remove = (sentenceId: string) => {
    const place = placeOf(draft, sentenceId);
    if (place === undefined) return;
    change(removeSentence(draft, sentenceId), true);
    if (isBlank(place.sentence)) return;
    setRemoved(place);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setRemoved(undefined), UNDO_MS);
  };
  const undo = () => {
    if (removed !== undefined) change(addSentence(draft, removed, removed.sentence), true);
    setRemoved(undefined);
  };
  return { removed, remove, undo };
}

/** Where sentences and paragraphs begin: adding, cutting in two, joining. The cursor goes along. */
function paragraphsOf(draft: Draft, change: Change, write: (id: string, atEnd?: boolean) => void) {
  const add = (section: Block['section'], index: number) => {
    const id = newId();
    const runs: Run[] = [{ kind: 'text', text: '' }];
    change(addSentence(draft, { section, index }, { id, place: '', runs }));
    write(id);
  };
  const open = (sentenceId: string, opens: boolean) => {
    change(openParagraph(draft, sentenceId, opens), true);
    write(sentenceId);
  };
  const split = (spot: Spot, at: number) => {
    if (spot.run === 0 && at === 0) return open(spot.sentenceId, true);
    const id = newId();
    change(splitSentence(draft, spot, at, id));
    write(id);
  };
  const join = (sentenceId: string): boolean => {
    const place = placeOf(draft, sentenceId);
    const block = draft.blocks.find(({ section }) => section === place?.section);
    const previous = place && block?.sentences[place.index - 1];
    if (place === undefined) return false;
    if (isBlank(place.sentence)) {
      change(removeSentence(draft, sentenceId), true);
      if (previous !== undefined) write(previous.id, true);
      return true;
    }
    if (!place.sentence.opensParagraph || previous === undefined) return false;
    open(sentenceId, false);
    return true;
  };
  const addAfter = (sentenceId: string) => {
    const place = placeOf(draft, sentenceId);
    if (place !== undefined) add(place.section, place.index + 1);
  };
  return { addAfter, addFirst: (section: Block['section']) => add(section, 0), open, split, join };
}

/** What a writer does with sentences and figures; each is saved at once, words when typing rests. */
export function useSentences(
  draft: Draft,
  change: Change,
  onSpot: (spot: Spot) => void,
  /** Whoever writes; stands beside the numbers he vouches for. */
  who: string,
) {
  const vouched = (run: Run): Run => (run.kind === 'typed' ? { ...run, who } : run);
  const write = (id: string, atEnd = false) => {
    onSpot({ sentenceId: id, run: 0 });
    setTimeout(() => writeIn(id, atEnd));
  };
  return {
    ...useRemoved(draft, change),
    ...paragraphsOf(draft, change, write),
    write: (spot: Spot, text: string) => change(setText(draft, spot, text)),
    read: (sentenceId: string) => change(markRead(draft, sentenceId), true),
    readAll: (section: Block['section']) => change(markSectionRead(draft, section), true),
    replace: (spot: Spot, run: Run) => change(replaceRun(draft, spot, vouched(run)), true),
    bind: (hit: Unsourced, run: Run) => change(bindText(draft, hit, vouched(run)), true),
    sectionOf: (spot: Spot | undefined) => spot && placeOf(draft, spot.sentenceId)?.section,
  };
}

export type Sentences = ReturnType<typeof useSentences>;
