import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kindsQuery } from '../../api/data.ts';
import { Shape } from '../../components/index.ts';
import type { FileOfBatch, Mapping, SheetOfFile } from './data.ts';
import { type Reason, reasonsOf, rowsOf } from './reasons.ts';

interface ReasonsProps {
  readonly file: FileOfBatch;
  readonly sheet: SheetOfFile;
  readonly onMap: (mapping: Mapping) => Promise<void>;
}

/** The refusals of a sheet by reason, each with its rows; unknown words and columns get their meaning here. */
export function Reasons({ file, sheet, onMap }: ReasonsProps) {
  const unknown = sheet.header.filter((column) => column.ours === null);
  return (
    <>
      {reasonsOf(file, sheet.name).map((reason) => (
        <ReasonRow key={reason.key} reason={reason} file={file} sheet={sheet} onMap={onMap} />
      ))}
      {unknown.map((column) => (
        <UnknownColumn key={column.theirs} theirs={column.theirs} file={file} sheet={sheet} onMap={onMap} />
      ))}
    </>
  );
}

function ReasonRow({ reason, file, sheet, onMap }: ReasonsProps & { reason: Reason }) {
  const [open, setOpen] = useState(false);
  const rows = rowsOf(reason);
  return (
    <>
      <tr className="reason">
        <td>
          <Shape kind="none" /> {reason.words}
        </td>
        <td colSpan={8} className="t2">
          {reason.example}
        </td>
        <td colSpan={2} className="r">
          {rows} 行
        </td>
        <td>
          {reason.word === undefined ? (
            <button type="button" className="lnk" aria-expanded={open} onClick={() => setOpen(!open)}>
              看 {rows} 行
            </button>
          ) : (
            <Meaning reason={reason} file={file} sheet={sheet} onMap={onMap} />
          )}
        </td>
      </tr>
      {open &&
        reason.rows.slice(0, 50).map((issue) => (
          <tr key={`${issue.row}.${issue.column}`} className="reason">
            <td />
            <td colSpan={11} className="t2">
              第 {issue.row} 行「{issue.column}」{issue.value && `（${issue.value}）`}：{issue.reason}
            </td>
          </tr>
        ))}
    </>
  );
}

function Meaning({ reason, file, sheet, onMap }: ReasonsProps & { reason: Reason }) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const issue = reason.rows[0];
  const column = kinds
    .find((kind) => kind.sheet === sheet.as)
    ?.columns.find((one) => one.header === issue?.column);
  const choose = (meaning: string) =>
    onMap({
      ...{ file: file.index, sheet: sheet.name, known: sheet.as, remember: true },
      words: { [column?.header ?? '']: { [reason.word ?? '']: meaning } },
    });
  return (
    <select
      className="pickone"
      aria-label={`「${reason.word}」对应到`}
      value=""
      onChange={(event) => void choose(event.target.value)}
    >
      <option value="">对应到…（记住）</option>
      {column?.words?.map((word) => (
        <option key={word}>{word}</option>
      ))}
    </select>
  );
}

function UnknownColumn({ theirs, file, sheet, onMap }: ReasonsProps & { theirs: string }) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const taken = new Set(sheet.header.map((column) => column.ours));
  const free =
    kinds.find((kind) => kind.sheet === sheet.as)?.columns.filter((column) => !taken.has(column.header)) ??
    [];
  const choose = (ours: string) =>
    onMap({
      ...{ file: file.index, sheet: sheet.name, known: sheet.as, remember: true },
      header: { [theirs]: ours },
    });
  return (
    <tr className="reason">
      <td>
        <Shape kind="none" /> 「{theirs}」这一列不认识
      </td>
      <td colSpan={10} className="t2">
        照存在记录里，不会丢；如果就是下面某一栏，选上即可。
      </td>
      <td>
        <select
          className="pickone"
          aria-label={`「${theirs}」是哪一栏`}
          value=""
          onChange={(event) => void choose(event.target.value)}
        >
          <option value="">是哪一栏…（记住）</option>
          {free.map((column) => (
            <option key={column.field}>{column.header}</option>
          ))}
        </select>
      </td>
    </tr>
  );
}
