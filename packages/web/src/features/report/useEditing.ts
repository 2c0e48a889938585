import { useEffect, useMemo, useRef, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { queryClient } from '../../api/query.ts';
import { useSession } from '../../api/session.ts';
import { type Check, compose, docxAddress, type Report, reportKey, sendToSign } from './data.ts';
import { type Spot, sentencesOf, spotKey } from './draft.ts';
import { focusSpot, showSection, showSentence } from './focus.ts';
import { numbersOf } from './Lists.tsx';
import type { View } from './Panel.tsx';
import { blockedBy, groupChecks, type Unsourced, unsourcedIn } from './problems.ts';
import type { ReportEditor } from './useReport.ts';
import { useSentences } from './useSentences.ts';

export interface EditorProps {
  readonly report: Report;
  readonly division: string;
  readonly year: number;
  readonly editor: ReportEditor;
}

type From = 'wording' | 'lastYear';

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
    write: (from: From) => run('正在起稿…', (version) => compose(division, year, version, from)),
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

/** Who may do what with it in the state it is in. */
function useRights({ state }: Report) {
  const { user } = useSession();
  const may = (action: string) => user?.actions.includes(action) === true;
  return {
    name: user?.name ?? '',
    mayWrite: (state === 'none' || state === 'draft') && may('report.write'),
    mayHang: may('papers.write'),
    signs: state === 'sent' && may('report.sign'),
  };
}

/** Everything the parts of the page share while one summary is written, sent or signed. */
export function useEditing(props: EditorProps) {
  const { report, division, year, editor } = props;
  const draft = editor.draft ?? report.draft;
  const rights = useRights(report);
  const unsourced = useUnsourced(draft, report.checks);
  const place = useView(draft, unsourced.list);
  const steps = useSteps(props);
  const groups = useMemo(() => groupChecks(report.checks), [report.checks]);
  const numbers = useMemo(() => numbersOf(draft, report), [draft, report]);
  const onSpot = (spot: Spot) => place.setView({ kind: 'spot', spot });
  const sentences = useSentences(draft, editor.change, onSpot, rights.name);
  const asking = useAsking(props, steps, place);
  const ordered = groups.flatMap((group) => group.checks);
  const next = useRef(-1);
  const nextProblem = () => {
    next.current = (next.current + 1) % Math.max(ordered.length, 1);
    const check = ordered[next.current];
    if (check !== undefined) place.goCheck(check);
  };
  const address = docxAddress(division, year);
  return {
    ...{ ...props, ...rights, ...place, ...asking },
    ...{ draft, unsourced, groups, numbers, sentences, address, nextProblem },
    busy: steps.busy,
    chosen: place.view?.kind === 'spot' ? place.view.spot : undefined,
  };
}

/** Sending and writing anew: what stands in the way is said, what would be lost is asked about. */
function useAsking(
  { report }: EditorProps,
  steps: ReturnType<typeof useSteps>,
  { setView, goCheck }: ReturnType<typeof useView>,
) {
  const [asks, setAsks] = useState<From>();
  const [wantsSent, setWantsSent] = useState(false);
  const blocked = blockedBy(report.checks);
  const write = (from: From) => {
    setAsks(undefined);
    setView(undefined);
    void steps.write(from);
  };
  const send = () => {
    setWantsSent(blocked !== undefined);
    setView(undefined);
    if (blocked === undefined) return void steps.send();
    const first = report.checks.find(({ severity }) => severity === 'must');
    if (first !== undefined) goCheck(first);
  };
  const sayBlocked = wantsSent && blocked !== undefined ? `还不能送签：${blocked}` : '';
  return {
    ...{ asks, blocked, write, send },
    said: steps.said === '' ? sayBlocked : steps.said,
    /** Asks first where there is a draft that would be written over. */
    again: (from: From) => (report.state === 'none' ? write(from) : setAsks(from)),
    stopAsking: () => setAsks(undefined),
  };
}

export type Editing = ReturnType<typeof useEditing>;
