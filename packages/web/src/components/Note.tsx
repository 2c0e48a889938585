import type { ReactNode } from 'react';
import { Shape, type ShapeKind } from './Icon.tsx';

const KINDS: Readonly<
  Record<'stop' | 'check' | 'missing', { shape: ShapeKind; words: string; tone: string }>
> = {
  stop: { shape: 'must', words: '必须', tone: 'stop' },
  check: { shape: 'check', words: '核对', tone: 'check' },
  missing: { shape: 'none', words: '缺件', tone: 'check' },
};

export type NoteKind = keyof typeof KINDS;

/** ■ 必须, ▲ 核对 or ○ 缺件: the word always stands with the shape. */
export function Mark({ kind, words }: { kind: NoteKind; words?: string }) {
  const { shape, words: usual, tone } = KINDS[kind];
  return (
    <span className={`${tone} nowrap`}>
      <Shape kind={shape} /> {words ?? usual}
    </span>
  );
}

interface NoteProps {
  readonly kind: NoteKind;
  /** Another word than 必须 / 核对 / 缺件. */
  readonly words?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A block that must be dealt with or checked, with its button at the right. */
export function Note({ kind, words, action, children }: NoteProps) {
  return (
    <div className={`note row ${KINDS[kind].tone}`}>
      <Mark kind={kind} {...(words === undefined ? {} : { words })} />
      <div className="grow">{children}</div>
      {action}
    </div>
  );
}
