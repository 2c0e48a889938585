import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { AskDialog, TextField } from '../../components/index.ts';
import { voidRoster } from './data.ts';

/** 作废: a list that was dropped as the wrong kind. */
export function VoidRoster({ id }: { readonly id: string }) {
  const { division } = useScope();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { problem, busy, act } = useAct();
  const undo = async () => {
    if (await act(() => voidRoster(division, id, reason), '')) setAsking(false);
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        作废
      </button>
      {asking && (
        <AskDialog
          title="作废这次比对"
          does="作废"
          busy={busy}
          isReady={reason.trim() !== ''}
          lacks="先写为什么作废"
          problem={problem}
          onAsked={() => void undo()}
          onClose={() => setAsking(false)}
        >
          <p className="t2">拖错了名册、选错了种类的，作废后重比。记录留着，自查不再用它。</p>
          <TextField id="void-reason" label="为什么作废" value={reason} onChange={setReason} />
        </AskDialog>
      )}
    </>
  );
}
