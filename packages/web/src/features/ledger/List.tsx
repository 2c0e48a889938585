import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchRecords, kindsQuery, type RecordAsk } from '../../api/data.ts';
import { useSession } from '../../api/session.ts';
import type { Kind, RecordPage, RecordRow } from '../../api/types.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import {
  DataTable,
  DetailPanel,
  Empty,
  PageBar,
  Problem,
  RecordEntryPanel,
  recordColumns,
  Tabs,
  usePagedRows,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { askOf, isNarrowed, WIDE } from './ask.ts';
import { Detail } from './Detail.tsx';
import { entryRules } from './entry.ts';
import { Filters } from './Filters.tsx';
import { Foot } from './Foot.tsx';
import { Groups } from './Groups.tsx';
import { Hang } from './Hang.tsx';
import './ledger.css';
import { type Ledger, ledgerAt, roomOf, roomTabs } from './ledgers.ts';
import { fetchAll, PrintButton } from './PrintButton.tsx';

/** A ledger: its rows with what proves them; a row opens at the right. */
export function Page() {
  const { pathname } = useLocation();
  const ledger = ledgerAt(pathname);
  const kinds = useQuery(kindsQuery);
  if (ledger === undefined) return <Empty words="没有找到，或不在您的管辖范围。" />;
  const kind = kinds.data?.find((one) => one.kind === ledger.kind);
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={roomTabs(roomOf(ledger))} current={ledger.path} />} />
      {kinds.error !== null && <Problem problem={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kind !== undefined && <Rows key={ledger.kind} ledger={ledger} kind={kind} />}
    </div>
  );
}

/** What stands beside the list: nothing, one record, a new one, or the papers for the ticked ones. */
type Beside = { readonly open: string } | 'enter' | 'hang' | undefined;

interface RowsProps {
  readonly ledger: Ledger;
  readonly kind: Kind;
}

function Rows({ ledger, kind }: RowsProps) {
  const scope = useScope();
  const { user } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const ask = askOf(ledger, scope.year, search);
  const rows = usePagedRows<RecordRow, RecordPage>(
    ['records', scope.division, kind.kind, scope.year, ask],
    (offset, limit) => fetchRecords(scope, kind.kind, ask, offset, limit),
  );
  const [beside, setBeside] = useState<Beside>();
  const mayEnter = ledger.enters && user?.actions.includes('records.write') === true;
  const enter = () => setBeside('enter');
  useShortcuts(mayEnter ? { n: { words: '新增一行', run: enter } } : {});
  const by = ledger.groups?.find(({ field }) => field === search.by);
  const { total, head } = rows;
  const exported = `/api/exports/workbook.xlsx?division=${scope.division}&year=${scope.year}&kind=${kind.kind}`;
  const actions = (
    <>
      {user?.actions.includes('exports.write') && (
        <a className="btn" href={exported} title={`${scope.year} 年整张表，不按筛选；号码遮住`}>
          导出
        </a>
      )}
      <PrintButton {...{ ledger, kind, ask, total, head }} />
      {mayEnter && (
        <button type="button" className="btn pri" onClick={enter}>
          新增 N
        </button>
      )}
    </>
  );
  return (
    <>
      <Filters ledger={ledger} kind={kind} actions={actions} />
      {by === undefined ? (
        <Listed {...{ ledger, kind, ask, rows, beside, setBeside }} />
      ) : (
        <Groups {...{ ledger, kind, ask, by }} />
      )}
    </>
  );
}

interface ListedProps extends RowsProps {
  readonly ask: RecordAsk;
  readonly rows: ReturnType<typeof usePagedRows<RecordRow, RecordPage>>;
  readonly beside: Beside;
  readonly setBeside: (beside: Beside) => void;
}

