import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Shape } from '../../components/index.ts';
import { answerException, type Batch, type BatchException } from './data.ts';
import { ReasonDialog } from './Reason.tsx';

const USUAL = ['已核对，照发', '已电话核实本人', '等证明，下月再发'] as const;

interface Asking {
  readonly keys: readonly string[];
  readonly answer: 'pay' | 'hold';
  readonly title: string;
}

/** What must be dealt with (red) and what wants a reason (amber), each with its answer. */
export function Exceptions({ batch }: { batch: Batch }) {
  const { division } = useScope();
  const [asking, setAsking] = useState<Asking>();
  const { problem, busy, act } = useAct();
  const mayAnswer = batch.may.answer.ok;
  const of = (severity: BatchException['severity']) =>
    batch.exceptions.filter((one) => one.severity === severity);
  const give = async ({ keys, answer }: Asking, reason: string) => {
    const done = await act(async () => {
      for (const key of keys) await answerException(division, batch.id, { key, answer, reason });
    }, '');
    if (done) setAsking(undefined);
  };
  const parts = { mayAnswer, onAsk: setAsking };
  return (
    <>
      <Kind tone="stop" title="必须先处理" rows={of('red')} {...parts} />
      <Kind tone="check" title="写明理由" rows={of('amber')} {...parts} />
      {asking && (
        <ReasonDialog
          title={asking.title}
          button={asking.answer === 'pay' ? '照发' : '本月缓发'}
          problem={problem}
          busy={busy}
          usual={USUAL}
          onGive={(reason) => void give(asking, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

interface KindProps {
  readonly tone: 'stop' | 'check';
  readonly title: string;
  readonly rows: readonly BatchException[];
  readonly mayAnswer: boolean;
  readonly onAsk: (asking: Asking) => void;
}

function Kind({ tone, title, rows, mayAnswer, onAsk }: KindProps) {
  if (rows.length === 0) return null;
  const open = rows.filter(({ answer }) => answer === null);
  return (
    <>
      <h3>
        <span className={tone}>
          <Shape kind={tone === 'stop' ? 'must' : 'check'} /> {title}
          {open.length > 0 ? ` ${open.length}` : '：都已答复'}
        </span>
        {tone === 'check' && mayAnswer && open.length > 1 && (
          <button
            type="button"
            className="btn s"
            onClick={() =>
              onAsk({ keys: open.map(({ key }) => key), answer: 'pay', title: `一并写明 ${open.length} 条` })
            }
          >
            按原因一并处理
          </button>
        )}
      </h3>
      <div className={`note ${tone}`}>
        {rows.map((one) => (
          <One key={one.key} exception={one} mayAnswer={mayAnswer} onAsk={onAsk} />
        ))}
      </div>
    </>
  );
}

interface OneProps {
  readonly exception: BatchException;
  readonly mayAnswer: boolean;
  readonly onAsk: (asking: Asking) => void;
}

function One({ exception, mayAnswer, onAsk }: OneProps) {
  const { key, words, personId, personName, answer, lineId } = exception;
  const who = personName ?? '';
  const ask = (said: 'pay' | 'hold') => () => onAsk({ keys: [key], answer: said, title: `${who}　${words}` });
  return (
    <div>
      <p>
        {personId === null ? null : (
          <GoLink to={`/people/${personId}`}>
            <b>{who}</b>
          </GoLink>
        )}{' '}
        {words}
      </p>
      {answer !== null && (
        <p className="t2">
          {answer.by}：{answer.answer === 'pay' ? '照发' : '缓发'}，{answer.reason}
        </p>
      )}
      {answer === null && mayAnswer && (
        <div className="row">
          <button type="button" className="btn s" onClick={ask('pay')}>
            写理由照发
          </button>
          {lineId !== null && (
            <button type="button" className="btn s" onClick={ask('hold')}>
              本月缓发
            </button>
          )}
        </div>
      )}
    </div>
  );
}
