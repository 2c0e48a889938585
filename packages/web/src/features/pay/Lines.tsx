import { useState } from 'react';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { type Column, DataTable, Empty, Mark, Money, usePagedRows } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { categoryWords } from '../people/words.ts';
import {
  type Batch,
  type BatchException,
  fetchLines,
  type Line,
  type LinesAsked,
  linesKey,
  releaseLine,
} from './data.ts';
import { ReasonDialog } from './Reason.tsx';
import { Reissue } from './Reissue.tsx';
import { LINE_WORDS, shortSpan, withoutName } from './texts.ts';

interface LinesProps {
  readonly batch: Batch;
  readonly asked: LinesAsked;
  readonly onAsk: (asked: LinesAsked) => void;
  readonly onDone: (words: string) => void;
  /** `w`: why the line with the keyboard is what it is. */
  readonly onWhy: (line: Line) => void;
  /** While that is open it goes along from line to line. */
  readonly follow: ((line: Line) => void) | undefined;
}

const FILTERS = [
  ['all', '全部'],
  ['changed', '只看变化'],
  ['held', '缓发'],
  ['returned', '退回'],
] as const;

/** Filters that would find nothing are not offered; the one that is on always is. */
const isOffered = (filter: LinesAsked['filter'], { held, returned }: Batch): boolean =>
  filter === 'held' ? held.lines > 0 : filter !== 'returned' || returned.lines > 0;

/** Every line of the batch: due, posted before, paid now, and why. */
export function Lines({ batch, asked, onAsk, onDone, onWhy, follow }: LinesProps) {
  const { division } = useScope();
  const { id, hash, state } = batch;
  const key = linesKey(division, id, `${hash} ${state} ${batch.held.lines} ${batch.returned.lines}`, asked);
  const rows = usePagedRows<Line, Awaited<ReturnType<typeof fetchLines>>>(key, (offset, limit) =>
    fetchLines(division, id, asked, offset, limit),
  );
  const [at, setAt] = useState(0);
  const [releasing, setReleasing] = useState<Line>();
  const [resending, setResending] = useState<Line>();
  const goTo = (index: number) => {
    setAt(index);
    const line = rows.row(index);
    if (line !== undefined) follow?.(line);
  };
  const move = (by: 1 | -1) => () => goTo(nextException(rows, at, by));
  const why = () => {
    const line = rows.row(at);
    if (line !== undefined) onWhy(line);
  };
  useShortcuts({
    w: { words: '这一笔为什么是这个数', run: why },
    n: { words: '下一个例外', run: move(1) },
    p: { words: '上一个例外', run: move(-1) },
  });
  const columns = [...COLUMNS, whyColumn(batch, setReleasing, setResending)];
  return (
    <section className="pay-right" aria-label="明细">
      <div className="bar filters">
        <h2>明细 {rows.total}</h2>
        {FILTERS.filter(([filter]) => filter === asked.filter || isOffered(filter, batch)).map(
          ([filter, words]) => (
            <button
              key={filter}
              type="button"
              className="btn s"
              aria-pressed={asked.filter === filter && asked.reason === undefined}
              onClick={() => onAsk({ filter, text: asked.text })}
            >
              {words}
            </button>
          ),
        )}
        {asked.reason && <b>{asked.reason}</b>}
        <input
          className="field pay-seek"
          aria-label="筛：姓名、拼音"
          placeholder="筛：姓名、拼音"
          value={asked.text ?? ''}
          onChange={(event) => onAsk({ ...asked, text: event.target.value })}
        />
        <span className="grow" />
        <span className="t2 nowrap hints">
          有例外的在前　<kbd>n</kbd> <kbd>p</kbd> 例外　<kbd>w</kbd> 为什么
        </span>
      </div>
      <DataTable
        label="明细"
        rows={rows}
        columns={columns}
        rowKey={(line) => line.id}
        at={at}
        onAt={goTo}
        onOpen={onWhy}
        foot={
          <b>
            {rows.total} 笔{'　'}
            <Money fen={rows.head?.totalFen} />
          </b>
        }
        sorts={[{ value: 'odd', words: '例外、变化、名册的顺序' }]}
        empty={<Empty words={asked.filter === 'all' ? '没有这样的明细。' : '没有。点「全部」看所有明细。'} />}
      />
      {releasing && (
        <Release batch={batch} line={releasing} onClose={() => setReleasing(undefined)} onDone={onDone} />
      )}
      {resending && (
        <Reissue batch={batch} line={resending} onClose={() => setResending(undefined)} onDone={onDone} />
      )}
    </section>
  );
}

