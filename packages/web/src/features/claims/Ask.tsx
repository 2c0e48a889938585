import type { ReactNode } from 'react';
import { useAct } from '../../api/useAct.ts';
import { Dialog } from '../../components/index.ts';
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
  readonly work: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
  readonly children: ReactNode;
}

/** A dialog that does one thing, says what it did, or why it was refused. */
export function Ask({ title, button, words, isReady, work, onClose, onDone, children }: AskProps) {
  const { problem, busy, act } = useAct(onDone);
  const save = async () => {
    if (await act(work, words)) onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="claims-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        {children}
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3">
          <span className="grow" />
          <button type="submit" className="btn pri" disabled={busy || !isReady}>
            {busy ? '正在存…' : button}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

interface LineProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'month';
}

export function Line({ id, label, value, onChange, type = 'text' }: LineProps) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input {...{ id, type, value }} className="field" onChange={(event) => onChange(event.target.value)} />
    </>
  );
}
