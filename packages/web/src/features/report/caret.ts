/** Where the caret stands in the text of an element, if it stands there. */
export function caretIn(node: HTMLElement): number | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || !node.contains(selection.anchorNode))
    return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  range.setStart(node, 0);
  return range.toString().length;
}

/** Puts the caret before the letter `at` of an element's text. */
export function putCaret(node: HTMLElement, at: number): void {
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let left = at;
  let last: Text | undefined;
  for (let text = texts.nextNode() as Text | null; text !== null; text = texts.nextNode() as Text | null) {
    last = text;
    if (left <= text.length) break;
    left -= text.length;
  }
  getSelection()?.collapse(last ?? node, last ? Math.min(left, last.length) : 0);
}

/** Puts the caret at the beginning or the end of an editable text. */
export function enterText(node: HTMLElement, end: boolean): void {
  node.focus();
  putCaret(node, end ? (node.textContent?.length ?? 0) : 0);
}

/** The next stop of the arrow keys: figures and texts of the paper one after the other. */
export function stepFrom(node: HTMLElement, forward: boolean): boolean {
  const stops = [...(node.closest('.paper')?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
  const next = stops[stops.indexOf(node) + (forward ? 1 : -1)];
  if (next === undefined) return false;
  if (next.isContentEditable) enterText(next, !forward);
  else next.focus();
  return true;
}
