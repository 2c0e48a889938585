import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Note, type PaperDraft, PaperDrop } from '../../components/index.ts';
import { proveChange, type WaitingChange } from './changes.ts';
import { lacksProof, proofWords } from './changeWords.ts';
import { paperFile } from './data.ts';
import { EVENTS } from './events.ts';

interface ChangeProofProps {
  readonly change: WaitingChange;
  readonly papers: readonly PaperDraft[];
  readonly onPapers: (papers: readonly PaperDraft[]) => void;
  /** Whoever may agree takes the papers with his answer; anybody else hangs them on the change. */
  readonly mayAccept: boolean;
}

/** 依据 of a waiting change: the paper there is, or what is still to be brought, and a place for it. */
export function ChangeProof({ change, papers, onPapers, mayAccept }: ChangeProofProps) {
  const { user, today } = useSession();
  const { division } = useScope();
  const may = (action: string) => user?.actions.includes(action) === true;
  const mayBring = may('papers.write') || (mayAccept && may('papers.add'));
  const proof = EVENTS.find(({ type }) => type === change.type)?.proof;
  return (
    <>
      <h3 className="people-h3">依据</h3>
      {change.paperId !== null && (
        <p>
          <a href={paperFile(division, change.paperId)} target="_blank" rel="noreferrer">
            {change.paperTitle ?? '打开依据'}
          </a>
        </p>
      )}
      {lacksProof(change) && (
        <Note kind="missing" words={proofWords(change, today)}>
          {proof}
        </Note>
      )}
      {change.paperId === null && !lacksProof(change) && <p className="t2">没有附依据。</p>}
      {mayBring && <PaperDrop papers={papers} onChange={onPapers} day={today} />}
      {mayBring && !mayAccept && papers.length > 0 && (
        <HangProof change={change} papers={papers} onDone={() => onPapers([])} />
      )}
    </>
  );
}

interface HangProofProps {
  readonly change: WaitingChange;
  readonly papers: readonly PaperDraft[];
  readonly onDone: () => void;
}

function HangProof({ change, papers, onDone }: HangProofProps) {
  const { division } = useScope();
  const [problem, setProblem] = useState('');
  const hang = async () => {
    try {
      const taken = [];
      for (const paper of papers) taken.push(await uploadPaper(division, paper));
      const [first] = taken;
      if (first) await proveChange(division, change.id, first.id);
      onDone();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    }
  };
  return (
    <>
      <p role="alert" className="stop">
        {problem}
      </p>
      <button type="button" className="btn" onClick={() => void hang()}>
        挂上依据
      </button>
    </>
  );
}
