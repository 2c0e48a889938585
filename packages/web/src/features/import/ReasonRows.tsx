import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { kindsQuery } from '../../api/data.ts';
import { Shape } from '../../components/index.ts';
import type { FileOfBatch, SheetOfFile } from './data.ts';
import type { Trialing } from './FileRows.tsx';
import { type Reason, reasonsOf, sheetKey } from './reasons.ts';

type RowsProps = Trialing & { readonly file: FileOfBatch; readonly sheet: SheetOfFile };

/** Under a sheet: why rows were refused, or which column is the one that is missing. */
export function ReasonRows(props: RowsProps) {
  const { file, sheet } = props;
  if (sheet.state === 'header_lacks')
    return sheet.missing.map((ours) => <MissingRow key={ours} ours={ours} {...props} />);
  return reasonsOf(file, sheet.name).map((reason) => (
    <ReasonRow key={reason.key} reason={reason} {...props} />
  ));
}

function ReasonRow({ reason, ...props }: RowsProps & { reason: Reason }) {
  const { file, sheet, current, onShow } = props;
  const id = `${sheetKey(file.index, sheet.name)}/${reason.key}`;
  const show = () => onShow({ file: file.index, sheet: sheet.name, what: 'errors', reason: reason.key });
  return (
    <tr className={current === id ? 'sub at' : 'sub'} id={`problem-${id}`} tabIndex={-1}>
      <td title={reason.words}>
        <Shape kind="none" /> {reason.words}
      </td>
      <td colSpan={8} className="t2" title={reason.example}>
        {reason.example}
      </td>
      <td colSpan={2} className="r">
        {reason.rows} 行
      </td>
      <td>
        <span className="import-links">
          <button type="button" className="lnk" onClick={show}>
            看 {reason.rows} 行
          </button>
          {reason.word !== undefined && (
            <Meaning {...props} word={reason.word} column={reason.issues[0]?.column} />
          )}
        </span>
      </td>
    </tr>
  );
}

/** 对应到: what an unknown word means here; remembered unless the tick is taken off. */
function Meaning({
  file,
  sheet,
  onMap,
  word,
  column,
}: RowsProps & { word: string; column: string | undefined }) {
  const { data: kinds = [] } = useQuery(kindsQuery);
  const [remember, setRemember] = useState(true);
  const words = kinds
    .find((kind) => kind.sheet === sheet.as)
    ?.columns.find(({ header }) => header === column)?.words;
  if (words === undefined || column === undefined) return null;
  const choose = (meaning: string) =>
    onMap({
      ...{ file: file.index, sheet: sheet.name, known: sheet.as, remember },
      words: { [column]: { [word]: meaning } },
    });
  return (
    <>
      <span className="pick field s">
        对应到
        <span className="caret" aria-hidden="true" />
        <select
          aria-label={`「${word}」对应到`}
          value=""
          onChange={(event) => void choose(event.target.value)}
        >
          <option value="">对应到</option>
          {words.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </span>
      <label className="tick">
        <input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />
        记住
      </label>
    </>
  );
}

function MissingRow({ ours, file, sheet, onMap }: RowsProps & { ours: string }) {
  const choose = (theirs: string) =>
    onMap({
      ...{ file: file.index, sheet: sheet.name, known: sheet.named, remember: true },
      header: { [theirs]: ours },
    });
  return (
    <tr className="sub">
      <td>
        <Shape kind="none" /> 「{ours}」是哪一列？
      </td>
      <td colSpan={10} className="t2">
        选上就读，下次自动认；真没有这一列，请在原表补上。
      </td>
      <td>
        <span className="pick field s">
          选一列
          <span className="caret" aria-hidden="true" />
          <select
            aria-label={`「${ours}」是哪一列`}
            value=""
            onChange={(event) => void choose(event.target.value)}
          >
            <option value="">选一列</option>
            {sheet.header.map(({ theirs }) => (
              <option key={theirs}>{theirs}</option>
            ))}
          </select>
        </span>
      </td>
    </tr>
  );
}
