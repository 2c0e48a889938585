import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { useScope } from '../../app/scope.ts';
import { type PaperDraft, PaperDrop, Part } from '../../components/index.ts';
import { type PaperOfRecord, paperFile, papersQuery, paperThumb, takeOff } from './data.ts';

interface PapersProps {
  readonly kind: string;
  readonly id: string;
  /** The day offered for a new paper: that of the record. */
  readonly day: string;
}

/** 佐证 of one record: what hangs on it, and a place to hang more. */
export function Papers({ kind, id, day }: PapersProps) {
  const { division } = useScope();
  const query = useQuery(papersQuery(division, kind, id));
  const [drafts, setDrafts] = useState<readonly PaperDraft[]>([]);
  const [said, setSaid] = useState('');
  const hang = async () => {
    try {
      for (const draft of drafts) await uploadPaper(division, draft, { kind, id });
      setDrafts([]);
      setSaid(`挂上了 ${drafts.length} 份。`);
      await queryClient.invalidateQueries();
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    }
  };
  return (
    <section>
      <h3>佐证</h3>
      <Part query={query}>
        {(papers) =>
          papers.length === 0 ? (
            <p className="t2">还没有材料。</p>
          ) : (
            <ul className="papers">
              {papers.map((paper) => (
                <PaperLine key={paper.id} paper={paper} kind={kind} id={id} />
              ))}
            </ul>
          )
        }
      </Part>
      <PaperDrop papers={drafts} onChange={setDrafts} day={day} />
      {drafts.length > 0 && (
        <button type="button" className="btn" onClick={() => void hang()}>
          挂上 {drafts.length} 份
        </button>
      )}
      <p role="status" className="t2">
        {said}
      </p>
    </section>
  );
}

function PaperLine({ paper, kind, id }: { paper: PaperOfRecord; kind: string; id: string }) {
  const { division } = useScope();
  const off = async () => {
    await takeOff(division, kind, id, paper.id);
    await queryClient.invalidateQueries();
  };
  const isPicture = paper.mediaType?.startsWith('image/') === true;
  return (
    <li>
      {isPicture && <img src={paperThumb(division, paper.id)} alt="" width={72} height={54} loading="lazy" />}
      <span className="grow">
        {paper.sha256 === null ? (
          paper.title
        ) : (
          <a href={paperFile(division, paper.id)} target="_blank" rel="noreferrer">
            {paper.title}
          </a>
        )}
        <br />
        <span className="t2">
          {[paper.signedOn, paper.documentNo, paper.originalAt && `原件：${paper.originalAt}`]
            .filter(Boolean)
            .join('　')}
          {paper.fileMissing && <span className="check">　表里写了文件，没找到</span>}
        </span>
      </span>
      <button type="button" className="lnk" onClick={() => void off()}>
        取下
      </button>
    </li>
  );
}
