import { useEffect, useMemo, useRef, useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Changes } from './Changes.tsx';
import { type Batch, type FileOfBatch, type Mapping, markedFile } from './data.ts';
import { Effects } from './Effects.tsx';
import { CountCells, FileRows, type Trialing } from './FileRows.tsx';
import { isGuess, leftOut, problemsOf, sheetKey, sumText } from './reasons.ts';
import { type Open, SidePanel } from './SidePanel.tsx';
import { ACCEPTED } from './Start.tsx';

interface TrialProps {
  readonly batch: Batch;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onMap: (mapping: Mapping) => Promise<void>;
  readonly onConfirm: (skipUpdates: string[]) => Promise<void>;
}

/** Which sheets are open and where `n` stands; the first sheet with refusals opens by itself. */
function useProblems({ files }: Batch) {
  const problems = useMemo(() => problemsOf(files), [files]);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        problems
          .filter(({ rows }) => rows !== undefined)
          .slice(0, 1)
          .map((one) => one.sheet),
      ),
  );
  const [current, setCurrent] = useState<string>();
  const toggle = (sheet: string) => {
    const next = new Set(open);
    if (!next.delete(sheet)) next.add(sheet);
    setOpen(next);
  };
  const next = () => {
    const at = problems.findIndex(({ id }) => id === current);
    const to = problems[(at + 1) % problems.length];
    if (to === undefined) return false;
    setOpen(new Set([...open, to.sheet]));
    setCurrent(to.id);
    return true;
  };
  useEffect(() => {
    if (current === undefined) return;
    const row = document.getElementById(`problem-${current}`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'center' });
  }, [current]);
  return { problems, open, toggle, current, next };
}

/** Steps 2 and 3: the counts that add up, what was refused and why, what it changes in figures. */
export function Trial({ batch, busy, onFiles, onMap, onConfirm }: TrialProps) {
  const { problems, open, toggle, current, next } = useProblems(batch);
  const [side, setSide] = useState<Open>();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { files, totals } = batch;
  const accept = () => {
    const rows = problems.find(({ id }) => id === current)?.rows;
    if (rows) setSide({ ...rows, what: 'errors' });
    if (rows) return true;
    const guesses = files.flatMap((file) =>
      file.sheets.filter(isGuess).map((sheet) => ({ file, sheet, key: sheetKey(file.index, sheet.name) })),
    );
    const guess = guesses.find(({ key }) => key === current) ?? guesses[0];
    if (guess === undefined || guess.sheet.as === null) return false;
    const { name, as } = guess.sheet;
    void onMap({ file: guess.file.index, sheet: name, known: as, as, remember: true });
    return true;
  };
  useShortcuts({
    n: { words: '下一个问题', run: next },
    Enter: { words: '看这几行；认得对，就这样', run: accept },
  });
  const trialing: Trialing = { open, toggle, current, onMap, onShow: setSide, narrow: side !== undefined };
  return (
    <>
      <div className={side ? 'two import-two' : 'import-two'}>
        <div className={busy ? 'import-body dim' : 'import-body'} aria-busy={busy}>
          <div className="row">
            <p className="grow">
              {sumText(totals)}。{totals.refused > 0 && '退回的已在原表标红，改好再拖进来。'}
            </p>
            <AddFiles busy={busy} onFiles={onFiles} />
          </div>
          <Table batch={batch} trialing={trialing} />
          <Changes files={files} ticked={ticked} onTick={setTicked} />
          <Effects batch={batch} />
        </div>
        {side && <SidePanel batch={batch} open={side} onMap={onMap} onClose={() => setSide(undefined)} />}
      </div>
      <Foot
        batch={batch}
        busy={busy}
        hasProblems={problems.length > 0}
        skip={leftOut(files, ticked)}
        onConfirm={onConfirm}
      />
    </>
  );
}

function AddFiles({ busy, onFiles }: Pick<TrialProps, 'busy' | 'onFiles'>) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="btn" disabled={busy} onClick={() => input.current?.click()}>
        再加文件
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}

function Table({ batch, trialing }: { batch: Batch; trialing: Trialing }) {
  return (
    <table className={trialing.narrow ? 't import-table narrow' : 't import-table'}>
      <colgroup>
        {['name', 'as', 'n', 'op', 'n', 'op', 'n', 'op', 'n', 'op', 'n', 'act'].map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
          <col key={index} className={`c-${name}`} />
        ))}
      </colgroup>
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
        {batch.files.map((file) => (
          <FileRows key={file.index} file={file} {...trialing} />
        ))}
        <tr className="sum">
          <td>合计</td>
          <td />
          <CountCells counts={batch.totals} />
          <td />
        </tr>
      </tbody>
    </table>
  );
}

interface FootProps extends Pick<TrialProps, 'batch' | 'busy' | 'onConfirm'> {
  readonly hasProblems: boolean;
  /** Updates of money that were not ticked. */
  readonly skip: string[];
}

function Foot({ batch, busy, hasProblems, skip, onConfirm }: FootProps) {
  const [later, setLater] = useState(false);
  const marked = batch.files.filter((file) => file.errors.length > 0);
  const taken = batch.totals.created + batch.totals.updated - skip.length;
  const words = later
    ? '这一批先放着，十四天内都在。改好后把同名的文件拖进来，就替下原来那份。'
    : marked.length === 1 && '您自己的文件，退回的格子标红，末列写明原因';
  return (
    <footer className="foot">
      <Marked batch={batch} files={marked} />
      <span className="t2 grow" role="status">
        {words}
      </span>
      {hasProblems && (
        <span className="t2 nowrap hints">
          <kbd>n</kbd> 下一个问题
        </span>
      )}
      {batch.totals.refused > 0 && (
        <button type="button" className="btn" onClick={() => setLater(true)}>
          改好再一起导
        </button>
      )}
      <button
        type="button"
        className="btn pri"
        disabled={busy || taken === 0}
        onClick={() => void onConfirm(skip)}
      >
        {taken === 0 ? '没有要写入的行' : `导入能用的 ${taken.toLocaleString('zh-CN')} 行`}
      </button>
    </footer>
  );
}

/** Every file with refusals, as the office's own workbook with the cells marked. */
function Marked({ batch, files }: { batch: Batch; files: readonly FileOfBatch[] }) {
  const { division } = useScope();
  const [first, ...others] = files;
  if (first === undefined) return null;
  const address = (index: number) => markedFile(division, batch.batch, index);
  if (others.length === 0)
    return (
      <a className="btn" href={address(first.index)} download>
        下载标红的原表
      </a>
    );
  return (
    <span className="pick btn">
      下载标红的原表（{files.length} 个）
      <span className="caret" aria-hidden="true" />
      <select
        aria-label="下载哪一个标红的原表"
        value=""
        onChange={(event) => location.assign(address(Number(event.target.value)))}
      >
        <option value="">选一个文件</option>
        {files.map((file) => (
          <option key={file.index} value={file.index}>
            {file.name}
          </option>
        ))}
      </select>
    </span>
  );
}
