import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Bar, STATES } from './Bar.tsx';
import { Confirm } from './Confirm.tsx';
import { type Check, compose, docxAddress, type Report, reportKey, sendToSign } from './data.ts';
import { findRun, type Spot, sentencesOf, spotKey } from './draft.ts';
import { focusSpot, leavePanel, showSection, showSentence } from './focus.ts';
import { numbersOf } from './Lists.tsx';
import { Outline } from './Outline.tsx';
import { Panel, type View } from './Panel.tsx';
import { Paper } from './Paper.tsx';
import { PrintSummary } from './PrintSummary.tsx';
import { blockedBy, groupChecks, type Unsourced, unsourcedIn } from './problems.ts';
import { Trouble } from './Trouble.tsx';
import type { ReportEditor } from './useReport.ts';
import { useSentences } from './useSentences.ts';

interface EditorProps {
  readonly report: Report;
  readonly division: string;
  readonly year: number;
  readonly editor: ReportEditor;
}

function useUnsourced(draft: Report['draft'], checks: readonly Check[]) {
  return useMemo(() => {
    const list = unsourcedIn(draft, checks);
    const at = new Map<string, Unsourced[]>();
    for (const hit of list) at.set(spotKey(hit), [...(at.get(spotKey(hit)) ?? []), hit]);
    return { list, at };
  }, [draft, checks]);
}

/** What changes the state of the summary: what is being done, what could not be done, and the doing itself. */
function useSteps({ report, division, year, editor }: EditorProps) {
  const [busy, setBusy] = useState('');
  const [said, setSaid] = useState('');
  const run = async (words: string, work: (version: number) => Promise<unknown>) => {
    if (busy !== '') return;
    setSaid('');
    setBusy(words);
    try {
      // Saving has given the draft a newer version than the page was drawn with.
      const isSaved = await editor.save();
      const now = queryClient.getQueryData<Report>(reportKey(division, year)) ?? report;
      if (isSaved) await work(now.version);
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    }
    await queryClient.invalidateQueries();
    setBusy('');
  };
  return {
    busy,
    said,
    setSaid,
    write: (from: 'wording' | 'lastYear') =>
      run('正在起稿…', (version) => compose(division, year, version, from)),
    send: () => run('正在送签…', (version) => sendToSign(division, year, version)),
  };
}

/** The view at the right, and the ways to a place of the paper. */
function useView(draft: Report['draft'], unsourced: readonly Unsourced[]) {
  const [view, setView] = useState<View | undefined>();
  const panel = useRef<HTMLElement>(null);
  const shown = JSON.stringify(view);
  // What is new at the right begins at its head.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs whenever something else is shown
  useEffect(() => {
    if (panel.current !== null) panel.current.scrollTop = 0;
  }, [shown]);
  const goSpot = (spot: Spot) => {
    setView({ kind: 'spot', spot });
    focusSpot(spot);
  };
  const goCheck = ({ code, sentenceId, text, figure, place }: Check) => {
    const hit = unsourced.find((one) => one.sentenceId === sentenceId && one.text === text);
    const runs = sentencesOf(draft).find(({ id }) => id === sentenceId)?.runs ?? [];
    const run = runs.findIndex((one) =>
      one.kind === 'figure' ? one.code === figure : one.kind === 'typed' && one.text === text,
    );
    if (sentenceId === '') return showSection(place);
    if (code === 'unsourced' && hit !== undefined) setView({ kind: 'unsourced', hit });
    else if (run >= 0) return goSpot({ sentenceId, run });
    else setView({ kind: 'spot', spot: { sentenceId, run: 0 } });
    showSentence(sentenceId);
  };
  return { view, setView, goSpot, goCheck, panel };
}

