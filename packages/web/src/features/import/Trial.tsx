import { Fragment, useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { Mark, Note } from '../../components/index.ts';
import { figureText, unitAfter } from '../../lib/figures.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Changes } from './Changes.tsx';
import {
  type Batch,
  type Counts,
  type Effect,
  type FileOfBatch,
  type Mapping,
  markedFile,
  type SheetOfFile,
} from './data.ts';
import { Reasons } from './Reasons.tsx';
import { SheetPick } from './SheetPick.tsx';

interface TrialProps {
  readonly batch: Batch;
  readonly busy: boolean;
  readonly onMap: (mapping: Mapping) => Promise<void>;
  readonly onConfirm: (skipUpdates: readonly string[]) => Promise<void>;
  readonly onRestart: () => void;
}

const count = (value: number) => value.toLocaleString('zh-CN');

/** What the files would do: the counts that add up, the refusals by reason, what it changes in figures. */
export function Trial({ batch, busy, onMap, onConfirm, onRestart }: TrialProps) {
  const { division } = useScope();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const { totals, files } = batch;
  const marked = files.find((file) => file.errors.length > 0);
  const taken = totals.created + totals.updated + totals.unchanged;
  return (
    <>
      <div className="import-body">
        <p>
          读到 <b>{count(totals.read)}</b> 行 = 新增 {count(totals.created)} + 更新 {count(totals.updated)} +
          不变 {count(totals.unchanged)} + 退回 {count(totals.refused)}。
          {totals.refused > 0 && '退回的已在原表标红，改好再拖进来。'}
        </p>
        <table className="t import-table">
          <thead>
            <tr>
              <th>文件 / 表</th>
              <th>认成</th>
              <th className="r">读到</th>
              <th className="op">=</th>
              <th className="r">新增</th>
              <th className="op">+</th>
              <th className="r">更新</th>
              <th className="op">+</th>
              <th className="r">不变</th>
              <th className="op">+</th>
              <th className="r">退回</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <FileRows key={file.index} file={file} onMap={onMap} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>合计</td>
              <td />
              <CountCells counts={totals} />
              <td />
            </tr>
          </tfoot>
        </table>
        <Changes files={files} skipped={skipped} onSkip={setSkipped} />
        <Effects effects={batch.effects} />
      </div>
      <footer className="foot">
        {marked && (
          <>
            <a className="btn" href={markedFile(division, batch.batch, marked.index)}>
              下载标红的原表
            </a>
            <span className="t2">您自己的文件，退回的格子标红，末列写明原因</span>
          </>
        )}
        <span className="grow" />
        <button type="button" className="btn" onClick={onRestart}>
          改好再一起导
        </button>
        <button
          type="button"
          className="btn pri"
          disabled={busy || taken === 0}
          onClick={() => void onConfirm([...skipped])}
        >
          {taken === 0 ? '没有能导入的行' : `导入能用的 ${count(taken)} 行`}
        </button>
      </footer>
    </>
  );
}

function CountCells({ counts }: { counts: Counts }) {
  return (
    <>
      <td className="r">{count(counts.read)}</td>
      <td className="op">=</td>
      <td className="r">{count(counts.created)}</td>
      <td className="op">+</td>
      <td className="r">{count(counts.updated)}</td>
      <td className="op">+</td>
      <td className="r">{count(counts.unchanged)}</td>
      <td className="op">+</td>
      <td className="r">{counts.refused > 0 ? <b>{count(counts.refused)}</b> : 0}</td>
    </>
  );
}

function FileRows({ file, onMap }: { file: FileOfBatch; onMap: TrialProps['onMap'] }) {
  const first = file.sheets.find((sheet) => sheet.refused > 0)?.name;
  const [open, setOpen] = useState<string | undefined>(first);
  const troubled = file.sheets
    .filter((sheet) => sheet.refused > 0 || sheet.as === null)
    .map((sheet) => sheet.name);
  const next = () => setOpen(troubled[(troubled.indexOf(open ?? '') + 1) % troubled.length]);
  useShortcuts(troubled.length > 1 ? { n: { words: '下一个问题', run: next } } : {});
  if (file.refusal)
    return (
      <tr>
        <td>{file.name}</td>
        <td colSpan={11}>
          <Mark kind="stop" words="整个没收" /> {file.refusal.message}
        </td>
      </tr>
    );
  return (
    <>
      {file.earlier && (
        <tr>
          <td colSpan={12} className="t2">
            「{file.name}」{file.earlier.importedAt.slice(0, 10)} 已导入（回执 {file.earlier.number}）。
          </td>
        </tr>
      )}
      {file.sheets.map((sheet) => (
        <Fragment key={sheet.name}>
          <SheetRow
            file={file}
            sheet={sheet}
            isOpen={open === sheet.name}
            onOpen={() => setOpen(open === sheet.name ? undefined : sheet.name)}
            onMap={onMap}
          />
          {open === sheet.name && <Reasons file={file} sheet={sheet} onMap={onMap} />}
        </Fragment>
      ))}
    </>
  );
}

interface SheetRowProps {
  readonly file: FileOfBatch;
  readonly sheet: SheetOfFile;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMap: TrialProps['onMap'];
}

function SheetRow({ file, sheet, isOpen, onOpen, onMap }: SheetRowProps) {
  const unknown = file.notes.filter((note) => note.sheet === sheet.name).length;
  return (
    <tr className={isOpen ? 'at' : undefined}>
      <td title={file.name}>
        {file.name} / {sheet.name}
      </td>
      <td>
        <SheetPick file={file} sheet={sheet} onMap={onMap} />
      </td>
      <CountCells counts={sheet} />
      <td>
        {(sheet.refused > 0 || unknown > 0) && (
          <button type="button" className="lnk" aria-expanded={isOpen} onClick={onOpen}>
            {sheet.refused > 0 ? '按原因看' : `${unknown} 列不认识`}
          </button>
        )}
      </td>
    </tr>
  );
}

const LEADING = ['F01', 'F02', 'E02', 'G01.amount', 'D03', 'J05.items'];

function Effects({ effects }: { effects: readonly Effect[] }) {
  if (effects.length === 0)
    return (
      <Note kind="check" words="没有变化">
        导入后，全部指标和现在一样。
      </Note>
    );
  const leading = LEADING.flatMap((code) => effects.filter((effect) => effect.code === code));
  return (
    <section>
      <div className="part">
        <h2>导入后会变成</h2>
        <span className="t2">还没有写入，可以离开，不会丢</span>
      </div>
      <div className="effects">
        {leading.map(({ code, name, unit, before = null, after = null }) => (
          <div key={code}>
            <div className="t2">{name}</div>
            <div>
              {figureText(before, unit)} → <b className="big">{figureText(after, unit)}</b>{' '}
              {unitAfter(after, unit)}
            </div>
          </div>
        ))}
      </div>
      <details>
        <summary>会变的指标共 {effects.length} 个</summary>
        <ul className="effect-list">
          {effects.map(({ code, name, unit, before = null, after = null }) => (
            <li key={code}>
              <span className="t2">{code}</span> {name}：{figureText(before, unit)} →{' '}
              {figureText(after, unit)} {unitAfter(after, unit)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
