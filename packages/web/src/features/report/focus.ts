import type { Spot } from './draft.ts';
import { spotKey } from './Paper.tsx';

function show(node: Element | null): HTMLElement | undefined {
  if (!(node instanceof HTMLElement)) return undefined;
  node.scrollIntoView({ block: 'center' });
  return node;
}

export function showSection(section: string): void {
  document.querySelector(`[data-section="${section}"]`)?.scrollIntoView({ block: 'start' });
}

export function showSentence(sentenceId: string): void {
  show(document.querySelector(`[data-sentence="${CSS.escape(sentenceId)}"]`));
}

/** Scrolls to a figure of the paper and gives it the keyboard. */
export function focusSpot(spot: Spot): void {
  show(document.querySelector(`[data-spot="${CSS.escape(spotKey(spot))}"]`))?.focus({ preventScroll: true });
}

/** Puts the cursor into the first words of a sentence. */
export function writeIn(sentenceId: string): void {
  show(document.querySelector(`[data-sentence="${CSS.escape(sentenceId)}"] .words`))?.focus();
}