/** Everything about one summary: bar, outline, paper, and the panel of what is chosen. */
export function Editor(props: EditorProps) {
  const { report, division, year, editor } = props;
  const { user } = useSession();
  const may = (action: string) => user?.actions.includes(action) === true;
  const print = usePrint();
  const { state, checks } = report;
  const draft = editor.draft ?? report.draft;
  const mayWrite = (state === 'none' || state === 'draft') && may('report.write');
  const signs = state === 'sent' && may('report.sign');
  const [asks, setAsks] = useState<'wording' | 'lastYear'>();
  const [wantsSent, setWantsSent] = useState(false);
  const unsourced = useUnsourced(draft, checks);
  const { view, setView, goSpot, goCheck, panel } = useView(draft, unsourced.list);
  const steps = useSteps(props);
  const groups = useMemo(() => groupChecks(checks), [checks]);
  const numbers = useMemo(() => numbersOf(draft, report), [draft, report]);
  const names = useMemo(
    () => new Map(report.figures.map(({ code, name }) => [code, name])),
    [report.figures],
  );
  const sentences = useSentences(
    draft,
    editor.change,
    (spot) => setView({ kind: 'spot', spot }),
    user?.name ?? '',
  );
  const address = docxAddress(division, year);
  const blocked = blockedBy(checks);

  const ordered = groups.flatMap((group) => group.checks);
  const next = useRef(-1);
  const nextProblem = () => {
    next.current = (next.current + 1) % Math.max(ordered.length, 1);
    const check = ordered[next.current];
    if (check !== undefined) goCheck(check);
  };
  const write = (from: 'wording' | 'lastYear') => {
    setAsks(undefined);
    setView(undefined);
    void steps.write(from);
  };
  const onSend = () => {
    setWantsSent(blocked !== undefined);
    setView(undefined);
    if (blocked === undefined) return void steps.send();
    const first = checks.find(({ severity }) => severity === 'must');
    if (first !== undefined) goCheck(first);
  };
  const onPrint = () => {
    const stamp = state === 'signed' ? '' : state === 'sent' ? '已送签　未签发' : STATES.draft;
    print(<PrintSummary draft={draft} stamp={stamp} />);
  };
  useShortcuts({
    F8: { words: '下一个问题', run: nextProblem },
    'Ctrl+s': { words: '存', run: () => void editor.save() },
    'Ctrl+p': { words: '印这份总结', run: onPrint },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.defaultPrevented) return;
    event.preventDefault();
    nextProblem();
  };
  const onPanelKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    leavePanel();
  };
  const isEmpty =
    state === 'none' && report.figures.every(({ value }) => value === null || Number(value) === 0);
  const chosen = view?.kind === 'spot' ? view.spot : undefined;
  const again = (from: 'wording' | 'lastYear') => (state === 'none' ? write(from) : setAsks(from));
  const sayBlocked = wantsSent && blocked !== undefined ? `还不能送签：${blocked}` : '';
  return (
    <>
      <Bar
        {...{ report, year, editor, address, blocked, mayWrite }}
        busy={steps.busy}
        onStanding={(standing) => setView({ kind: 'numbers', standing })}
        onNextProblem={nextProblem}
        onCompare={() => setView({ kind: 'compare' })}
        onDifferences={() => setView({ kind: 'differences' })}
        onCompose={() => write('wording')}
        onSend={onSend}
        onSign={signs ? () => setView(undefined) : undefined}
      />
      <Trouble editor={editor} report={report} said={steps.said === '' ? sayBlocked : steps.said} />
      {isEmpty ? (
        <Nothing
          year={year}
          onLastYear={report.hasLastYear && mayWrite ? () => write('lastYear') : undefined}
        />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: F8 also acts while a text is written
        <div className="rep" onKeyDown={onKeyDown}>
          <Outline
            {...{ draft, numbers, groups, onPrint }}
            frozen={state === 'signed'}
            unsourced={unsourced.list}
            at={sentences.sectionOf(chosen)}
            onSection={(section, standing) => {
              showSection(section);
              if (standing) setView({ kind: 'numbers', standing, section });
            }}
            onGroup={(group) => {
              const [only] = group.checks;
              if (group.checks.length === 1 && only) goCheck(only);
              else setView({ kind: 'checks', code: group.code });
            }}
            onAgain={mayWrite && state === 'draft' ? () => again('wording') : undefined}
            onLastYear={mayWrite && report.hasLastYear ? () => again('lastYear') : undefined}
          />
          <div className="desk">
            <Paper
              {...{ draft, mayWrite, chosen }}
              unsourced={unsourced.at}
              frozen={state === 'signed'}
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
          </div>
          <aside ref={panel} className="panel" aria-label="所选的数" onKeyDown={onPanelKey}>
            <button type="button" className="lnk back" onClick={leavePanel}>
              ↑ 回到文中
            </button>
            <Panel
              {...{ report, division, year, mayWrite, draft, view, groups, numbers, sentences }}
              {...{ signs, address }}
              unsourced={unsourced.list}
              mayHang={may('papers.write')}
              run={chosen && findRun(draft, chosen)}
              onSpot={goSpot}
              onCheck={goCheck}
              onShow={setView}
            />
          </aside>
        </div>
      )}
      {sentences.removed !== undefined && (
        <div className="rep-undo" role="status">
          删去了一句。
          <button type="button" className="lnk" onClick={sentences.undo}>
            撤销
          </button>
        </div>
      )}
      {asks !== undefined && (
        <Confirm from={asks} year={year} onYes={() => write(asks)} onClose={() => setAsks(undefined)} />
      )}
    </>
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
