import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import type { Kind } from '../../api/types.ts';
import { GoLink } from '../../app/links.tsx';
import { recordPath } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, FileDrop, Part, Shape, thumbOf } from '../../components/index.ts';
import { Detail } from '../ledger/Detail.tsx';
import { paperFile } from '../ledger/data.ts';
import { havingWords } from '../ledger/having.ts';
import './archive.css';
import { fillPaper, type Paper, paperQuery, type WholePaper } from './data.ts';

interface PaperPanelProps {
  readonly kind: Kind;
  readonly id: string;
  readonly onClose: () => void;
}

/** One paper beside the catalogue. */
export function PaperPanel({ kind, id, onClose }: PaperPanelProps) {
  return (
    <DetailPanel title="材料" onClose={onClose}>
      <WholeOfPaper kind={kind} id={id} />
    </DetailPanel>
  );
}

/** The paper itself, what it proves, then its lines in the catalogue. */
export function WholeOfPaper({ kind, id }: { kind: Kind; id: string }) {
  return <Detail kind={kind} id={id} head={<Shown id={id} />} />;
}

function Shown({ id }: { id: string }) {
  const { division } = useScope();
  const query = useQuery(paperQuery(division, id));
  return (
    <Part query={query}>
      {(paper) => (
        <>
          <File paper={paper} />
          <Proves paper={paper} />
        </>
      )}
    </Part>
  );
}

function File({ paper }: { paper: WholePaper }) {
  const { division } = useScope();
  const { user } = useSession();
  const mayWrite = user?.actions.includes('papers.write') === true;
  if (paper.sha256 === null)
    return (
      <div className="nofile">
        {paper.originalAt && <p>原件在 {paper.originalAt}，没有扫描件。</p>}
        {!paper.originalAt && (
          <p className="check">
            <Shape kind="none" /> {havingWords(paper)}，还不算有据
          </p>
        )}
        {paper.fileMissing && <p className="check">表里写了文件，导入时没有找到。</p>}
        {mayWrite && <Fill paper={paper} />}
      </div>
    );
  const href = paperFile(division, paper.id);
  const isPicture = paper.mediaType?.startsWith('image/') === true;
  return (
    <p className="file">
      <a href={href} target="_blank" rel="noreferrer" aria-label={`打开《${paper.title}》`}>
        {isPicture ? <img src={thumbOf(division, paper.id)} alt={paper.title} /> : '打开文件'}
      </a>
      <span className="t2">指纹 {paper.sha256.slice(0, 12)}…</span>
    </p>
  );
}

/** Puts the file into a paper that has none. */
export function Fill({ paper }: { paper: Pick<Paper, 'id' | 'title'> }) {
  const { division } = useScope();
  const [said, setSaid] = useState('');
  const fill = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      await fillPaper(division, paper.id, file);
      await queryClient.invalidateQueries();
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    }
  };
  return (
    <>
      <FileDrop words="把这一份的文件拖到这里" onFiles={([file]) => void fill(file)} />
      <p role="alert" className="stop">
        {said}
      </p>
    </>
  );
}

const FEW = 6;

function Proves({ paper: { records } }: { paper: WholePaper }) {
  const [isWhole, setWhole] = useState(false);
  if (records.length === 0)
    return <p className="t2">还没挂到任何记录上。打开一条记录，在「挂档案里已有的」里写题名就能挂。</p>;
  const shown = isWhole ? records : records.slice(0, FEW);
  return (
    <section>
      <h3>证明 {records.length} 条</h3>
      <ul className="proves">
        {shown.map(({ kind, id, sheet, day, label }) => {
          const path = recordPath(kind, id);
          const words = label || sheet;
          return (
            <li key={`${kind} ${id}`}>
              <span className="t2">{day ?? ''}</span>
              <span className="grow">{path === undefined ? words : <GoLink to={path}>{words}</GoLink>}</span>
              <span className="t2">{sheet}</span>
            </li>
          );
        })}
      </ul>
      {!isWhole && records.length > FEW && (
        <button type="button" className="lnk" onClick={() => setWhole(true)}>
          列出全部 {records.length} 条
        </button>
      )}
    </section>
  );
}
