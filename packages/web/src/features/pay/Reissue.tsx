import { useState } from 'react';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { type Batch, type Line, reissue } from './data.ts';
import { monthTitle } from './texts.ts';

interface ReissueProps {
  readonly batch: Batch;
  readonly line: Line;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** 换账号重发: the same debt goes to a checked account with the next batch, so that it cannot be paid twice. */
export function Reissue({ batch, line, onClose, onDone }: ReissueProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [holderName, setHolderName] = useState(line.holderName ?? line.person.name);
  const [bankName, setBankName] = useState(line.bankName ?? '');
  const [account, setAccount] = useState('');
  const [relation, setRelation] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const { problem, busy, act } = useAct(onDone);
  const isOther = holderName.trim() !== line.person.name;
  const [paper] = papers;
  const isReady = account.trim() !== '' && paper !== undefined && (!isOther || relation.trim() !== '');
  const save = async () => {
    if (paper === undefined) return;
    const holder = isOther ? ('other' as const) : ('self' as const);
    const more = {
      ...(bankName.trim() === '' ? {} : { bankName: bankName.trim() }),
      ...(isOther ? { relation: relation.trim() } : {}),
    };
    const work = async () => {
      const { id: paperId } = await uploadPaper(division, paper);
      const body = { lineId: line.id, holder, holderName: holderName.trim(), account, paperId };
      await reissue(division, batch.id, { ...body, ...more });
    };
    const words = `${line.person.name} 的新账号已记下，随 ${monthTitle(batch.month)}以后的下一批重发，不会重复发。`;
    if (await act(work, words)) onClose();
  };
  return (
    <Dialog title={`换账号重发 ${line.person.name}`} onClose={onClose}>
      <form
        className="pay-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label htmlFor="re-holder">户名</label>
        <input
          id="re-holder"
          className="field"
          value={holderName}
          onChange={(event) => setHolderName(event.target.value)}
        />
        <label htmlFor="re-bank">开户行</label>
        <input
          id="re-bank"
          className="field"
          value={bankName}
          onChange={(event) => setBankName(event.target.value)}
        />
        <label htmlFor="re-account">账号（照银行卡写）</label>
        <input
          id="re-account"
          className="field"
          inputMode="numeric"
          value={account}
          onChange={(event) => setAccount(event.target.value)}
        />
        {isOther && (
          <>
            <label htmlFor="re-relation">与本人的关系（他人代领附委托书）</label>
            <input
              id="re-relation"
              className="field"
              value={relation}
              onChange={(event) => setRelation(event.target.value)}
            />
          </>
        )}
        <PaperDrop papers={papers} onChange={setPapers} day={today} />
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3 pay-end">
          <button type="submit" className="btn pri" disabled={busy || !isReady}>
            记下新账号
          </button>
          {!isReady && <span className="t2">写账号，附银行卡照片</span>}
        </div>
      </form>
    </Dialog>
  );
}
