import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { Dialog, ErrorSummary, Field } from '../../components/index.ts';
import { useAsk } from '../system/useAsk.ts';
import { decide, type EnteredPackage, takeBack } from './data.ts';
import { plainWords } from './words.ts';

type Asked = 'returned' | 'withdrawn' | 'takenBack';
const WORDS: Readonly<Record<Asked, string>> = { returned: '退回', withdrawn: '撤下', takenBack: '收回' };
const HINTS: Readonly<Record<Asked, string>> = {
  returned: '录入的人改好后重新录入。',
  withdrawn: '撤下后各月应发回到采用以前的算法；已发的不动，差额请人定。',
  takenBack: '还没有采用，收回后不影响任何人。',
};

/** 采用, 退回, 撤下, 收回: only what this user may do; in place of a button the reason why not. */
export function Decide({ one }: { one: EnteredPackage }) {
  const { division } = useScope();
  const { busy, errors, done, run } = useAsk('decide');
  const [asked, setAsked] = useState<Asked>();
  const adopt = () =>
    run([], async () => {
      await decide(division, one.id, 'adopted', '');
      return '已采用，应发从此按这份算。以前月份的差额只列明，没有发放。';
    });
  const close = async (reason: string) => {
    if (asked === undefined) return;
    const isDone = await run([], async () => {
      if (asked === 'takenBack') await takeBack(division, one.id, reason);
      else await decide(division, one.id, asked, reason);
      return `已${WORDS[asked]}。`;
    });
    if (isDone) setAsked(undefined);
  };
  return (
    <>
      <div id="decide" tabIndex={-1}>
        <ErrorSummary errors={errors.map((each) => ({ ...each, message: plainWords(each.message) }))} />
      </div>
      <div className="row std-acts">
        <span className="grow">
          <span className="done" role="status">
            {done}
          </span>
          {done === '' && <span className="t2">{whyNot(one)}</span>}
        </span>
        {one.mayTakeBack && <Ask words="收回" onAsk={() => setAsked('takenBack')} />}
        {one.mayReturn && !one.mayTakeBack && <Ask words="退回" onAsk={() => setAsked('returned')} />}
        {one.mayWithdraw && <Ask words="撤下" onAsk={() => setAsked('withdrawn')} />}
        {one.mayAdopt && (
          <button type="button" className="btn pri" disabled={busy} onClick={() => void adopt()}>
            采用
          </button>
        )}
      </div>
      {asked !== undefined && (
        <ReasonDialog
          asked={asked}
          busy={busy}
          onClose={() => setAsked(undefined)}
          onSend={(reason) => void close(reason)}
        />
      )}
    </>
  );
}

function Ask({ words, onAsk }: { words: string; onAsk: () => void }) {
  return (
    <button type="button" className="btn" onClick={onAsk}>
      {words}…
    </button>
  );
}

function whyNot({ state, mayAdopt, mayTakeBack, isHere }: EnteredPackage): string {
  if (state !== 'entered' || mayAdopt) return '';
  if (!isHere) return '县里录入的，由县里采用。';
  return mayTakeBack ? '您录入的，请另一位（复核或批准）来采用。' : '由复核或批准采用。';
}

interface ReasonProps {
  readonly asked: Asked;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onSend: (reason: string) => void;
}

function ReasonDialog({ asked, busy, onClose, onSend }: ReasonProps) {
  const [reason, setReason] = useState('');
  const [empty, setEmpty] = useState(false);
  const errors = empty ? [{ field: 'reason', message: '请写理由。' }] : [];
  return (
    <Dialog title={`${WORDS[asked]}这份标准`} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setEmpty(reason.trim() === '');
          if (reason.trim() !== '') onSend(reason.trim());
        }}
      >
        <ErrorSummary errors={errors} />
        <Field id="reason" label="理由" hint={HINTS[asked]} errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn pri" disabled={busy}>
          {WORDS[asked]}
        </button>
      </form>
    </Dialog>
  );
}
