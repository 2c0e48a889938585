import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { Note } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Bar } from './Bar.tsx';
import { Confirm } from './Confirm.tsx';
import { type Check, compose, docxAddress, type Report, sendToSign } from './data.ts';
import { findRun, type Spot, sentencesOf } from './draft.ts';
import { focusSpot, showSection, showSentence } from './focus.ts';
import { numbersOf } from './Lists.tsx';
import { Outline } from './Outline.tsx';
import { Panel, type View } from './Panel.tsx';
import { Paper, spotKey } from './Paper.tsx';
import { blockedBy, groupChecks, type Unsourced, unsourcedIn } from './problems.ts';
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

/** Everything about one summary: bar, outline, paper, and the panel of what is chosen. */
export function Editor({ report, division, year, editor }: EditorProps) {
  const { user } = useSession();
  const may = (action: string) => user?.actions.includes(action) === true;
  const { state, checks } = report;
  const draft = editor.draft ?? report.draft;
  const isOpen = state === 'none' || state === 'draft';
  const mayWrite = isOpen && may('report.write');
  const signs = state === 'sent' && may('report.sign');
  const [view, setView] = useState<View | undefined>();
  const [said, setSaid] = useState('');
  const [asks, setAsks] = useState<'wording' | 'lastYear'>();
  const unsourced = useUnsourced(draft, checks);
  const groups = useMemo(() => groupChecks(checks), [checks]);
  const numbers = useMemo(() => numbersOf(draft, report), [draft, report]);
  const names = useMemo(
    () => new Map(report.figures.map(({ code, name }) => [code, name])),
    [report.figures],
  );
  const sentences = useSentences(draft, editor.change, (spot) => setView({ kind: 'spot', spot }));
  const address = docxAddress(division, year);
  const blocked = blockedBy(checks);

  const goSpot = (spot: Spot) => {
    setView({ kind: 'spot', spot });
    focusSpot(spot);
  };
  const goCheck = ({ code, sentenceId, text, figure }: Check) => {
    const hit = unsourced.list.find((one) => one.sentenceId === sentenceId && one.text === text);
    const runs = sentencesOf(draft).find(({ id }) => id === sentenceId)?.runs ?? [];
    const run = runs.findIndex((one) =>
      one.kind === 'figure' ? one.code === figure : one.kind === 'typed' && one.text === text,
    );
    if (code === 'unsourced' && hit !== undefined) setView({ kind: 'unsourced', hit });
    else if (run >= 0) return goSpot({ sentenceId, run });
    else setView({ kind: 'spot', spot: { sentenceId, run: 0 } });
    showSentence(sentenceId);
  };
  const ordered = groups.flatMap((group) => group.checks);
  const next = useRef(-1);
  const nextProblem = () => {
    next.current = (next.current + 1) % Math.max(ordered.length, 1);
    const check = ordered[next.current];
    if (check !== undefined) goCheck(check);
  };
  const run = async (work: () => Promise<unknown>) => {
    setSaid('');
    try {
      if (await editor.save()) await work();
      await queryClient.invalidateQueries();
    } catch (problem) {
      setSaid(errorWords(problem).join(''));
    }
  };
  const write = (from: 'wording' | 'lastYear') => {
    setAsks(undefined);
    setView(undefined);
    void run(() => compose(division, year, report.version, from));
  };
  const onSend = () => {
    if (blocked === undefined) return void run(() => sendToSign(division, year, report.version));
    setSaid(`还不能送签：${blocked}`);
    const first = checks.find(({ severity }) => severity === 'must');
    if (first !== undefined) goCheck(first);
  };
  useShortcuts({
    F8: { words: '下一个问题', run: nextProblem },
    'Ctrl+s': { words: '存', run: () => void editor.save() },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.defaultPrevented) return;
    event.preventDefault();
    nextProblem();
  };
  const isEmpty =
    state === 'none' && report.figures.every(({ value }) => value === null || Number(value) === 0);
  const chosen = view?.kind === 'spot' ? view.spot : undefined;
  return (
    <>
      <Bar
        {...{ report, year, editor, address, blocked, mayWrite }}
        mayCompose={mayWrite}
        onStanding={(standing) => setView({ kind: 'numbers', standing })}
        onNextProblem={nextProblem}
        onCompare={() => setView({ kind: 'compare' })}
        onDifferences={() => setView({ kind: 'differences' })}
        onCompose={(from) => (state === 'none' ? write(from) : setAsks(from))}
        onSend={onSend}
        onSign={signs ? () => setView(undefined) : undefined}
      />
      <Trouble editor={editor} said={said} />
      {isEmpty ? (
        <div className="empty">
          <p>
            {year} 年还没有记录。先导入，或用 {year - 1} 年总结的文字起稿。
          </p>
          {isBuilt('/import') && (
            <GoLink className="btn" to="/import">
              去导入
            </GoLink>
          )}
        </div>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: F8 also acts while a text is written
        <div className="rep" onKeyDown={onKeyDown}>
          <Outline
            {...{ draft, numbers, groups }}
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
              onAddAfter={sentences.addAfter}
              onAddFirst={sentences.addFirst}
              onRead={sentences.read}
            />
          </div>
          <aside className="panel" aria-label="所选的数">
            <Panel
              {...{
                report,
                division,
                year,
                mayWrite,
                draft,
                view,
                groups,
                numbers,
                sentences,
                signs,
                address,
              }}
              mayHang={may('papers.write')}
              who={user?.name ?? ''}
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

/** What could not be done, in words; and whose text to keep when somebody else saved meanwhile. */
function Trouble({ editor, said }: { editor: ReportEditor; said: string }) {
  const { problem, isBehind, isSaved } = editor;
  const words = problem === '' ? said : problem;
  if (words === '') return null;
  const choice = isSaved ? null : isBehind ? (
    <span className="row">
      <button type="button" className="btn s" onClick={() => void editor.keepMine()}>
        用我的再存
      </button>
      <button type="button" className="btn s" onClick={editor.takeTheirs}>
        用存好的
      </button>
    </span>
  ) : (
    <span className="row">
      <button type="button" className="btn s" onClick={() => void editor.save()}>
        重试
      </button>
      <button type="button" className="btn s" onClick={editor.takeTheirs}>
        放弃本机的改动
      </button>
    </span>
  );
  return (
    <div className="kept" role="alert">
      <Note kind="check" action={choice}>
        {words}
      </Note>
    </div>
  );
}
