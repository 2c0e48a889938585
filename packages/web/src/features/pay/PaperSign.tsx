import { useState } from 'react';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { AskDialog, type PaperDraft, PaperDrop, TextField } from '../../components/index.ts';
import { type Batch, sign } from './data.ts';

interface PaperSignProps {
  readonly batch: Batch;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

/** 纸质签批: who signed the printed sheet, and its scan. */
export function PaperSign({ batch, onClose, onDone }: PaperSignProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [signer, setSigner] = useState('');
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const { problem, busy, act } = useAct(onDone);
  const [paper] = papers;
  const step = batch.state === 'submitted' ? 'review' : 'approve';
  const save = async () => {
    if (paper === undefined) return;
    const work = async () => {
      const { id: paperId } = await uploadPaper(division, paper);
      await sign(step, division, batch.id, { hash: batch.hash, signer: signer.trim(), paperId });
    };
    if (await act(work, step === 'review' ? '纸质复核已记下。' : '纸质批准已记下。')) onClose();
  };
  return (
    <AskDialog
      title={step === 'review' ? '纸质复核' : '纸质签批'}
      does="挂上签好的批准单"
      isReady={paper !== undefined && signer.trim().length >= 2}
      lacks="写签字人，附签好的扫描件"
      onAsked={() => void save()}
      {...{ busy, problem, onClose }}
    >
      <p className="t2">纸上的校验码应是 {batch.checkCode}，不同就不是这一批。</p>
      <TextField id="paper-signer" label="签字人" value={signer} onChange={setSigner} />
      <PaperDrop day={today} papers={papers} onChange={setPapers} />
    </AskDialog>
  );
}
