import type { KeyboardEvent } from 'react';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Bar, STATES } from './Bar.tsx';
import { Confirm } from './Confirm.tsx';
import { findRun } from './draft.ts';
import { leavePanel, showSection } from './focus.ts';
import { Outline } from './Outline.tsx';
import { Panel } from './Panel.tsx';
import { Paper } from './Paper.tsx';
import { PrintSummary } from './PrintSummary.tsx';
import { Trouble } from './Trouble.tsx';
import { type Editing, type EditorProps, useEditing } from './useEditing.ts';

/** Everything about one summary: bar, outline, paper, and the panel of what is chosen. */
export function Editor(props: EditorProps) {
  const editing = useEditing(props);
  const { report, year, editor, draft, setView, sentences, signs, asks } = editing;
  const print = usePrint();
  const onPrint = () => {
    const stamp = report.state === 'signed' ? '' : report.state === 'sent' ? '已送签　未签发' : STATES.draft;
    print(<PrintSummary draft={draft} stamp={stamp} />);
  };
  useShortcuts({
    F8: { words: '下一个问题', run: editing.nextProblem },
    'Ctrl+s': { words: '存', run: () => void editor.save() },
    'Ctrl+p': { words: '印这份总结', run: onPrint },
  });
  const isEmpty =
    report.state === 'none' && report.figures.every(({ value }) => value === null || Number(value) === 0);
  const fromLastYear = report.hasLastYear && editing.mayWrite ? () => editing.write('lastYear') : undefined;
  return (
    <>
      <Bar
        {...editing}
        onStanding={(standing) => setView({ kind: 'numbers', standing })}
        onNextProblem={editing.nextProblem}
        onCompare={() => setView({ kind: 'compare' })}
        onDifferences={() => setView({ kind: 'differences' })}
        onCompose={() => editing.write('wording')}
        onSend={editing.send}
        onSign={signs ? () => setView(undefined) : undefined}
      />
      <Trouble editor={editor} report={report} said={editing.said} />
      {isEmpty ? <Nothing year={year} onLastYear={fromLastYear} /> : <Desk {...editing} onPrint={onPrint} />}
      {sentences.removed !== undefined && (
        <div className="rep-undo" role="status">
          删去了一句。
          <button type="button" className="lnk" onClick={sentences.undo}>
            撤销
          </button>
        </div>
      )}
      {asks !== undefined && (
        <Confirm from={asks} year={year} onYes={() => editing.write(asks)} onClose={editing.stopAsking} />
      )}
    </>
  );
}

/** Outline, paper and panel side by side. */
function Desk(editing: Editing & { readonly onPrint: () => void }) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.defaultPrevented) return;
    event.preventDefault();
    editing.nextProblem();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: F8 also acts while a text is written
    <div className="rep" onKeyDown={onKeyDown}>
      <Side {...editing} />
      <div className="desk">
        <Sheet {...editing} />
      </div>
      <Right {...editing} />
    </div>
  );
}

function Side(editing: Editing & { readonly onPrint: () => void }) {
  const { report, sentences, mayWrite, again, setView, goCheck } = editing;
  return (
    <Outline
      {...editing}
      frozen={report.state === 'signed'}
      unsourced={editing.unsourced.list}
      at={sentences.sectionOf(editing.chosen)}
      onSection={(section, standing) => {
        showSection(section);
        if (standing) setView({ kind: 'numbers', standing, section });
      }}
      onGroup={(group) => {
        const [only] = group.checks;
        if (group.checks.length === 1 && only) goCheck(only);
        else setView({ kind: 'checks', code: group.code });
      }}
      onAgain={mayWrite && report.state === 'draft' ? () => again('wording') : undefined}
      onLastYear={mayWrite && report.hasLastYear ? () => again('lastYear') : undefined}
    />
  );
}

function Sheet(editing: Editing) {
  const { report, editor, sentences, setView } = editing;
  const names = new Map(report.figures.map(({ code, name }) => [code, name]));
  return (
    <Paper
      draft={editing.draft}
      mayWrite={editing.mayWrite}
      chosen={editing.chosen}
      unsourced={editing.unsourced.at}
      frozen={report.state === 'signed'}
      nameOf={(code) => names.get(code) ?? code}
      onText={sentences.write}
      onRest={() => void editor.save()}
      onFocus={(spot) => setView({ kind: 'spot', spot })}
      onUnsourced={(hit) => setView({ kind: 'unsourced', hit })}
      onSplit={sentences.split}
      onJoin={sentences.join}
      onAddFirst={sentences.addFirst}
      onRead={sentences.read}
      onReadAll={sentences.readAll}
    />
  );
}

function Right(editing: Editing) {
  const { draft, chosen, panel } = editing;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leavePanel();
  };
  return (
    <aside ref={panel} className="panel" aria-label="所选的数" onKeyDown={onKeyDown}>
      <button type="button" className="lnk back" onClick={leavePanel}>
        ↑ 回到文中
      </button>
      <Panel
        {...editing}
        unsourced={editing.unsourced.list}
        run={chosen && findRun(draft, chosen)}
        onSpot={editing.goSpot}
        onCheck={editing.goCheck}
        onShow={editing.setView}
      />
    </aside>
  );
}

/** A year without a record: what it takes. */
function Nothing({ year, onLastYear }: { year: number; onLastYear: (() => void) | undefined }) {
  return (
    <div className="empty">
      <p>
        {year} 年还没有记录。先导入，或用 {year - 1} 年总结的文字起稿。
      </p>
      <div className="row" style={{ justifyContent: 'center' }}>
        {isBuilt('/import') && (
          <GoLink className="btn" to="/import">
            去导入
          </GoLink>
        )}
        {onLastYear && (
          <button type="button" className="btn" onClick={onLastYear}>
            用 {year - 1} 年文字起稿
          </button>
        )}
      </div>
    </div>
  );
}
