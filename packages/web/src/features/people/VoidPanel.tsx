import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { voidRecord } from '../../api/records.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, TextField } from '../../components/index.ts';
import type { Person, Right } from './data.ts';
import { RightPick, rightWords } from './Rights.tsx';

interface VoidPanelProps {
  readonly person: Person;
  readonly right: Right;
  readonly onRight: (spellId: string) => void;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** 作废: a right that was entered wrongly; a second person agrees before it goes. */
export function VoidPanel({ person, right, onRight, onDone, onClose }: VoidPanelProps) {
  const { division } = useScope();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = async () => {
    if (reason.trim().length < 2) return setErrors([{ field: 'reason', message: '请写为什么作废。' }]);
    try {
      await voidRecord({ division, kind: 'spell', id: right.spellId }, right.version, reason.trim());
      await queryClient.invalidateQueries();
      onDone('已请求作废，另一人核实后这一项不再计。');
    } catch (problem) {
      setErrors(fieldErrors(problem, 'reason'));
    }
  };
  return (
    <DetailPanel title="作废这一项" note={rightWords(right)} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary errors={errors} />
        <RightPick rights={person.rights} current={right} onRight={onRight} />
        <p className="people-note">
          录重了、录到了别人名下的，才作废；停发、去世、迁出请用「去世/迁出」，填错的请用「更正」。
        </p>
        <TextField id="reason" label="理由" errors={errors} value={reason} onChange={setReason} />
        <div className="row gap3 form-end">
          <button type="button" className="btn" onClick={onClose}>
            先不作废
          </button>
          <button type="submit" className="btn pri">
            请求作废
          </button>
        </div>
      </form>
    </DetailPanel>
  );
}
