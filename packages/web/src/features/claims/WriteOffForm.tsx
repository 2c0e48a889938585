import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { FindPaper } from '../ledger/FindPaper.tsx';
import { Ask, type FormProps, Line } from './Ask.tsx';
import { writeOff } from './data.ts';
import { yuan } from './words.ts';

/** 核销: on the paper the clerk filed with his request, or on another one of the archive. */
export function WriteOffForm({ debt, ...form }: FormProps) {
  const { division } = useScope();
  const asked = debt.steps.filter(({ step }) => step === 'proposal').pop();
  const [reason, setReason] = useState(asked?.reason ?? '');
  const [paper, setPaper] = useState(
    asked?.paperId ? { id: asked.paperId, title: asked.paperTitle ?? '报请时附的材料' } : undefined,
  );
  return (
    <Ask
      {...form}
      title={`核销 ${debt.person.name} ${yuan(debt.openFen)}`}
      button="核销"
      words={`已核销 ${yuan(debt.openFen)}。`}
      isReady={reason.trim().length >= 2 && paper !== undefined}
      work={() => writeOff(division, debt, paper?.id ?? '', reason.trim())}
    >
      <Line id="claim-reason" label="理由" value={reason} onChange={setReason} />
      <p>
        依据：
        {paper === undefined ? <span className="t2">从档案里找，由经办先放进去</span> : <b>{paper.title}</b>}
      </p>
      <FindPaper onPick={({ id, title }) => setPaper({ id, title })} />
    </Ask>
  );
}
