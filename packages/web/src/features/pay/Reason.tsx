import { useState } from 'react';
import { Dialog } from '../../components/index.ts';

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
  const isGiven = reason.trim().length >= 2;
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="pay-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isGiven) onGive(reason.trim());
        }}
      >
        <label htmlFor="pay-reason">理由</label>
        <input
          id="pay-reason"
          className="field"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {usual.length > 0 && (
          <div className="row wrap">
            {usual.map((words) => (
              <button key={words} type="button" className="btn s" onClick={() => setReason(words)}>
                {words}
              </button>
            ))}
          </div>
        )}
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3 pay-end">
          <button type="submit" className="btn pri" disabled={busy || !isGiven}>
            {button}
          </button>
          {!isGiven && <span className="t2">写至少两个字的理由</span>}
        </div>
      </form>
    </Dialog>
  );
}
