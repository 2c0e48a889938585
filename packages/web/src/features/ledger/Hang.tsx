import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { hangOnMany, type PaperOfRecord } from './data.ts';
import { FindPaper } from './FindPaper.tsx';

interface HangProps {
  readonly kind: string;
  readonly ids: readonly string[];
  /** The day offered for new papers. */
  readonly day: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One paper proves many rows: the roll that holds them all is hung once on every ticked row. */
export function Hang({ kind, ids, day, onDone, onClose }: HangProps) {
  const { division } = useScope();
  const [drafts, setDrafts] = useState<readonly PaperDraft[]>([]);
  const [found, setFound] = useState<readonly PaperOfRecord[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const count = drafts.length + found.length;
  const hang = async () => {
    setBusy(true);
    try {
      const papers = found.map(({ id }) => id);
      for (const draft of drafts) papers.push((await uploadPaper(division, draft)).id);
      for (const paper of papers) await hangOnMany(division, paper, kind, ids);
      await queryClient.invalidateQueries();
      onDone();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <DetailPanel title={`给选中的 ${ids.length} 条挂材料`} onClose={onClose}>
      <p className="t2">一份材料证明好几条的（名册、签收表、发放表），在这里挂一次就行。</p>
      <h3 className="gap-above">新的材料</h3>
      <PaperDrop papers={drafts} onChange={setDrafts} day={day} disabled={busy} />
      <h3 className="gap-above">或档案里已有的</h3>
      <FindPaper onPick={(paper) => setFound([...found.filter(({ id }) => id !== paper.id), paper])} />
      <ul className="papers">
        {found.map((paper) => (
          <li key={paper.id}>
            <span className="grow">
              {paper.title}　<span className="t2">{paper.signedOn}</span>
            </span>
            <button
              type="button"
              className="lnk"
              onClick={() => setFound(found.filter(({ id }) => id !== paper.id))}
            >
              拿掉
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="stop">
        {problem}
      </p>
      <div className="row gap3 ends">
        <button type="button" className="btn pri" disabled={busy || count === 0} onClick={() => void hang()}>
          {busy ? '正在挂…' : `挂到 ${ids.length} 条上`}
        </button>
      </div>
    </DetailPanel>
  );
}
