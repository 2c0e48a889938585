import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { proveChange } from './changes.ts';
import type { Person } from './data.ts';

interface ProofPanelProps {
  readonly person: Person;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** 上传证明: the paper of what was reported hangs on the report, not on a right. */
export function ProofPanel({ person, onDone, onClose }: ProofPanelProps) {
  const { division } = useScope();
  const { today } = useSession();
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const hold = person.holds.find(({ changeId, hasPaper }) => changeId !== null && !hasPaper);
  const hang = async () => {
    const [paper] = papers;
    if (paper === undefined) return setProblem('请先放上证明。');
    setBusy(true);
    try {
      const { id } = await uploadPaper(division, paper);
      if (hold?.changeId) await proveChange(division, hold.changeId, id);
      onDone('证明已挂上，请另一人核实。');
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
      setBusy(false);
    }
  };
  return (
    <DetailPanel title="上传证明" note={hold?.reason ?? null} onClose={onClose}>
      <PaperDrop papers={papers} onChange={setPapers} day={today} disabled={busy} />
      <p role="alert" className="stop">
        {problem}
      </p>
      <div className="row gap3 form-end">
        <button type="button" className="btn pri" disabled={busy} onClick={() => void hang()}>
          {busy ? '正在存…' : '挂上证明'}
        </button>
      </div>
    </DetailPanel>
  );
}
