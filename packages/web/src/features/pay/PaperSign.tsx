import { useState } from 'react';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog, type PaperDraft, PaperDrop } from '../../components/index.ts';
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
    <Dialog title={step === 'review' ? '纸质复核' : '纸质签批'} onClose={onClose}>
      <form
        className="pay-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p className="t2">纸上的校验码应是 {batch.checkCode}，不同就不是这一批。</p>
        <label htmlFor="paper-signer">签字人</label>
        <input
          id="paper-signer"
          className="field"
          value={signer}
          onChange={(event) => setSigner(event.target.value)}
        />
        <PaperDrop day={today} papers={papers} onChange={setPapers} />
        <p role="alert" className="stop">
          {problem.join('')}
        </p>
        <div className="row gap3 pay-end">
          <button
            type="submit"
            className="btn pri"
            disabled={busy || paper === undefined || signer.trim().length < 2}
          >
            挂上签好的批准单
          </button>
        </div>
      </form>
    </Dialog>
  );
}
