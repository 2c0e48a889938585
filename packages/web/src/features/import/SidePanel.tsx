import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kindsQuery } from '../../api/data.ts';
import { DetailPanel } from '../../components/index.ts';
import { ChangeTable } from './Changes.tsx';
import type { Batch, FileOfBatch, Issue, Mapping, SheetOfFile } from './data.ts';
import { RowsTable } from './RowsTable.tsx';
import { reasonsOf } from './reasons.ts';

/** What stands at the right: rows refused or warned of, old and new values, or how the header was read. */
export interface Open {
  readonly file: number;
  readonly sheet: string;
  readonly what: 'errors' | 'warnings' | 'changes' | 'header' | 'rows';
  /** Only the rows of this reason. */
  readonly reason?: string;
}

interface SidePanelProps {
  readonly batch: Batch;
  readonly open: Open;
  readonly onMap: (mapping: Mapping) => Promise<void>;
  readonly onClose: () => void;
}

export function SidePanel({ batch, open, onMap, onClose }: SidePanelProps) {
  const { files } = batch;
  const file = files.find(({ index }) => index === open.file);
  const sheet = file?.sheets.find(({ name }) => name === open.sheet);
  if (file === undefined || sheet === undefined) return null;
  const reason = reasonsOf(file, sheet.name).find(({ key }) => key === open.reason);
  const ofSheet = (issues: readonly Issue[]) => issues.filter((issue) => issue.sheet === sheet.name);
  const titles = {
    errors: reason?.words ?? '退回的行',
    warnings: '提醒：收下了，请核对',
    changes: '更新：库里 → 表里',
    header: '表头：表里的 → 认成的',
    rows: '读到的行',
  };
  return (
    <DetailPanel title={titles[open.what]} note={sheet.name} onClose={onClose}>
      {open.what === 'errors' && <IssueTable issues={reason?.issues ?? ofSheet(file.errors)} />}
      {open.what === 'warnings' && <IssueTable issues={ofSheet(file.warnings)} />}
      {open.what === 'changes' && (
        <ChangeTable changes={file.changes.filter((change) => change.sheet === sheet.name)} files={files} />
      )}
      {open.what === 'rows' && (
        <RowsTable key={sheet.name} batch={batch.batch} file={file} sheet={sheet.name} />
      )}
      {open.what === 'header' && <HeaderTable file={file} sheet={sheet} onMap={onMap} />}
    </DetailPanel>
  );
}

const PAGE = 200;

function IssueTable({ issues }: { issues: readonly Issue[] }) {
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <table className="correct">
        <thead>
          <tr>
            <th>行</th>
            <th>列</th>
            <th>表里写的</th>
            <th>原因和办法</th>
          </tr>
        </thead>
        <tbody>
          {issues.slice(0, shown).map((issue) => (
            <tr key={`${issue.row}.${issue.column}.${issue.code}`}>
              <td>{issue.row}</td>
              <td>{issue.column}</td>
              <td>{issue.value === '' ? <span className="t2">（空）</span> : issue.value}</td>
              <td>{issue.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {issues.length > shown && (
        <button type="button" className="lnk" onClick={() => setShown(shown + PAGE)}>
          还有 {issues.length - shown} 行，再看 {Math.min(PAGE, issues.length - shown)} 行
        </button>
      )}
    </>
  );
}

interface HeaderTableProps extends Pick<SidePanelProps, 'onMap'> {
  readonly file: FileOfBatch;
  readonly sheet: SheetOfFile;
}

/** Columns nobody knows are kept as they are; one can be said to be a column of ours. */
function HeaderTable({ file, sheet, onMap }: HeaderTableProps) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const taken = new Set(sheet.header.map(({ ours }) => ours));
  const kind = kinds.find((one) => one.sheet === sheet.as);
  const free = kind?.columns.filter(({ header }) => !taken.has(header)) ?? [];
  const choose = (theirs: string, ours: string) =>
    onMap({
      ...{ file: file.index, sheet: sheet.name, known: sheet.as, remember: true },
      header: { [theirs]: ours },
    });
  return (
    <table className="correct">
      <thead>
        <tr>
          <th>表里的</th>
          <th>认成</th>
        </tr>
      </thead>
      <tbody>
        {sheet.header.map(({ theirs, ours }) => (
          <tr key={theirs}>
            <td>{theirs}</td>
            <td>
              {ours ?? (
                <span className="pick field s">
                  照存，不认
                  <span className="caret" aria-hidden="true" />
                  <select
                    aria-label={`「${theirs}」是哪一栏`}
                    value=""
                    onChange={(event) => void choose(theirs, event.target.value)}
                  >
                    <option value="">照存，不认</option>
                    {free.map(({ header }) => (
                      <option key={header}>{header}</option>
                    ))}
                  </select>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
