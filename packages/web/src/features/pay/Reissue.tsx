import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { Dialog } from '../../components/index.ts';
import { type Batch, type Line, reissue } from './data.ts';
import { monthTitle } from './texts.ts';
import { useAct } from './useAct.ts';

interface ReissueProps {
  readonly batch: Batch;
  readonly line: Line;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** 换账号重发: the same debt goes to a checked account with the next batch, so that it cannot be paid twice. */
export function Reissue({ batch, line, onClose, onDone }: ReissueProps) {
  const { division } = useScope();
  const [holderName, setHolderName] = useState(line.holderName ?? line.person.name);
  const [bankName, setBankName] = useState(line.bankName ?? '');
  const [account, setAccount] = useState('');
  const { problem, busy, act } = useAct(onDone);
  const save = async () => {
    const holder = holderName.trim() === line.person.name ? 'self' : 'other';
    const body = { lineId: line.id, holder, holderName: holderName.trim(), account } as const;
    const bank = bankName.trim() === '' ? {} : { bankName: bankName.trim() };
    const words = `${line.person.name} 的新账号已记下，随 ${monthTitle(batch.month)}以后的下一批重发，不会重复发。`;
    if (await act(() => reissue(division, batch.id, { ...body, ...bank }), words)) onClose();
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
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3 pay-end">
          <button type="submit" className="btn pri" disabled={busy || account.trim() === ''}>
            记下新账号
          </button>
        </div>
      </form>
    </Dialog>
  );
}
