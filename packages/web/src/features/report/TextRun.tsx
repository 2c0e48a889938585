import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { caretIn, putCaret, stepFrom } from './caret.ts';
import type { Unsourced } from './problems.ts';

/** What the keyboard asks for beyond typing. */
export interface TextKeys {
  /** Enter, with the caret's place in this text. */
  readonly onEnter: (at: number) => void;
  /** Backspace before the first letter; true when something came of it. */
  readonly onBackspace: () => boolean;
}

interface TextRunProps extends TextKeys {
  readonly text: string;
  /** Stretches of it without a source. */
  readonly unsourced: readonly Unsourced[];
  readonly mayWrite: boolean;
  readonly label: string;
  readonly onText: (text: string) => void;
  readonly onRest: () => void;
  readonly onFocus: () => void;
  readonly onUnsourced: (place: Unsourced) => void;
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

const drawingOf = (text: string, unsourced: readonly Unsourced[]) =>
  [text, ...unsourced.map(({ start, end }) => `${start}-${end}`)].join('\n');

/** Writes text and marks into the box; while somebody types the caret stays, and nothing moves under a composition. */
function useDrawn(text: string, unsourced: readonly Unsourced[]) {
  const box = useRef<HTMLSpanElement>(null);
  const drawn = useRef('');
  const composing = useRef(false);
  const draw = (asked = text) => {
    const node = box.current;
    if (node === null || composing.current) return;
    const drawing = drawingOf(asked, unsourced);
    if (drawn.current === drawing && node.textContent === asked) return;
    const at = document.activeElement === node ? caretIn(node) : undefined;
    node.replaceChildren(...piecesOf(asked, unsourced));
    drawn.current = drawing;
    if (at !== undefined) putCaret(node, at);
  };
  useLayoutEffect(() => draw());
  const compose = (isOn: boolean) => {
    composing.current = isOn;
    if (!isOn) draw(box.current?.textContent ?? '');
  };
  return { box, compose };
}

/**
 * A text between two figures, written in place. Only this text can be typed in, so no key can take a figure away;
 * the arrow keys go on to the figure beside it.
 */
export function TextRun(props: TextRunProps) {
  const { text, unsourced, mayWrite } = props;
  const { box, compose } = useDrawn(text, unsourced);
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    const node = event.currentTarget;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = caretIn(node) ?? 0;
    const isStart = at === 0 && (getSelection()?.isCollapsed ?? false);
    const isEnd = at === (node.textContent?.length ?? 0);
    const forward = event.key === 'ArrowRight';
    const leaves = !event.shiftKey && ((event.key === 'ArrowLeft' && isStart) || (forward && isEnd));
    if (event.key === 'Enter') props.onEnter(at);
    else if (event.key === 'Backspace' && isStart) {
      if (!props.onBackspace()) return;
    } else if (!leaves || !stepFrom(node, forward)) return;
    event.preventDefault();
  };
  const onClick = () => {
    const node = box.current;
    const at = node === null ? undefined : caretIn(node);
    const hit = unsourced.find(({ start, end }) => at !== undefined && start <= at && at <= end);
    if (hit !== undefined) props.onUnsourced(hit);
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
      onCompositionStart={() => compose(true)}
      onCompositionEnd={() => compose(false)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={props.onFocus}
      onBlur={props.onRest}
    />
  );
}
