import { useRef, useState } from 'react';
import { useShortcuts } from '../../lib/shortcuts.ts';

interface DecisionProps {
  readonly words: { readonly accept: string; readonly reject: string };
  /** Why agreeing is not possible yet; it then stays visible and says so. */
  readonly blocked: string;
  readonly busy: boolean;
  readonly onAccept: () => void;
  readonly onReject: (reason: string) => void;
}

/** The two answers of the second person, `1` and `2`; the second asks for its reason. */
export function Decision({ words, blocked, busy, onAccept, onReject }: DecisionProps) {
  const [reason, setReason] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const ask = () => {
    setReason((old) => old ?? '');
    requestAnimationFrame(() => field.current?.focus());
  };
  const accept = () => {
    if (blocked === '' && !busy) onAccept();
  };
  useShortcuts({ '1': { words: words.accept, run: accept }, '2': { words: words.reject, run: ask } });
  return (
    <div className="panel-foot">
      {reason !== undefined && (
        <form
          className="row gap2"
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim().length > 1) onReject(reason.trim());
          }}
        >
          <input
            ref={field}
            className="field grow"
            aria-label={`${words.reject}的理由`}
            placeholder="写明理由"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="btn" disabled={busy || reason.trim().length < 2}>
            {words.reject}
          </button>
          <button type="button" className="lnk t2" onClick={() => setReason(undefined)}>
            不退了
          </button>
        </form>
      )}
      {blocked !== '' && (
        <p className="check" id="people-blocked">
          {blocked}
        </p>
      )}
      <div className="row gap3 form-end">
        {reason === undefined && (
          <button type="button" className="btn" disabled={busy} onClick={ask}>
            {words.reject} 2
          </button>
        )}
        <button
          type="button"
          className="btn pri"
          aria-disabled={blocked !== '' || busy}
          aria-describedby={blocked === '' ? undefined : 'people-blocked'}
          onClick={accept}
        >
          {busy ? '正在存…' : `${words.accept} 1`}
        </button>
      </div>
    </div>
  );
}
