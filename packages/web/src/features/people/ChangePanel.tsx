import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, type PaperDraft } from '../../components/index.ts';
import { ChangeProof } from './ChangeProof.tsx';
import { acceptChange, changeEffectsQuery, rejectChange, type WaitingChange } from './changes.ts';
import { acceptedWords, decisionWords, lacksProof, rejectedWords, typeWords } from './changeWords.ts';
import { Decision } from './Decision.tsx';
import { EffectList } from './EffectList.tsx';

interface ChangePanelProps {
  readonly change: WaitingChange;
  /** Decided, with what is said about it. */
  readonly onDecided: (words: string) => void;
}

/** One change: old and new, why, its proof, what it would do, and the decision of the second person. */
export function ChangePanel({ change, onDecided }: ChangePanelProps) {
  const { user, onePerson } = useSession();
  const { division, year } = useScope();
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const effects = useQuery(changeEffectsQuery({ division, year }, change.id));
  const may = (action: string) => user?.actions.includes(action) === true;
  const mayAccept = may('people.review') && (!change.mine || onePerson);
  const decide = async (step: () => Promise<string>) => {
    setBusy(true);
    setProblem('');
    try {
      onDecided(await step());
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    } finally {
      setBusy(false);
    }
  };
  const accept = () =>
    decide(async () => {
      const taken = [];
      for (const paper of papers) taken.push(await uploadPaper(division, paper));
      const words = acceptedWords(change, effects.data);
      await acceptChange(division, change.id, taken[0]?.id);
      return words;
    });
  const reject = (reason: string) =>
    decide(async () => {
      await rejectChange(division, change.id, reason);
      return rejectedWords(change);
    });
  return (
    <DetailPanel title={`${typeWords(change.type)}　${change.personName ?? ''}`} note={change.village}>
      <What change={change} />
      <h3 className="people-h3">影响</h3>
      <EffectList query={effects} />
      <ChangeProof change={change} papers={papers} onPapers={setPapers} mayAccept={mayAccept} />
      <p role="alert" className="stop">
        {problem}
      </p>
      {may('people.review') ? (
        <Decision
          words={decisionWords(change.type)}
          blocked={blockedWords(change, mayAccept, onePerson, papers.length > 0)}
          busy={busy}
          onAccept={() => void accept()}
          onReject={(reason) => void reject(reason)}
        />
      ) : (
        <p className="t2 people-reason">等复核的人核实。</p>
      )}
    </DetailPanel>
  );
}

/** Why it cannot be agreed to yet; nothing when it can. */
function blockedWords(
  change: WaitingChange,
  mayAccept: boolean,
  onePerson: boolean,
  hasPaper: boolean,
): string {
  if (!mayAccept) return '这条是您自己提的，请由另一人核实。';
  if (change.mine && onePerson && !hasPaper) return '一人办公：先放上领导签批的纸质件。';
  return lacksProof(change) && !hasPaper ? '还缺证明，挂上以后才能核实。' : '';
}

function What({ change }: { change: WaitingChange }) {
  return (
    <>
      {change.right !== null && <p className="people-right">{change.right}</p>}
      {change.type === 'void' ? (
        <p>这一项待遇是录错的，请求作废。</p>
      ) : (
        <table className="correct">
          <thead>
            <tr>
              <th style={{ width: '28%' }}>项目</th>
              <th style={{ width: '34%' }}>原来</th>
              <th>改成</th>
            </tr>
          </thead>
          <tbody>
            {change.changes.map(({ field, header, before, after }) => (
              <tr key={field}>
                <td>{header}</td>
                <td className="t2">{before ?? '（空）'}</td>
                <td className="b">{after ?? '（空）'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="kv people-asked">
        <dt>理由</dt>
        <dd>{change.reason}</dd>
        <dt>提出</dt>
        <dd>
          {change.askedOn}　{change.askedBy}
        </dd>
        {change.personId !== null && (
          <>
            <dt>档案</dt>
            <dd>
              <GoLink to={`/people/${change.personId}`}>打开{change.personName}的档案</GoLink>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
