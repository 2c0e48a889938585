import type { TraceRecord } from '../api/types.ts';
import { GoLink } from '../app/links.tsx';
import { recordPath } from '../app/rooms.ts';
import { figureText } from '../lib/figures.ts';
import { Shape } from './Icon.tsx';
import './trace.css';

/** `老台账.xlsx「优抚对象」第 31 行` */
export function sourceWords(source: TraceRecord['source']): string {
  return source === null ? '本机录入' : `${source.file ?? ''}「${source.sheet}」第 ${source.row} 行`;
}

function Papers({ papers }: Pick<TraceRecord, 'papers'>) {
  if (papers.length === 0)
    return (
      <span className="check nowrap">
        <Shape kind="none" /> 未佐证
      </span>
    );
  return (
    <details>
      <summary>佐证 {papers.length} 份</summary>
      <ul>
        {papers.map((paper) => (
          <li key={`${paper.title} ${paper.sha256 ?? ''}`}>
            {paper.title}
            {paper.location !== null && paper.location !== '' && (
              <span className="t2">　原件：{paper.location}</span>
            )}
            {paper.sha256 === null && !paper.location && (
              <span className="check">　没有文件，也没有原件位置</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The records behind a figure: day, what, how much it adds, the row of the file, the papers. */
export function TraceList({ records, unit }: { records: readonly TraceRecord[]; unit: string }) {
  return (
    <ol className="trace">
      {records.map((record) => {
        const path = recordPath(record.kind, record.id);
        const label = record.label ?? record.id;
        return (
          <li key={`${record.kind} ${record.id}`}>
            <span className="t2">{record.day ?? ''}</span>
            <span className="grow">{path === undefined ? label : <GoLink to={path}>{label}</GoLink>}</span>
            <span className="r">{figureText(record.contribution, unit)}</span>
            <span className="from t2">{sourceWords(record.source)}</span>
            <Papers papers={record.papers} />
          </li>
        );
      })}
    </ol>
  );
}
