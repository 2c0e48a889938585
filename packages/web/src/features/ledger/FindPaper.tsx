import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { findPapersQuery, type PaperOfRecord } from './data.ts';
import { havingWords } from './having.ts';

/** Finds a paper of the archive by words of its title or number, to hang it once more. */
export function FindPaper({ onPick }: { onPick: (paper: PaperOfRecord) => void }) {
  const { division } = useScope();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const query = useQuery({
    ...findPapersQuery(division, asked),
    enabled: asked !== '',
    placeholderData: (old) => old,
  });
  const papers = asked === '' ? [] : (query.data ?? []).slice(0, 8);
  return (
    <div className="findpaper">
      <input
        className="field"
        aria-label="找已有的材料"
        placeholder="写题名或文号里的几个字"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul>
        {papers.map((paper) => (
          <li key={paper.id}>
            <button
              type="button"
              className="lnk"
              onClick={() => {
                onPick(paper);
                setText('');
              }}
            >
              {paper.title}
            </button>{' '}
            <span className="t2">
              {paper.signedOn}　{havingWords(paper)}
            </span>
          </li>
        ))}
      </ul>
      {asked !== '' && query.data?.length === 0 && <p className="t2">档案里没有这几个字的材料。</p>}
    </div>
  );
}