interface Window {
  readonly total: number;
  readonly row: (index: number) => Line | undefined;
}

const isOdd = (line: Line | undefined) =>
  line !== undefined && (line.exceptions.length > 0 || line.state === 'held');

/** The next line with an exception among those that are here; stays where there is none. */
export function nextException({ total, row }: Window, from: number, by: 1 | -1): number {
  for (let at = from + by; at >= 0 && at < total; at += by) if (isOdd(row(at))) return at;
  return from;
}

const COLUMNS: readonly Column<Line>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 104,
    strong: true,
    cell: ({ person }) => <GoLink to={`/people/${person.id}`}>{person.name}</GoLink>,
  },
  { key: 'village', title: '村', width: 74, cell: ({ village }) => village ?? '不详' },
  { key: 'kinds', title: '项目', width: 104, cell: ({ kinds }) => categoryWords(kinds) },
  { key: 'months', title: '所属月', width: 118, cell: ({ months }) => shortSpan(months) },
  {
    key: 'due',
    title: '应发(元)',
    width: 100,
    number: true,
    cell: ({ dueFen }) => <Money fen={dueFen} plain />,
  },
  {
    key: 'before',
    title: '已记',
    width: 92,
    spare: true,
    number: true,
    quiet: true,
    cell: ({ postedBeforeFen }) => <Money fen={postedBeforeFen} plain />,
  },
  { key: 'fen', title: '本次(元)', width: 100, number: true, cell: ({ fen }) => <Money fen={fen} plain /> },
  {
    key: 'tail',
    title: '尾号',
    width: 64,
    spare: true,
    number: true,
    quiet: true,
    cell: ({ accountTail }) => accountTail ?? '—',
  },
];

const isRed = ({ exceptions }: Line, told: readonly BatchException[]) =>
  told.some(({ key, severity }) => severity === 'red' && exceptions.includes(key));

function whyColumn(
  { may, exceptions }: Batch,
  onRelease: (line: Line) => void,
  onResend: (line: Line) => void,
): Column<Line> {
  return {
    key: 'why',
    title: '为什么',
    least: 200,
    cell: (line) => (
      <span className="row">
        {line.exceptions.length > 0 && <Mark kind={isRed(line, exceptions) ? 'stop' : 'check'} />}
        <span className="grow pay-cut" title={whyWords(line, exceptions)}>
          {whyWords(line, exceptions)}
        </span>
        {line.state === 'held' && may.release.ok && (
          <button type="button" className="lnk" onClick={() => onRelease(line)}>
            放行
          </button>
        )}
        {(line.state === 'returned' || line.state === 'taken_back') && may.reissue.ok && (
          <button type="button" className="lnk" onClick={() => onResend(line)}>
            换账号重发
          </button>
        )}
      </span>
    ),
  };
}

/** What is odd, where it stands, why it differs: the first that there is stands first. */
export function whyWords(
  { person, exceptions, state, stateWords, why, offsetFen }: Line,
  told: readonly Pick<BatchException, 'key' | 'words'>[],
): string {
  const wordsOf = (key: string) => told.find((one) => one.key === key)?.words ?? '';
  const odd = exceptions.map((key) => withoutName(wordsOf(key), person.name).replace(/^的/, ''));
  const standing = [LINE_WORDS[state], stateWords].filter(Boolean).join('：');
  const parts = [...odd, standing, ...why];
  if (offsetFen > 0) parts.push('抵扣追回');
  return parts
    .map((part) => part.replace(/。$/, ''))
    .filter((part) => part !== '')
    .join('；');
}

interface ReleaseProps {
  readonly batch: Batch;
  readonly line: Line;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function Release({ batch, line, onClose, onDone }: ReleaseProps) {
  const { division } = useScope();
  const { problem, busy, act } = useAct(onDone);
  const give = async (reason: string) => {
    if (await act(() => releaseLine(division, batch.id, line.id, reason), `${line.person.name} 已放行。`))
      onClose();
  };
  return (
    <ReasonDialog
      title={`放行 ${line.person.name}`}
      button="放行"
      problem={problem}
      busy={busy}
      onGive={(reason) => void give(reason)}
      onClose={onClose}
    />
  );
}
