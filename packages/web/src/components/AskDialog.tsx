import type { ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';

interface AskDialogProps {
  readonly title: string;
  /** The main button: what will be done. */
  readonly does: string;
  /** What the button says while it is being done. */
  readonly doing?: string;
  readonly busy: boolean;
  readonly isReady: boolean;
  /** What is still to be written, where the button waits for it. */
  readonly lacks?: string;
  /** Why it was refused, in words. */
  readonly problem: readonly string[];
  readonly onAsked: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A question before one step: its fields, why it was refused, and one button. */
export function AskDialog(props: AskDialogProps) {
  const { title, does, doing = '正在存…', busy, isReady, lacks, problem, onAsked, onClose, children } = props;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="ask"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !busy) onAsked();
        }}
      >
        {children}
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3 form-end">
          {!isReady && lacks !== undefined && <span className="t2">{lacks}</span>}
          <button type="submit" className="btn pri" disabled={busy || !isReady}>
            {busy ? doing : does}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
