import { useId, useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { answerExceptions, type BatchException } from './data.ts';
import { USUAL } from './texts.ts';

interface TogetherProps {
  readonly batchId: string;
  /** Amber ones without an answer, which the reader may give. */
  readonly open: readonly BatchException[];
}

/** 按原因一并处理: one reason for all amber lines at once; typed, or chosen from what people say most. */
export function TogetherForm({ batchId, open }: TogetherProps) {
  const { division } = useScope();
  const list = useId();
  const [reason, setReason] = useState('');
  const { problem, busy, act } = useAct();
  const isGiven = reason.trim().length >= 2;
  const give = () =>
    act(
      () =>
        answerExceptions(
          division,
          batchId,
          open.map(({ key }) => key),
          reason.trim(),
        ),
      '',
    );
  return (
    <form
      className="pay-together"
      onSubmit={(event) => {
        event.preventDefault();
        if (isGiven) void give();
      }}
    >
      <input
        className="field"
        aria-label={`${open.length} 条照发的理由`}
        placeholder="都照发，理由是…"
        list={list}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <datalist id={list}>
        {USUAL.slice(0, 2).map((words) => (
          <option key={words} value={words} />
        ))}
      </datalist>
      <button type="submit" className="btn s" disabled={busy || !isGiven}>
        {busy ? '正在记…' : '按原因一并处理'}
      </button>
      {problem.length > 0 && (
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
      )}
    </form>
  );
}
