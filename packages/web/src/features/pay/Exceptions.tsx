import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Shape } from '../../components/index.ts';
import { paperFile } from '../ledger/data.ts';
import { answerException, type Batch, type BatchException } from './data.ts';
import { ReasonDialog } from './Reason.tsx';
import { TogetherForm } from './Together.tsx';
import { USUAL, withoutName } from './texts.ts';

interface Asking {
  readonly exception: BatchException;
  readonly answer: 'pay' | 'hold';
}

/** What must be dealt with (red) and what wants a reason (amber), each with its answer. */
export function Exceptions({ batch }: { batch: Batch }) {
  const { division } = useScope();
  const [asking, setAsking] = useState<Asking>();
  const { problem, busy, act } = useAct();
  const of = (severity: BatchException['severity']) =>
    batch.exceptions.filter((one) => one.severity === severity);
  const give = async ({ exception, answer }: Asking, reason: string) => {
    const said = { key: exception.key, answer, reason, isFirst: exception.answer === null };
    if (await act(() => answerException(division, batch.id, said), '')) setAsking(undefined);
  };
  return (
    <>
      <Kind batch={batch} tone="stop" title="必须先处理" rows={of('red')} onAsk={setAsking} />
      <Kind batch={batch} tone="check" title="写明理由" rows={of('amber')} onAsk={setAsking} />
      {asking && (
        <ReasonDialog
          title={`${asking.exception.personName ?? ''}　${asking.exception.words}`}
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
  readonly batch: Batch;
  readonly tone: 'stop' | 'check';
  readonly title: string;
  readonly rows: readonly BatchException[];
  readonly onAsk: (asking: Asking) => void;
}

function Kind({ batch, tone, title, rows, onAsk }: KindProps) {
  if (rows.length === 0) return null;
  const open = rows.filter(({ answer }) => answer === null);
  const mine = open.filter(({ mayAnswer }) => mayAnswer);
  return (
    <>
      <h3>
        <span className={tone}>
          <Shape kind={tone === 'stop' ? 'must' : 'check'} /> {title}
          {open.length > 0 ? ` ${open.length}` : '：都已答复'}
        </span>
      </h3>
      {tone === 'check' && mine.length > 1 && <TogetherForm batchId={batch.id} open={mine} />}
      <div className={`note ${tone}`}>
        {rows.map((one) => (
          <One key={one.key} exception={one} batchState={batch.state} onAsk={onAsk} />
        ))}
      </div>
    </>
  );
}

interface OneProps {
  readonly exception: BatchException;
  readonly batchState: Batch['state'];
  readonly onAsk: (asking: Asking) => void;
}

/** The photo of the card, in a window of its own beside the number it is compared with. */
function CardLink({ paperId }: { paperId: string }) {
  const { division } = useScope();
  return (
    <a className="btn s" href={paperFile(division, paperId)} target="_blank" rel="noreferrer">
      看卡片照片
    </a>
  );
}

/** What a file brought is looked at by whoever reviews; the maker reads that it waits for him. */
const BY_REVIEWER = 'imported_unreviewed';

/** Whose answer is missing, where it is not the reader's. */
function waitsWords(code: BatchException['code'], state: Batch['state']): string {
  if (code === BY_REVIEWER) return '由复核的人答复。';
  const isMaking = state === 'opened' || state === 'sent_back';
  return isMaking ? '由制作的人答复。' : '制作的人没有写理由。';
}

function One({ exception, batchState, onAsk }: OneProps) {
  const { code, words, paperId, personId, personName, answer, lineId, mayAnswer } = exception;
  return (
    <div>
      <p>
        {personId !== null && (
          <GoLink to={`/people/${personId}`}>
            <b>{personName}</b>
          </GoLink>
        )}{' '}
        {withoutName(words, personName ?? '')}
      </p>
      {answer !== null && (
        <p className="t2">
          {answer.by}：{answer.answer === 'pay' ? '照发' : '缓发'}，{answer.reason}
        </p>
      )}
      {answer === null && !mayAnswer && <p className="t2">{waitsWords(code, batchState)}</p>}
      {answer === null && mayAnswer && (
        <div className="row wrap">
          {paperId !== null && <CardLink paperId={paperId} />}
          <button type="button" className="btn s" onClick={() => onAsk({ exception, answer: 'pay' })}>
            写理由照发
          </button>
          {lineId !== null && (
            <button type="button" className="btn s" onClick={() => onAsk({ exception, answer: 'hold' })}>
              本月缓发
            </button>
          )}
        </div>
      )}
    </div>
  );
}
