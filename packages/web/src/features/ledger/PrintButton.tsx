import { fetchRecords, type RecordAsk } from '../../api/data.ts';
import type { Kind, RecordPage, RecordRow } from '../../api/types.ts';
import { type Scope, useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { cellText } from '../../lib/cells.ts';
import type { Ledger } from './ledgers.ts';

const MOST_PRINTED = 5000;
const STRETCH = 500;

/** All rows of a question, at most 5,000. */
export async function fetchAll(
  scope: Scope,
  kind: string,
  ask: RecordAsk,
  total: number,
): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  while (rows.length < Math.min(total, MOST_PRINTED)) {
    const next = await fetchRecords(scope, kind, ask, rows.length, STRETCH);
    if (next.rows.length === 0) break;
    rows.push(...next.rows);
  }
  return rows;
}

const MILLIMETRES: Readonly<Record<string, number>> = {
  ...{ day: 24, month: 20, fen: 28, count: 18, bool: 14, grade: 16, village: 26, word: 26, identity: 42 },
  ...{ account: 40, phone: 30 },
};

function printColumns(
  ledger: Ledger,
  kind: Kind,
  head: RecordPage | undefined,
): readonly PrintColumn<RecordRow>[] {
  const columns = ledger.fields.flatMap((field) => kind.columns.filter((column) => column.field === field));
  const number: PrintColumn<RecordRow> = {
    ...{ key: 'no', title: '序号', mm: 12, align: 'center' },
    cell: (_, index) => index + 1,
  };
  const proof: PrintColumn<RecordRow> = {
    ...{ key: 'papers', title: '佐证', mm: 14, align: 'center' },
    cell: (row) => (row.evidenced ? row.papers : '○'),
  };
  return [
    number,
    ...columns.map((column) => ({
      key: column.field,
      title: column.type === 'fen' ? `${column.header}（元）` : column.header,
      ...(MILLIMETRES[column.type] === undefined ? {} : { mm: MILLIMETRES[column.type] as number }),
      align: column.type === 'fen' || column.type === 'count' ? ('right' as const) : ('left' as const),
      cell: (row: RecordRow) => cellText(column.type, row.cells[column.field]),
      ...(column.type === 'fen' && head && ledger.kind !== 'fundEntry'
        ? { sum: cellText('fen', head.sums[column.field] ?? 0) }
        : {}),
    })),
    ...(ledger.proof === false ? [] : [proof]),
  ];
}

interface PrintButtonProps {
  readonly ledger: Ledger;
  readonly kind: Kind;
  readonly ask: RecordAsk;
  readonly total: number;
  readonly head: RecordPage | undefined;
}

/** 「印」: the list as it is narrowed, on A4 across, numbered, with totals on the last page. */
export function PrintButton({ ledger, kind, ask, total, head }: PrintButtonProps) {
  const scope = useScope();
  const print = usePrint();
  const run = async () => {
    const rows = await fetchAll(scope, kind.kind, ask, total);
    const isYear = ledger.dated && ask.from !== undefined;
    print(
      <PrintPage
        title={`${ledger.label}台账${isYear ? `（${scope.year} 年）` : ''}`}
        office={scope.divisionName}
        asOf={scope.asOf}
        lines={[`共 ${total.toLocaleString('zh-CN')} 条`]}
        landscape
        rows={rows}
        rowKey={(row) => row.id}
        columns={printColumns(ledger, kind, head)}
        sign="制表：　　　　　　审核：　　　　　　"
        {...(ledger.proof === false ? {} : { note: '佐证栏：材料份数；○ 未佐证' })}
      />,
    );
  };
  return (
    <button type="button" className="btn" onClick={() => void run()} disabled={total === 0}>
      <Icon name="print" /> 印
    </button>
  );
}
