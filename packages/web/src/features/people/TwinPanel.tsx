import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, TextField } from '../../components/index.ts';
import type { Told } from './Duplicates.tsx';
import { EffectList } from './EffectList.tsx';
import { TwinTable } from './TwinTable.tsx';
import { doubleWords, offered } from './twinRows.ts';
import { keepApart, mergeEffectsQuery, mergeTwins, type TwinPair } from './twins.ts';

interface TwinPanelProps {
  readonly pair: TwinPair;
  readonly onTold: (told: Told) => void;
}

/** One pair: what differs, which stays, what merging does to money and figures, and the two answers. */
export function TwinPanel({ pair, onTold }: TwinPanelProps) {
  const { division, year } = useScope();
  const { user } = useSession();
  const [stays, setStays] = useState(offered(pair));
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [from, into] = stays === 'left' ? [pair.right, pair.left] : [pair.left, pair.right];
  const effects = useQuery(mergeEffectsQuery({ division, year }, from.id, into.id));
  const may = (action: string) => user?.actions.includes(action) === true;
  const answer = async (step: (why: string) => Promise<Told>) => {
    if (reason.trim().length < 2) return setErrors([{ field: 'reason', message: '请写理由：凭什么认定。' }]);
    setBusy(true);
    try {
      onTold(await step(reason.trim()));
    } catch (problem) {
      setErrors(fieldErrors(problem, 'reason'));
    } finally {
      setBusy(false);
    }
  };
  const merge = () =>
    answer(async (why) => ({
      words: `${into.name}的两份登记已合并。`,
      aliasId: await mergeTwins(division, from.id, into.id, why),
    }));
  const apart = () =>
    answer(async (why) => {
      await keepApart(division, pair.left.id, pair.right.id, why);
      return { words: `${pair.left.name}认定为两个人，不再列出。` };
    });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (may('people.review')) void merge();
  };
  return (
    <DetailPanel title={pair.left.name} note={pair.why}>
      <form noValidate onSubmit={onSubmit}>
        <ErrorSummary errors={errors} />
        <TwinTable
          {...pair}
          heads={[
            <Stay key="left" on={stays === 'left'} onPick={() => setStays('left')} />,
            <Stay key="right" on={stays === 'right'} onPick={() => setStays('right')} />,
          ]}
        />
        <div className="panel-foot">
          <h3>合并的影响</h3>
          <EffectList query={effects} lead={doubleWords(pair)} />
          <div className="people-reason">
            <TextField
              id="reason"
              label="理由"
              errors={errors}
              placeholder="如：两张证是同一人，见户口簿"
              value={reason}
              onChange={setReason}
            />
          </div>
          {!may('people.review') && <p className="t2">合并要由复核的人办；认定不是同一人，您可以直接办。</p>}
          <div className="row gap3 form-end">
            {(may('people.write') || may('people.review')) && (
              <button type="button" className="btn" disabled={busy} onClick={() => void apart()}>
                不是同一人
              </button>
            )}
            {may('people.review') && (
              <button type="submit" className="btn pri" disabled={busy}>
                {busy ? '正在存…' : '是同一人，合并'}
              </button>
            )}
          </div>
        </div>
      </form>
    </DetailPanel>
  );
}

function Stay({ on, onPick }: { on: boolean; onPick: () => void }) {
  return (
    <label className="tick">
      <input type="radio" name="stays" checked={on} onChange={onPick} />
      {on ? '留下这份' : '并入那份'}
    </label>
  );
}
