import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel } from '../../components/index.ts';
import type { Told } from './Duplicates.tsx';
import { EffectList } from './EffectList.tsx';
import { TwinTable } from './TwinTable.tsx';
import { type Merge, undoEffectsQuery, undoMerge } from './twins.ts';

interface MergePanelProps {
  readonly merge: Merge;
  readonly onTold: (told: Told) => void;
}

/** A merge that stands: who, when, why, and what taking it back would do. */
export function MergePanel({ merge, onTold }: MergePanelProps) {
  const { division, year } = useScope();
  const { user } = useSession();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const effects = useQuery(undoEffectsQuery({ division, year }, merge.id));
  const undo = async () => {
    setBusy(true);
    try {
      await undoMerge(division, merge.id);
      onTold({ words: `${merge.into.name}的合并已撤销，又是两份登记。` });
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
      setBusy(false);
    }
  };
  return (
    <DetailPanel title={merge.into.name} note={`${merge.mergedOn} ${merge.mergedBy} 合并`}>
      <TwinTable left={merge.into} right={merge.from} heads={['留下的', '并入的']} />
      <dl className="kv people-asked">
        <dt>理由</dt>
        <dd>{merge.reason}</dd>
      </dl>
      <h3 className="people-h3">撤销的影响</h3>
      <EffectList query={effects} lead={['两份登记各归各的，记录一条不动。']} />
      <p role="alert" className="stop">
        {problem}
      </p>
      {user?.actions.includes('people.review') === true ? (
        <div className="row gap3 form-end">
          <button type="button" className="btn pri" disabled={busy} onClick={() => void undo()}>
            撤销合并
          </button>
        </div>
      ) : (
        <p className="t2 people-reason">撤销要由复核的人办。</p>
      )}
    </DetailPanel>
  );
}
