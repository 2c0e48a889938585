import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchRecords, kindsQuery, type RecordAsk } from '../../api/data.ts';
import { useSession } from '../../api/session.ts';
import type { Kind, RecordPage, RecordRow } from '../../api/types.ts';
import { useScope } from '../../app/scope.ts';
import {
  DataTable,
  DetailPanel,
  Empty,
  FilterLine,
  FilterPick,
  FilterText,
  Icon,
  PageBar,
  PrintPage,
  Problem,
  RecordEntryPanel,
  recordColumns,
  Tabs,
  useFilter,
  usePagedRows,
  usePrint,
} from '../../components/index.ts';
import { cellText } from '../../lib/cells.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { Detail } from './Detail.tsx';
import './ledger.css';
import { type Ledger, ledgerAt, roomOf } from './ledgers.ts';

/** A ledger: its rows with what proves them; a row opens at the right. */
export function Page() {
  const { pathname } = useLocation();
  const ledger = ledgerAt(pathname);
  const kinds = useQuery(kindsQuery);
  if (ledger === undefined) return <Empty words="没有找到，或不在您的管辖范围。" />;
  const kind = kinds.data?.find((one) => one.kind === ledger.kind);
  const tabs = roomOf(ledger).ledgers.map(({ path, label }) => ({ key: path, label, to: path }));
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabs} current={ledger.path} />} />
      {kinds.error !== null && <Problem problem={kinds.error} onRetry={() => void kinds.refetch()} />}
      {kind !== undefined && <Rows key={ledger.kind} ledger={ledger} kind={kind} />}
    </div>
  );
}

function useAsk(ledger: Ledger): RecordAsk {
  const { year } = useScope();
  const [q] = useFilter('q');
  const [village] = useFilter('village');
  const [evidenced] = useFilter('evidenced');
  const [when] = useFilter('when');
  const days = ledger.dated && when !== 'all' ? { from: `${year}-01-01`, to: `${year}-12-31` } : {};
  return {
    q,
    village,
    evidenced: evidenced === 'yes' || evidenced === 'no' ? evidenced : undefined,
    ...days,
  };
}

function Rows({ ledger, kind }: { ledger: Ledger; kind: Kind }) {
  const scope = useScope();
  const { user, today } = useSession();
  const ask = useAsk(ledger);
  const rows = usePagedRows<RecordRow, RecordPage>(
    ['records', scope.division, kind.kind, scope.year, ask],
    (offset, limit) => fetchRecords(scope, kind.kind, ask, offset, limit),
  );
  const [open, setOpen] = useState<string>();
  const [entering, setEntering] = useState(false);
  const mayEnter = ledger.enters && user?.actions.includes('records.write') === true;
  const enter = () => {
    setOpen(undefined);
    setEntering(true);
  };
  useShortcuts(mayEnter ? { n: { words: '新增一行', run: enter } } : {});
  const dayField = kind.columns.find((column) => column.type === 'day' && column.required)?.field;
  const beside = entering || open !== undefined;
  return (
    <>
      <Filters
        ledger={ledger}
        kind={kind}
        ask={ask}
        total={rows.total}
        onEnter={mayEnter ? enter : undefined}
      />
      <div className={beside ? 'two fill' : 'fill'}>
        <div className="list">
          <DataTable
            label={ledger.label}
            rows={rows}
            columns={recordColumns(kind, beside ? ledger.fields.slice(0, 4) : ledger.fields, ledger.strong)}
            rowKey={(row) => row.id}
            onOpen={(row) => {
              setEntering(false);
              setOpen(row.id);
            }}
            foot={<Foot kind={kind} total={rows.total} head={rows.head} />}
            remember={ledger.path}
            empty={<Empty words={ledger.empty} />}
          />
        </div>
        {entering && (
          <RecordEntryPanel
            kind={kind}
            preset={dayField ? { [dayField]: today } : {}}
            without={['file_path']}
            onSaved={() => undefined}
            onClose={() => setEntering(false)}
          />
        )}
        {open !== undefined && (
          <DetailPanel title={ledger.label} onClose={() => setOpen(undefined)}>
            <Detail key={open} kind={kind} id={open} />
          </DetailPanel>
        )}
      </div>
    </>
  );
}

interface FiltersProps {
  readonly ledger: Ledger;
  readonly kind: Kind;
  readonly ask: RecordAsk;
  readonly total: number;
  readonly onEnter: (() => void) | undefined;
}

function Filters({ ledger, kind, ask, total, onEnter }: FiltersProps) {
  const { year, division } = useScope();
  const villages = kind.columns.find((column) => column.type === 'village')?.words ?? [];
  const exported = `/api/exports/workbook.xlsx?division=${division}&year=${year}&kind=${kind.kind}`;
  return (
    <FilterLine
      actions={
        <>
          <a className="btn" href={exported}>
            导出
          </a>
          <PrintButton ledger={ledger} kind={kind} ask={ask} total={total} />
          {onEnter && (
            <button type="button" className="btn pri" onClick={onEnter}>
              新增 N
            </button>
          )}
        </>
      }
    >
      <FilterText name="q" placeholder="筛：姓名、内容、文号" />
      {villages.length > 0 && (
        <FilterPick
          name="village"
          label="村"
          all={`全部 ${villages.length} 个`}
          options={villages.map((name) => ({ value: name, label: name }))}
        />
      )}
      {ledger.dated && (
        <FilterPick
          name="when"
          label="时间"
          all={`${year} 年`}
          options={[{ value: 'all', label: '全部年份' }]}
        />
      )}
      <FilterPick
        name="evidenced"
        label="佐证"
        options={[
          { value: 'no', label: '未佐证' },
          { value: 'yes', label: '有据' },
        ]}
      />
    </FilterLine>
  );
}

const MOST_PRINTED = 5000;

function PrintButton({ ledger, kind, ask, total }: Omit<FiltersProps, 'onEnter'>) {
  const scope = useScope();
  const print = usePrint();
  const run = async () => {
    const rows: RecordRow[] = [];
    while (rows.length < Math.min(total, MOST_PRINTED))
      rows.push(...(await fetchRecords(scope, kind.kind, ask, rows.length, 500)).rows);
    const columns = ledger.fields.flatMap((field) => kind.columns.filter((column) => column.field === field));
    print(
      <PrintPage
        title={`${ledger.label}${ledger.dated ? `（${scope.year} 年）` : ''}`}
        office={scope.divisionName}
        asOf={scope.asOf}
        landscape
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns.map((column) => ({
          key: column.field,
          title: column.type === 'fen' ? `${column.header}（元）` : column.header,
          align: column.type === 'fen' || column.type === 'count' ? ('right' as const) : ('left' as const),
          cell: (row: RecordRow) => cellText(column.type, row.cells[column.field]),
        }))}
      />,
    );
  };
  return (
    <button type="button" className="btn" onClick={() => void run()} disabled={total === 0}>
      <Icon name="print" /> 印
    </button>
  );
}

function Foot({ kind, total, head }: { kind: Kind; total: number; head: RecordPage | undefined }) {
  const sums = kind.columns.filter(({ field, type }) => type === 'fen' && (head?.sums[field] ?? 0) !== 0);
  return (
    <>
      <b>{total.toLocaleString('zh-CN')} 条</b>
      {head !== undefined && total > 0 && <span className="t2"> · 有据 {head.evidenced} 条</span>}
      {sums.map(({ field, header }) => (
        <span key={field}>
          {' · '}
          {header}合计 <b>¥{cellText('fen', head?.sums[field])}</b>
        </span>
      ))}
    </>
  );
}
