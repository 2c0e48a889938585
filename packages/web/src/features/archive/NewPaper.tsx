import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, type PaperDraft, PaperDrop } from '../../components/index.ts';

interface NewPaperProps {
  readonly onSaved: (id: string) => void;
  readonly onClose: () => void;
}

/** Takes papers into the archive; what they prove can be said later, from a record. */
export function NewPaper({ onSaved, onClose }: NewPaperProps) {
  const { division, year } = useScope();
  const { today } = useSession();
  const [papers, setPapers] = useState<readonly PaperDraft[]>([]);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const save = async () => {
    setBusy(true);
    try {
      const taken = [];
      for (const paper of papers) taken.push(await uploadPaper(division, paper));
      await queryClient.invalidateQueries();
      const known = taken.flatMap(({ already }) => (already ? [`《${already.title}》`] : []));
      setPapers([]);
      setSaid(
        `收好了 ${taken.length} 份。${known.length > 0 ? `${known.join('、')}早已在档案里，没有再收。` : ''}`,
      );
      const [only] = taken;
      if (taken.length === 1 && only && known.length === 0) onSaved(only.id);
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <DetailPanel title="收材料" onClose={onClose}>
      <p className="t2">要证明某条记录的，在那条记录的「佐证」里放，一步就挂好。这里收的，以后再挂也行。</p>
      <PaperDrop
        papers={papers}
        onChange={setPapers}
        day={today.startsWith(String(year)) ? today : `${year}-12-31`}
        disabled={busy}
      />
      <p role="status">{said}</p>
      <div className="row gap3 ends">
        <button
          type="button"
          className="btn pri"
          disabled={busy || papers.length === 0}
          onClick={() => void save()}
        >
          {busy ? '正在收…' : `收下 ${papers.length} 份`}
        </button>
      </div>
    </DetailPanel>
  );
}
