import type { ReactNode } from 'react';
import { useAct } from '../../api/useAct.ts';
import { AskDialog } from '../../components/index.ts';
import type { Debt } from './data.ts';

export interface FormProps {
  readonly debt: Debt;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

interface AskProps {
  readonly title: string;
  readonly button: string;
  readonly words: string;
  readonly isReady: boolean;
  /** What is still to be written, where the button waits for it. */
  readonly lacks?: string;
  readonly work: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
  readonly children: ReactNode;
}

/** A dialog that does one thing, says what it did, or why it was refused. */
export function Ask({ title, button, words, isReady, lacks, work, onClose, onDone, children }: AskProps) {
  const { problem, busy, act } = useAct(onDone);
  const save = async () => {
    if (await act(work, words)) onClose();
  };
  return (
    <AskDialog
      does={button}
      onAsked={() => void save()}
      {...{ title, busy, isReady, problem, onClose }}
      {...(lacks === undefined ? {} : { lacks })}
    >
      {children}
    </AskDialog>
  );
}
