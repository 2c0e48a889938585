import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useScope } from '../../app/scope.ts';
import { Part } from '../../components/index.ts';
import { type LogLine, logQuery, undoImport } from './data.ts';

/** Earlier imports, newest first; one can be taken back whole while nothing signed or later rests on it. */
export function Log() {
  const { division } = useScope();
  const query = useQuery(logQuery(division));
  return (
    <Part query={query}>
      {(lines) =>
        lines.length === 0 ? null : (
          <section>
            <div className="part">
              <h2>导入过的</h2>
            </div>
            <ul className="changes">
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          </section>
        )
      }
    </Part>
  );
}

function sumOf(line: LogLine, key: 'read' | 'created' | 'updated'): number {
  return Object.values(line.sheets).reduce((sum, counts) => sum + counts[key], 0);
}

function Line({ line }: { line: LogLine }) {
  const { division } = useScope();
  const [reason, setReason] = useState<string>();
  const [problem, setProblem] = useState('');
  const undo = async () => {
    try {
      await undoImport(division, line.id, reason ?? '');
      setReason(undefined);
      await queryClient.invalidateQueries();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    }
  };
  return (
    <li>
      <div className="row gap3">
        <b>{line.number}</b>
        <span className="grow">
          {line.fileName}　
          <span className="t2">
            {line.importedAt.slice(0, 10)}　{line.importedBy}　读到 {sumOf(line, 'read')} 行，新增{' '}
            {sumOf(line, 'created')}，更新 {sumOf(line, 'updated')}，退回 {line.refused}
          </span>
          {line.undone && <span className="check">　已撤回：{line.undone.reason}</span>}
        </span>
        {!line.undone && (
          <button type="button" className="lnk" onClick={() => setReason('')}>
            撤回本次导入
          </button>
        )}
      </div>
      {reason !== undefined && (
        <form
          className="row gap3"
          onSubmit={(event) => {
            event.preventDefault();
            void undo();
          }}
        >
          <input
            className="field grow"
            aria-label="撤回的理由"
            placeholder="为什么撤回"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <button type="submit" className="btn s" disabled={reason.trim().length < 2}>
            撤回
          </button>
        </form>
      )}
      <p role="alert" className="stop">
        {problem}
      </p>
    </li>
  );
}
