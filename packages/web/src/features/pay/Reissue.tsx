import { useState } from 'react';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { AskDialog, type PaperDraft, PaperDrop, TextField } from '../../components/index.ts';
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
    <AskDialog
      title={`换账号重发 ${line.person.name}`}
      does="记下新账号"
      isReady={isReady}
      lacks="写账号，附银行卡照片"
      onAsked={() => void save()}
      {...{ busy, problem, onClose }}
    >
      <TextField id="re-holder" label="户名" value={holderName} onChange={setHolderName} />
      {isOther && (
        <TextField
          id="re-relation"
          label="与本人的关系（他人代领附委托书）"
          value={relation}
          onChange={setRelation}
        />
      )}
      <TextField id="re-bank" label="开户行" value={bankName} onChange={setBankName} />
      <TextField
        id="re-account"
        label="账号（照银行卡写）"
        inputMode="numeric"
        value={account}
        onChange={setAccount}
      />
      <PaperDrop papers={papers} onChange={setPapers} day={today} />
    </AskDialog>
  );
}
