import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { answer, api } from '../api/client.ts';
import { figuresQuery } from '../api/data.ts';
import type { FigureRow, Trace } from '../api/types.ts';
import { type Scope, useScope } from '../app/scope.ts';
import { stringifySearch } from '../app/search.ts';
import { figureText, unitAfter } from '../lib/figures.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { AsOfPick } from './AsOfPick.tsx';
import { FigureMarks } from './Figure.tsx';
import { Icon, Shape } from './Icon.tsx';
import { usePrint } from './PrintHost.tsx';
import { Problem } from './Problem.tsx';
import { TraceList } from './TraceList.tsx';
import { TraceSheets } from './TraceSheets.tsx';

const STRETCH = 50;
/** The most the server gives at a time. */
const PRINT_STRETCH = 500;

function fetchTrace(scope: Scope, code: string, offset: number, limit: number): Promise<Trace> {
  const query = { division: scope.division, year: scope.year, asOf: scope.asOf, offset, limit };
  return answer(api.GET('/api/figures/{code}/trace', { params: { path: { code }, query } }));
}

async function fetchWholeTrace(scope: Scope, code: string): Promise<Trace> {
  const trace = await fetchTrace(scope, code, 0, PRINT_STRETCH);
  const records = [...trace.records];
  while (records.length < trace.total) {
    const next = await fetchTrace(scope, code, records.length, PRINT_STRETCH);
    if (next.records.length === 0) break;
    records.push(...next.records);
  }
  return { ...trace, records };
}

function Meaning({ figure }: { figure: FigureRow }) {
  return (
    <dl className="kv" style={{ marginTop: 12 }}>
      <dt>意思</dt>
      <dd>{figure.definition}</dd>
      <dt>截至</dt>
      <dd className="row gap3">
        {figure.asOf} <AsOfPick words="换截至日" />
      </dd>
      {figure.filter && (
        <>
          <dt>条件</dt>
          <dd>{figure.filter}</dd>
        </>
      )}
      {figure.reason && (
        <>
          <dt>原因</dt>
          <dd className="check">{figure.reason}</dd>
        </>
      )}
      {figure.lastYear !== null && (
        <>
          <dt>上年</dt>
          <dd>
            {figureText(figure.lastYear, figure.unit)} {unitAfter(figure.lastYear, figure.unit)}
          </dd>
        </>
      )}
      <dt>编号</dt>
      <dd>{figure.code}</dd>
    </dl>
  );
}

function Records({ figure, scope }: { figure: FigureRow; scope: Scope }) {
  const { data, error, isPending, isFetchingNextPage, hasNextPage, fetchNextPage, refetch } =
    useInfiniteQuery({
      queryKey: ['trace', figure.code, scope.division, scope.year, scope.asOf],
      initialPageParam: 0,
      queryFn: ({ pageParam }) => fetchTrace(scope, figure.code, pageParam, STRETCH),
      getNextPageParam: (last, pages) => {
        const known = pages.reduce((sum, page) => sum + page.records.length, 0);
        return last.records.length > 0 && known < last.total ? known : undefined;
      },
    });
  const records = data?.pages.flatMap((page) => page.records) ?? [];
  const total = data?.pages[0]?.total ?? figure.records;
  if (error) return <Problem problem={error} onRetry={() => void refetch()} />;
  return (
    <section aria-busy={isPending}>
      <div className="row" style={{ marginTop: 16 }}>
        <h3>记录 {total.toLocaleString('zh-CN')}</h3>
        <span className="t2 grow">新的在前</span>
        {figure.unevidenced > 0 && (
          <span className="check nowrap">
            <Shape kind="none" /> 含未佐证 {figure.unevidenced} 条
          </span>
        )}
      </div>
      {isPending && <p className="t2">正在取记录…</p>}
      <TraceList records={records} unit={figure.unit} />
      {hasNextPage && (
        <button
          type="button"
          className="lnk"
          style={{ margin: '8px 0 16px' }}
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          再看 {Math.min(STRETCH, total - records.length)} 条
        </button>
      )}
    </section>
  );
}

/** 「这个数从哪里来」: what a figure means, which records make it, and the papers behind them. */
export function FigureDrawer({ code, onClose }: { code: string; onClose: () => void }) {
  const scope = useScope();
  const print = usePrint();
  const { data: figures, error, refetch } = useQuery(figuresQuery(scope));
  const figure = figures?.find((each) => each.code === code);
  useShortcuts({ Escape: { words: '关上右边', run: onClose } });
  const exported = `/api/figures/${encodeURIComponent(code)}/trace.xlsx${stringifySearch({
    division: scope.division,
    year: scope.year,
    asOf: scope.asOf,
  })}`;
  const printAll = async (shown: FigureRow) => {
    const trace = await fetchWholeTrace(scope, code);
    print(<TraceSheets figure={shown} trace={trace} scope={scope} />);
  };
  return (
    <Drawer
      open
      mask={false}
      size="var(--w-drawer)"
      rootStyle={{ top: 'var(--top)' }}
      rootClassName="fig-drawer"
      focusable={{ trap: false, focusTriggerAfterClose: false }}
      title="这个数从哪里来"
      closeIcon={
        <>
          <Shape kind="close" /> <kbd>Esc</kbd>
        </>
      }
      closable={{ placement: 'end' }}
      onClose={onClose}
      footer={
        figure && (
          <div className="row gap3">
            <a className="btn" href={exported} download>
              导出 xlsx
            </a>
            <button type="button" className="btn" onClick={() => void printAll(figure)}>
              <Icon name="print" /> 印
            </button>
          </div>
        )
      }
    >
      {error !== null && <Problem problem={error} onRetry={() => void refetch()} />}
      {figures && !figure && <p>这一年没有这个指标（{code}）。</p>}
      {figure && (
        <>
          <p className="t2">{figure.name}</p>
          <p className="fs-l b figv" style={{ paddingTop: 4 }}>
            {figureText(figure.value, figure.unit)}
            <small>{unitAfter(figure.value, figure.unit)}</small>
            <FigureMarks estimated={figure.estimated} />
          </p>
          <Meaning figure={figure} />
          {figure.value !== null && <Records figure={figure} scope={scope} />}
        </>
      )}
    </Drawer>
  );
}
