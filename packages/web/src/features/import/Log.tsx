import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type FieldError, fieldErrors } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Dialog, ErrorSummary, Field, Part } from '../../components/index.ts';
import { type LogLine, logQuery, undoImport } from './data.ts';
import { sumOf } from './reasons.ts';

/** Earlier imports, newest first; one can be taken back whole while nothing signed or later rests on it. */
export function Log() {
  const { division } = useScope();
  const query = useQuery(logQuery(division));
  const mayUndo = useSession().user?.actions.includes('imports.write') === true;
  const [undoing, setUndoing] = useState<LogLine>();
  return (
    <section>
      <div className="part">
        <h2>导入过的文件</h2>
      </div>
      <Part query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="import-none t2">还没有导入过。</p>
          ) : (
            <LogTable lines={lines} onUndo={mayUndo ? setUndoing : undefined} />
          )
        }
      </Part>
      {undoing && <UndoDialog line={undoing} onClose={() => setUndoing(undefined)} />}
    </section>
  );
}

interface LogTableProps {
  readonly lines: readonly LogLine[];
  /** Only for those who may take an import back. */
  readonly onUndo: ((line: LogLine) => void) | undefined;
}

function LogTable({ lines, onUndo }: LogTableProps) {
  return (
    <table className="t in import-log">
      <thead>
        <tr>
          <th className="c-no">回执</th>
          <th>文件</th>
          <th className="c-day">导入日</th>
          <th className="c-who">经手</th>
          {['读到', '新增', '更新', '不变', '退回'].map((title) => (
            <th key={title} className="r c-count">
              {title}
            </th>
          ))}
          <th className="c-undo" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <LogRow key={line.id} line={line} onUndo={onUndo && (() => onUndo(line))} />
        ))}
      </tbody>
    </table>
  );
}

function LogRow({ line, onUndo }: { line: LogLine; onUndo: (() => void) | undefined }) {
  const { read, created, updated, unchanged, refused } = sumOf(Object.values(line.sheets));
  const undone =
    line.undone && `${line.undone.at.slice(0, 10)} ${line.undone.by} 撤回：${line.undone.reason}`;
  return (
    <tr>
      <td>{line.number}</td>
      <td title={line.fileName}>{line.fileName}</td>
      <td>{line.importedAt.slice(0, 10)}</td>
      <td>{line.importedBy}</td>
      {Object.entries({ read, created, updated, unchanged, refused }).map(([key, value]) => (
        <td key={key} className="r">
          {value.toLocaleString('zh-CN')}
        </td>
      ))}
      <td title={undone ?? undefined}>
        {undone !== null && <span className="t2">{undone}</span>}
        {undone === null && onUndo && (
          <button type="button" className="lnk" onClick={onUndo}>
            撤回本次导入
          </button>
        )}
      </td>
    </tr>
  );
}

function UndoDialog({ line, onClose }: { line: LogLine; onClose: () => void }) {
  const { division } = useScope();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [busy, setBusy] = useState(false);
  const undo = async () => {
    if (reason.trim().length < 2) {
      setErrors([{ field: 'undo-reason', message: '请写理由。' }]);
      return;
    }
    setBusy(true);
    try {
      await undoImport(division, line.id, reason.trim());
      await queryClient.invalidateQueries();
      onClose();
    } catch (problem) {
      setErrors(fieldErrors(problem, 'undo-reason'));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`撤回 ${line.number}`} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void undo();
        }}
      >
        <p className="import-none">
          「{line.fileName}」这次写入的全部撤掉，改过的回到原样。撤回也留记录；文件还在您手里，可以再导。
        </p>
        <ErrorSummary errors={errors} />
        <Field id="undo-reason" label="为什么撤回" errors={errors}>
          {(aria) => (
            <input
              {...aria}
              className="field"
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <button type="submit" className="btn pri" disabled={busy}>
          {busy ? '正在撤回…' : '撤回本次导入'}
        </button>
      </form>
    </Dialog>
  );
}
