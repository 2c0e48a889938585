import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { type PaperDraft, PaperDrop, Part } from '../../components/index.ts';
import { hang, type PaperOfRecord, paperFile, papersQuery, paperThumb, takeOff } from './data.ts';
import { FindPaper } from './FindPaper.tsx';
import { havingWords, proves } from './having.ts';
import { PrintPhotos } from './PrintPhotos.tsx';

interface PapersProps {
  readonly kind: string;
  readonly id: string;
  /** The day offered for a new paper: that of the record. */
  readonly day: string;
  /** What the record is about, above printed photos. */
  readonly title: string;
}

/** What was just done with papers, and how it is taken back. */
interface Said {
  readonly words: string;
  readonly undo?: () => Promise<unknown>;
}

const UNDO_MS = 10_000;

/** Said for ten seconds with its 「撤销」; a problem stays. */
function useSaid() {
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    if (said?.undo === undefined) return undefined;
    const over = setTimeout(() => setSaid({ words: said.words }), UNDO_MS);
    return () => clearTimeout(over);
  }, [said]);
  const run = async (work: () => Promise<Said>) => {
    try {
      const next = await work();
      await queryClient.invalidateQueries();
      setSaid(next);
    } catch (problem) {
      setSaid({ words: errorWords(problem).join('') });
    }
  };
  return { said, run };
}

/** 佐证 of one record: what hangs on it, and places to hang more. */
export function Papers({ kind, id, day, title }: PapersProps) {
  const { division } = useScope();
  const { user } = useSession();
  const query = useQuery(papersQuery(division, kind, id));
  const [drafts, setDrafts] = useState<readonly PaperDraft[]>([]);
  const { said, run } = useSaid();
  const off = async (papers: readonly string[]) => {
    for (const paper of papers) await takeOff(division, kind, id, paper);
  };
  const hangNew = () =>
    run(async () => {
      const taken: Awaited<ReturnType<typeof uploadPaper>>[] = [];
      for (const draft of drafts) taken.push(await uploadPaper(division, draft, { kind, id }));
      setDrafts([]);
      const known = taken.flatMap(({ already }) => (already ? [`《${already.title}》`] : []));
      const note = known.length > 0 ? `同样的文件已在档案里，挂的是${known.join('、')}。` : '';
      const undo = () => off(taken.map((paper) => paper.id));
      return { words: `挂上了 ${taken.length} 份。${note}`, undo };
    });
  const hangKnown = (paper: PaperOfRecord) =>
    run(async () => {
      await hang(division, kind, id, paper.id);
      return { words: `挂上了《${paper.title}》。`, undo: () => off([paper.id]) };
    });
  const takeDown = (paper: PaperOfRecord) =>
    run(async () => {
      await off([paper.id]);
      return { words: `取下了《${paper.title}》。`, undo: () => hang(division, kind, id, paper.id) };
    });
  const undo = said?.undo;
  const mayHang = user?.actions.includes('papers.write') === true;
  return (
    <section>
      <h3>佐证</h3>
      <Part query={query}>
        {(papers) =>
          papers.length === 0 ? (
            <p className="t2">还没有材料。</p>
          ) : (
            <>
              <ul className="papers">
                {papers.map((paper) => (
                  <PaperLine key={paper.id} paper={paper} onOff={mayHang ? takeDown : undefined} />
                ))}
              </ul>
              <PrintPhotos title={title} papers={papers} />
            </>
          )
        }
      </Part>
      <p role="status">
        {said?.words}{' '}
        {undo && (
          <button
            type="button"
            className="lnk"
            onClick={() => void run(async () => undo().then(() => ({ words: '已撤销。' })))}
          >
            撤销
          </button>
        )}
      </p>
      {mayHang && (
        <>
          <PaperDrop papers={drafts} onChange={setDrafts} day={day} />
          {drafts.length > 0 && (
            <button type="button" className="btn pri" onClick={() => void hangNew()}>
              挂上 {drafts.length} 份
            </button>
          )}
          <h3 className="gap-above">挂档案里已有的</h3>
          <FindPaper onPick={(paper) => void hangKnown(paper)} />
        </>
      )}
    </section>
  );
}

interface PaperLineProps {
  readonly paper: PaperOfRecord;
  readonly onOff: ((paper: PaperOfRecord) => Promise<void>) | undefined;
}

function PaperLine({ paper, onOff }: PaperLineProps) {
  const { division } = useScope();
  const isPicture = paper.sha256 !== null && paper.mediaType?.startsWith('image/') === true;
  const path = recordPath('paper', paper.id);
  return (
    <li>
      {isPicture && (
        <a href={paperFile(division, paper.id)} target="_blank" rel="noreferrer">
          <img src={paperThumb(division, paper.id)} alt={paper.title} width={72} height={54} loading="lazy" />
        </a>
      )}
      <span className="grow">
        {path === undefined ? paper.title : <GoLink to={path}>{paper.title}</GoLink>}
        <br />
        <span className="t2">
          {[paper.signedOn, paper.documentNo, paper.originalAt && `原件：${paper.originalAt}`]
            .filter(Boolean)
            .join('　')}
        </span>
        {!proves(paper) && <span className="check">　{havingWords(paper)}，还不算有据</span>}
      </span>
      {paper.sha256 !== null && (
        <a href={paperFile(division, paper.id)} target="_blank" rel="noreferrer">
          看文件
        </a>
      )}
      {onOff && (
        <button type="button" className="lnk" onClick={() => void onOff(paper)}>
          取下
        </button>
      )}
    </li>
  );
}
