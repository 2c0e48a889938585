import { fen as fenOf, parseYuan, yuanText } from '@shuangyong/values';
import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, ErrorSummary, FormEnd, Money, TextField } from '../../components/index.ts';
import { levelWords } from '../funds/data.ts';
import { newKey } from '../pay/data.ts';
import { paperFile } from '../people/data.ts';
import { AmountFields, type AmountTyped } from './AmountFields.tsx';
import { type Award, type Fund, revokeAward, STATE_WORDS } from './data.ts';

interface AwardPanelProps {
  readonly award: Award;
  readonly mayMake: boolean;
  readonly onDone: (words: string) => void;
}

/** One award: what was decided, where its money is, and while no batch has it, taking it back or putting it right. */
export function AwardPanel({ award, mayMake, onDone }: AwardPanelProps) {
  const { division } = useScope();
  const [doing, setDoing] = useState<'revoke' | 'correct'>();
  const { person, kind, month, fen, fund, reason, on, by, batch, revoked, paperId } = award;
  const isFree = award.state === 'free' || award.state === 'returned';
  return (
    <DetailPanel title={`${person.name}　${kind}`} note={STATE_WORDS[award.state]}>
      <div>
        <dl className="kv">
          <dt>金额</dt>
          <dd>
            <b>
              <Money fen={fen} />
            </b>{' '}
            {levelWords(fund as Fund)}级资金
          </dd>
          <dt>所属月</dt>
          <dd>{month}</dd>
          <dt>事由</dt>
          <dd>{reason}</dd>
          <dt>谁定</dt>
          <dd>
            {on} {by}
          </dd>
          <dt>佐证</dt>
          <dd>
            {paperId === null ? (
              '无'
            ) : (
              <a href={paperFile(division, paperId)} target="_blank" rel="noreferrer">
                看材料
              </a>
            )}
          </dd>
          {batch && (
            <>
              <dt>批次</dt>
              <dd>
                <GoLink to={`/pay/b/${batch.id}`}>{batch.number}</GoLink>
              </dd>
            </>
          )}
          {revoked && (
            <>
              <dt>撤销</dt>
              <dd>
                {revoked.on} {revoked.by}：{revoked.reason}
              </dd>
            </>
          )}
        </dl>
        <p className="row gap3 people-reason">
          <GoLink to={`/people/${person.id}`} className="btn s">
            打开档案
          </GoLink>
          {mayMake && isFree && doing === undefined && (
            <>
              <button type="button" className="btn s" onClick={() => setDoing('correct')}>
                改定
              </button>
              <button type="button" className="btn s" onClick={() => setDoing('revoke')}>
                撤销
              </button>
            </>
          )}
        </p>
        {!isFree && revoked === null && <p className="t2">{whyNot(award)}</p>}
        {doing && (
          <Undo
            key={doing}
            {...{ award, onDone }}
            isCorrecting={doing === 'correct'}
            onClose={() => setDoing(undefined)}
          />
        )}
      </div>
    </DetailPanel>
  );
}

function whyNot({ state, batch }: Award): string {
  return state === 'in_batch'
    ? `已在批次 ${batch?.number ?? ''} 里。要改先撤回那一批。`
    : '已送银行，不能撤销。';
}

interface UndoProps {
  readonly award: Award;
  readonly isCorrecting: boolean;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** Takes the amount back; when it is put right, the new one is decided in the same step. */
function Undo({ award, isCorrecting, onClose, onDone }: UndoProps) {
  const { division } = useScope();
  const [why, setWhy] = useState('');
  const [typed, setTyped] = useState<AmountTyped>({
    ...{
      yuan: yuanText(fenOf(award.fen)),
      month: award.month,
      fund: award.fund as Fund,
      reason: award.reason,
    },
  });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const [commandKey] = useState(newKey);
  const save = async () => {
    const { yuan, month, fund, reason } = typed;
    const fen = parseYuan(yuan);
    if (why.trim().length < 2) return setErrors([{ field: 'why', message: '请写理由。' }]);
    if (isCorrecting && (fen === undefined || fen <= 0))
      return setErrors([{ field: 'yuan', message: '金额读不出，请写成 500.00。' }]);
    setBusy(true);
    try {
      const instead = isCorrecting && fen !== undefined ? { instead: { fen, month, fund, reason } } : {};
      await revokeAward(division, award.id, { commandKey, reason: why.trim(), ...instead });
      onDone(`${award.person.name}的${award.kind}${isCorrecting ? '已改定，原来那笔留着' : '已撤销'}。`);
    } catch (problem) {
      setErrors(fieldErrors(problem, isCorrecting ? 'yuan' : 'why'));
      setBusy(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 className="people-h3">{isCorrecting ? '改定' : '撤销'}</h3>
      <ErrorSummary errors={errors} />
      {isCorrecting && <AmountFields typed={typed} errors={errors} onChange={setTyped} />}
      <TextField
        id="why"
        label={isCorrecting ? '为什么改' : '为什么撤销'}
        errors={errors}
        value={why}
        onChange={setWhy}
      />
      <FormEnd
        leave={isCorrecting ? '先不改' : '先不撤'}
        onLeave={onClose}
        disabled={busy}
        does={isCorrecting ? '改定' : '撤销这一笔'}
      />
    </form>
  );
}
