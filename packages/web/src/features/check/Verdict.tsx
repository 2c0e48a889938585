import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { Problem } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { decide, type Finding, type VerdictWord } from './data.ts';

/** 属实 (what was done may be written) or 不属实 (why must be); it holds until a fact of the finding changes. */
export function Verdict({ finding, year }: { finding: Finding; year: number }) {
  const { division } = useScope();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [wantsReason, setWantsReason] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const write = useMutation({
    mutationFn: (verdict: VerdictWord) => decide(division, year, finding, verdict, reason),
    onSuccess: () => queries.invalidateQueries(),
  });
  const say = (verdict: VerdictWord) => () => {
    const lacksReason = verdict === 'dismissed' && reason.trim() === '';
    setWantsReason(lacksReason);
    if (lacksReason) field.current?.focus();
    else write.mutate(verdict);
  };
  useShortcuts({
    '1': { words: '属实', run: say('confirmed') },
    '2': { words: '不属实', run: say('dismissed') },
  });
  return (
    <div className="verdict">
      <label htmlFor="reason">理由，或怎样办的</label>
      <input
        id="reason"
        className="field"
        ref={field}
        value={reason}
        maxLength={500}
        aria-invalid={wantsReason || undefined}
        aria-describedby={wantsReason ? 'reason-error' : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      {wantsReason && (
        <p id="reason-error" className="stop">
          不属实要写理由。
        </p>
      )}
      {write.error !== null && <Problem problem={write.error} />}
      <div className="row gap3">
        <button type="button" className="btn pri" disabled={write.isPending} onClick={say('confirmed')}>
          属实 <kbd>1</kbd>
        </button>
        <button type="button" className="btn" disabled={write.isPending} onClick={say('dismissed')}>
          不属实 <kbd>2</kbd>
        </button>
      </div>
    </div>
  );
}
