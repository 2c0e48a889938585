import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { type Act, useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Note, type PaperDraft, PaperDrop, TextField } from '../../components/index.ts';
import { acceptSlip, paperOf, type Slip, withdrawSlip } from './data.ts';
import { PrintSlip } from './PrintSlip.tsx';
import { AskedVoid, VoidSlip } from './VoidSlip.tsx';
import { slipState } from './words.ts';

interface SlipPanelProps {
  readonly slip: Slip;
  readonly mayWrite: boolean;
  readonly onDone: (words: string) => void;
}

/** One slip: its facts, and while it waits the receipt or one's own acceptance. */
export function SlipPanel({ slip, mayWrite, onDone }: SlipPanelProps) {
  const { today } = useSession();
  const { problem, busy, act } = useAct(onDone);
  const { name, village, office, otherOffice, slipOn, paidThrough, documentNo, papers, remark, gap } = slip;
  const isMovedIn = slip.direction === 'in' && slip.state === 'accepted';
  const title = `${name}　${slip.toAccept ? `${office}转来` : slip.direction === 'out' ? '迁出' : '迁入'}`;
  return (
    <DetailPanel title={title} note={slipState(slip, today)}>
      <div>
        <dl className="kv">
          <dt>村</dt>
          <dd>{village ?? '不详'}</dd>
          <dt>{slip.direction === 'out' ? '迁往' : '来自'}</dt>
          <dd>{slip.toAccept ? '本单位' : otherOffice}</dd>
          <dt>已发至</dt>
          <dd>
            <b>{paidThrough}</b>
          </dd>
          <dt>迁移单</dt>
          <dd>
            {slipOn} {documentNo}
          </dd>
          <dt>佐证</dt>
          <dd>{papers > 0 ? `${papers} 份` : '无'}</dd>
          {remark !== null && (
            <>
              <dt>说明</dt>
              <dd>{remark}</dd>
            </>
          )}
        </dl>
        {gap !== null && (
          <Note kind="check">
            名册从 {gap.to} 之后才起发，{gap.from} 至 {gap.to} 没有单位发。请核对享受起始年月。
          </Note>
        )}
        <p className="row gap3 kept-part">
          {slip.direction === 'out' && !slip.toAccept && <PrintSlip slip={slip} />}
          {!slip.toAccept && (
            <GoLink to={`/people/${slip.personId}`} className="btn s">
              打开档案
            </GoLink>
          )}
        </p>
        <p role="alert" className="stop">
          {problem}
        </p>
        {mayWrite && slip.state === 'sent' && <Waiting slip={slip} busy={busy} act={act} />}
        {slip.asked !== null && <AskedVoid slip={slip} busy={busy} act={act} />}
        {mayWrite && isMovedIn && slip.asked === null && <VoidSlip slip={slip} busy={busy} act={act} />}
      </div>
    </DetailPanel>
  );
}

interface WaitingProps {
  readonly slip: Slip;
  readonly busy: boolean;
  readonly act: Act;
}

function Waiting({ slip, busy, act }: WaitingProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [by, setBy] = useState('');
  const [onDay, setOnDay] = useState(today);
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const accept = async () => {
    const receipt = slip.toAccept ? {} : { by: by.trim(), onDay };
    await acceptSlip(division, slip.id, { ...receipt, ...(await paperOf(division, papers)) });
  };
  const words = slip.toAccept ? `已接收，从 ${slip.paidThrough} 的次月起由本单位发放。` : '回执已记。';
  return (
    <>
      {!slip.toAccept && (
        <div className="fld-two">
          <TextField id="by" label="对方谁接收" value={by} onChange={setBy} />
          <TextField id="onDay" label="哪天接收" type="date" max={today} value={onDay} onChange={setOnDay} />
        </div>
      )}
      <PaperDrop papers={papers} onChange={setPapers} day={today} disabled={busy} />
      <div className="row gap3 form-end">
        {!slip.toAccept && <Withdraw slip={slip} busy={busy} act={act} />}
        <button type="button" className="btn pri" disabled={busy} onClick={() => act(accept, words)}>
          {slip.toAccept ? '接收' : '记回执'}
        </button>
      </div>
    </>
  );
}

function Withdraw({ slip, busy, act }: WaitingProps) {
  const { division } = useScope();
  const [reason, setReason] = useState<string>();
  if (reason === undefined)
    return (
      <button type="button" className="btn" onClick={() => setReason('')}>
        撤回
      </button>
    );
  return (
    <>
      <input
        className="field grow"
        aria-label="撤回的理由"
        placeholder="为什么撤回"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button
        type="button"
        className="btn"
        disabled={busy || reason.trim().length < 2}
        onClick={() => act(() => withdrawSlip(division, slip.id, reason.trim()), '迁移单已撤回。')}
      >
        确定撤回
      </button>
    </>
  );
}
