import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { TextField } from '../../components/index.ts';
import { chosenPaper, isChosen, NO_PAPER, OnePaper, type OnePaperChoice } from '../ledger/OnePaper.tsx';
import { Ask, type FormProps } from './Ask.tsx';
import { writeOff } from './data.ts';
import { mayBeSigned, ONE_PERSON, signedBy, yuan } from './words.ts';

/**
 * 核销: on the paper the clerk filed with his request, or on another one. In an office of one person it is what the
 * person named signed on that paper.
 */
export function WriteOffForm({ debt, ...form }: FormProps) {
  const { division } = useScope();
  const { today } = useSession();
  const asked = debt.steps.filter(({ step }) => step === 'proposal').pop();
  const isPaper = !debt.may.writeOff.ok && debt.may.paper.ok;
  const [reason, setReason] = useState(asked?.reason ?? '');
  const [signer, setSigner] = useState('');
  const [paper, setPaper] = useState<OnePaperChoice>(
    asked?.paperId && !isPaper
      ? { drafts: [], filed: { id: asked.paperId, title: asked.paperTitle ?? '报请时附的材料' } }
      : NO_PAPER,
  );
  return (
    <Ask
      {...form}
      title={`${isPaper ? '纸质核销' : '核销'} ${debt.person.name} ${yuan(debt.openFen)}`}
      button={isPaper ? '挂上签好的核销件' : '核销'}
      words={`已核销 ${yuan(debt.openFen)}${isPaper ? `（${ONE_PERSON}）` : ''}。`}
      lacks="写理由，附依据"
      isReady={reason.trim().length >= 2 && isChosen(paper) && mayBeSigned(isPaper, signer)}
      work={async () => {
        const paperId = await chosenPaper(division, paper, setPaper);
        await writeOff(division, debt, { paperId, reason: reason.trim(), ...signedBy(isPaper, signer) });
      }}
    >
      {isPaper && <p className="t2">{ONE_PERSON}：写明谁在核销件上签了字，附上签好的扫描件。</p>}
      <TextField id="claim-reason" label="理由" value={reason} onChange={setReason} />
      {isPaper && <TextField id="claim-signer" label="签字人" value={signer} onChange={setSigner} />}
      <p>依据</p>
      <OnePaper choice={paper} onChange={setPaper} day={today} />
    </Ask>
  );
}
