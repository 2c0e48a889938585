import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { Unsourced } from './problems.ts';

interface TextRunProps {
  readonly text: string;
  /** Stretches of it without a source. */
  readonly unsourced: readonly Unsourced[];
  readonly mayWrite: boolean;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onRest: () => void;
  readonly onFocus: () => void;
  readonly onUnsourced: (place: Unsourced) => void;
  readonly onEnter: () => void;
}

function piecesOf(text: string, unsourced: readonly Unsourced[]): Node[] {
  const pieces: Node[] = [];
  let at = 0;
  for (const { start, end } of unsourced) {
    const mark = document.createElement('span');
    mark.className = 'unb';
    mark.textContent = text.slice(start, end);
    pieces.push(document.createTextNode(text.slice(at, start)), mark);
    at = end;
  }
  return [...pieces, document.createTextNode(text.slice(at))];
}

/** Where the caret stands in the text of an element, if it stands there. */
function caretIn(node: HTMLElement): number | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || !node.contains(selection.anchorNode))
    return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  range.setStart(node, 0);
  return range.toString().length;
}

/** Puts the caret at the beginning or the end of an editable text. */
export function enterText(node: HTMLElement, end: boolean): void {
  node.focus();
  const range = document.createRange();
  range.selectNodeContents(node);
  range.collapse(!end);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
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

/**
 * A text between two figures, written in place. Only this text can be typed in, so no key can take a figure away;
 * the arrow keys go on to the figure beside it.
 */
export function TextRun(props: TextRunProps) {
  const { text, unsourced, mayWrite } = props;
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return;
    const isTyping = document.activeElement === node;
    if (isTyping && node.textContent === text) return;
    node.replaceChildren(...piecesOf(text, unsourced));
    if (isTyping) enterText(node, true);
  }, [text, unsourced]);
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const node = event.currentTarget;
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      props.onEnter();
    }
    const at = caretIn(node);
    const length = node.textContent?.length ?? 0;
    const leaves = (event.key === 'ArrowLeft' && at === 0) || (event.key === 'ArrowRight' && at === length);
    if (leaves && !event.shiftKey && stepFrom(node, event.key === 'ArrowRight')) event.preventDefault();
  };
  const onClick = () => {
    const node = box.current;
    const at = node === null ? undefined : caretIn(node);
    const hit = unsourced.find(({ start, end }) => at !== undefined && start <= at && at <= end);
    if (hit !== undefined) props.onUnsourced(hit);
  };
  const onBlur = () => {
    const node = box.current;
    if (node !== null) node.replaceChildren(...piecesOf(node.textContent ?? '', unsourced));
    props.onRest();
  };
  if (!mayWrite) return <span>{text}</span>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text inside a sentence, which no input can be
    <span
      ref={box}
      className="words"
      role="textbox"
      tabIndex={-1}
      aria-label={props.label}
      data-stop=""
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      spellCheck={false}
      onInput={(event) => props.onText((event.currentTarget.textContent ?? '').replace(/[\r\n]+/g, ''))}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={props.onFocus}
      onBlur={onBlur}
    />
  );
}
