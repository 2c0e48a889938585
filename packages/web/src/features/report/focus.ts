import { enterText } from './caret.ts';
import { type Spot, spotKey } from './draft.ts';

function show(node: Element | null): HTMLElement | undefined {
  if (!(node instanceof HTMLElement)) return undefined;
  node.scrollIntoView({ block: 'center' });
  return node;
}

export function showSection(section: string): void {
  document.querySelector(`[data-section="${CSS.escape(section)}"]`)?.scrollIntoView({ block: 'start' });
}

export function showSentence(sentenceId: string): void {
  show(document.querySelector(`[data-sentence="${CSS.escape(sentenceId)}"]`));
}

const nodeAt = (spot: Spot) => document.querySelector(`[data-spot="${CSS.escape(spotKey(spot))}"]`);

/** Scrolls to a figure of the paper and gives it the keyboard. */
export function focusSpot(spot: Spot): void {
  show(nodeAt(spot))?.focus({ preventScroll: true });
}

/** Puts the cursor into the words of a sentence: its first ones, or the end of its last. */
export function writeIn(sentenceId: string, atEnd = false): void {
  const words = document.querySelectorAll(`[data-sentence="${CSS.escape(sentenceId)}"] .words`);
  const node = words[atEnd ? words.length - 1 : 0];
  if (!(node instanceof HTMLElement)) return;
  const { top, bottom } = node.getBoundingClientRect();
  if (top < 160 || bottom > innerHeight - 40) node.scrollIntoView({ block: 'center' });
  enterText(node, atEnd);
}

/** From a figure of the paper to what can be done with it at the right. */
export function enterPanel(): void {
  const panel = document.querySelector<HTMLElement>('.rep .panel');
  const first = panel?.querySelector<HTMLElement>(
    'input:checked, input:not(:disabled), button:not(:disabled):not(.back), a',
  );
  (first ?? panel)?.focus();
}

/** On a narrow screen the right side lies under the paper: whoever clicks a figure is taken there. */
export function showPanel(): void {
  if (!matchMedia('(max-width: 899px)').matches) return;
  setTimeout(() => document.querySelector('.rep .panel')?.scrollIntoView({ block: 'start' }));
}

/** Back from the right to the chosen place of the paper. */
export function leavePanel(): void {
  const chosen = document.querySelector<HTMLElement>('.paper [aria-current="true"]');
  (chosen ?? document.querySelector<HTMLElement>('.paper [data-spot]'))?.focus();
}
