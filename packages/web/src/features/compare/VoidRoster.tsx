import { type FormEvent, useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog } from '../../components/index.ts';
import { voidRoster } from './data.ts';

/** 作废: a list that was dropped as the wrong kind. */
export function VoidRoster({ id }: { readonly id: string }) {
  const { division } = useScope();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { problem, busy, act } = useAct();
  const undo = async (event: FormEvent) => {
    event.preventDefault();
    if (await act(() => voidRoster(division, id, reason), '')) setAsking(false);
  };
  return (
    <>
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        作废
      </button>
      {asking && (
        <Dialog title="作废这次比对" onClose={() => setAsking(false)}>
          <form className="compare-form" onSubmit={(event) => void undo(event)}>
            <p className="t2">拖错了名册、选错了种类的，作废后重比。记录留着，自查不再用它。</p>
            <label htmlFor="void-reason">为什么作废</label>
            <input
              id="void-reason"
              className="field"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <p role="alert" className="stop">
              {problem.join('')}
            </p>
            <div className="row gap3">
              <button type="submit" className="btn pri" disabled={busy}>
                作废
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
}
