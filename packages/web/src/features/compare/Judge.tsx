import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Dialog } from '../../components/index.ts';
import { judge, type RosterHit } from './data.ts';

interface JudgeProps {
  readonly id: string;
  readonly hit: RosterHit;
  readonly onClose: () => void;
}

/** Whether the row of the list and the person are one, with what it rests on. */
export function Judge({ id, hit, onClose }: JudgeProps) {
  const { division } = useScope();
  const [reason, setReason] = useState('');
  const { problem, busy, act } = useAct();
  const say = (verdict: 'confirmed' | 'dismissed') => async () => {
    if (await act(() => judge(division, id, hit, verdict, reason), '')) onClose();
  };
  return (
    <Dialog title={`${hit.name}：是不是同一人`} onClose={onClose}>
      <div className="compare-form">
        <p>
          名册第 {hit.row} 行和他姓名、出生日期相同，号码缺或不同。请先
          <GoLink to={`/people/${hit.personId}`}>看档案</GoLink>，再问清楚。
        </p>
        <label htmlFor="likeness-reason">凭什么认定</label>
        <input
          id="likeness-reason"
          className="field"
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3">
          <button type="button" className="btn" disabled={busy} onClick={() => void say('confirmed')()}>
            是同一人
          </button>
          <button type="button" className="btn" disabled={busy} onClick={() => void say('dismissed')()}>
            不是
          </button>
        </div>
      </div>
    </Dialog>
  );
}