function Listed(props: ListedProps) {
  const { ledger, kind, ask, rows, beside, setBeside } = props;
  const scope = useScope();
  const ticks = useTicks(props);
  const narrow = beside !== undefined;
  return (
    <div className={narrow ? 'two fill' : 'fill'}>
      <div className="list">
        {ticks.may && <TickLine {...ticks} total={rows.total} onHang={() => setBeside('hang')} />}
        <DataTable
          label={ledger.label}
          rows={rows}
          columns={recordColumns(kind, narrow ? ledger.fields.slice(0, 4) : ledger.fields, ledger.strong, {
            proof: ledger.proof !== false,
          })}
          rowKey={(row) => row.id}
          onOpen={(row) => setBeside({ open: row.id })}
          {...(ticks.may ? { selected: ticks.ids, onSelect: ticks.set } : {})}
          foot={<Foot {...{ ledger, kind, ask, total: rows.total, head: rows.head }} />}
          remember={`${ledger.path}?${scope.year}`}
          empty={<Nothing ledger={ledger} />}
        />
      </div>
      <BesidePanel {...props} ids={[...ticks.ids]} onHung={ticks.clear} />
    </div>
  );
}

/** Rows are ticked only where they wait for proof: the list of those without. */
function useTicks({ kind, ask, rows }: ListedProps) {
  const scope = useScope();
  const { user } = useSession();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const may = ask.evidenced === 'no' && user?.actions.includes('papers.write') === true;
  const set = (id: string, on: boolean) =>
    setIds(new Set(on ? [...ids, id] : [...ids].filter((one) => one !== id)));
  const all = async () =>
    setIds(new Set((await fetchAll(scope, kind.kind, ask, rows.total)).map(({ id }) => id).slice(0, 1000)));
  return { may: may && rows.total > 0, ids, set, all, clear: () => setIds(new Set()) };
}

interface TickLineProps {
  readonly ids: ReadonlySet<string>;
  readonly total: number;
  readonly all: () => Promise<void>;
  readonly clear: () => void;
  readonly onHang: () => void;
}

function TickLine({ ids, total, all, clear, onHang }: TickLineProps) {
  return (
    <div className="bar line ticks">
      <span>
        选中 <b>{ids.size}</b> 条
      </span>
      <button type="button" className="lnk" onClick={() => void all()}>
        全选 {total.toLocaleString('zh-CN')} 条
      </button>
      {ids.size > 0 && (
        <button type="button" className="lnk" onClick={clear}>
          都不选
        </button>
      )}
      <button type="button" className="btn s" disabled={ids.size === 0} onClick={onHang}>
        给选中的挂材料
      </button>
      <span className="t2">
        <kbd>x</kbd> 选中一行
      </span>
    </div>
  );
}

function Nothing({ ledger }: { ledger: Ledger }) {
  const search = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const { year } = useScope();
  if (isNarrowed(search))
    return (
      <Empty words="没有符合条件的记录。">
        <button type="button" className="btn" onClick={() => setSearch(WIDE)}>
          去掉筛选
        </button>
      </Empty>
    );
  if (ledger.dated && search.when !== 'all')
    return (
      <Empty words={`${year} 年${ledger.empty}`}>
        <button type="button" className="btn" onClick={() => setSearch({ when: 'all' })}>
          看全部年份
        </button>
      </Empty>
    );
  return <Empty words={ledger.empty} />;
}

interface BesideProps extends ListedProps {
  readonly ids: readonly string[];
  readonly onHung: () => void;
}

function BesidePanel({ ledger, kind, beside, setBeside, ids, onHung }: BesideProps) {
  const { today } = useSession();
  const { year } = useScope();
  const dayField = kind.columns.find((column) => column.type === 'day' && column.required)?.field;
  const close = () => setBeside(undefined);
  if (beside === undefined) return null;
  if (beside === 'enter')
    return (
      <RecordEntryPanel
        kind={kind}
        preset={dayField ? { [dayField]: today } : {}}
        without={['file_path']}
        proof={ledger.proof !== false}
        rules={entryRules(kind.kind)}
        onOpen={(row) => setBeside({ open: row.id })}
        onClose={close}
      />
    );
  if (beside === 'hang')
    return (
      <Hang
        kind={kind.kind}
        ids={ids}
        day={today.startsWith(String(year)) ? today : `${year}-12-31`}
        onDone={() => {
          onHung();
          close();
        }}
        onClose={close}
      />
    );
  return (
    <DetailPanel title={ledger.label} onClose={close}>
      <Detail key={beside.open} kind={kind} id={beside.open} proof={ledger.proof !== false} />
    </DetailPanel>
  );
}
