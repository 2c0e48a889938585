import { useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useGo } from '../../app/links.tsx';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { Part } from '../../components/index.ts';
import { Editor } from './Editor.tsx';
import './report.css';
import { useReport } from './useReport.ts';

/** The year of the address; the year chosen in the header opens that year's summary. */
function useYear(): number {
  const { year: text } = useParams({ strict: false }) as { year?: string };
  const year = Number(text);
  const chosen = (useSearch({ strict: false }) as Search).year;
  const setSearch = useSetSearch();
  const go = useGo();
  const before = useRef(chosen);
  useEffect(() => {
    const changed = before.current !== chosen && chosen !== undefined;
    before.current = chosen;
    if (chosen === String(year)) return;
    if (changed) go(`/report/${chosen}`);
    else setSearch({ year: String(year) });
  });
  return year;
}

/** 年度总结: the report itself is the screen. */
export function Page() {
  const { division } = useScope();
  const year = useYear();
  return <Summary key={`${division} ${year}`} division={division} year={year} />;
}

function Summary({ division, year }: { division: string; year: number }) {
  const editor = useReport(division, year);
  return (
    <div className="page-fill">
      {editor.query.data === undefined ? (
        <div className="page">
          <Part query={editor.query} waiting="正在算每一个数…">
            {() => null}
          </Part>
        </div>
      ) : (
        <Editor report={editor.query.data} division={division} year={year} editor={editor} />
      )}
    </div>
  );
}
