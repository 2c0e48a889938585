import { useState } from 'react';
import { AskDialog, TextField } from '../../components/index.ts';

interface ReasonProps {
  readonly title: string;
  readonly button: string;
  readonly problem: readonly string[];
  readonly busy: boolean;
  readonly onGive: (reason: string) => void;
  readonly onClose: () => void;
  /** Words people use most, one click each. */
  readonly usual?: readonly string[];
}

/** Asks for a reason before a step that wants one. */
export function ReasonDialog({ title, button, problem, busy, onGive, onClose, usual = [] }: ReasonProps) {
  const [reason, setReason] = useState('');
  return (
    <AskDialog
      {...{ title, problem, busy, onClose }}
      does={button}
      isReady={reason.trim().length >= 2}
      lacks="写至少两个字的理由"
      onAsked={() => onGive(reason.trim())}
    >
      <TextField id="pay-reason" label="理由" value={reason} onChange={setReason} />
      {usual.length > 0 && (
        <div className="row wrap">
          {usual.map((words) => (
            <button key={words} type="button" className="btn s" onClick={() => setReason(words)}>
              {words}
            </button>
          ))}
        </div>
      )}
    </AskDialog>
  );
}
