import { fetchRecords, type RecordAsk } from '../../api/data.ts';
import type { Kind, KindColumn, RecordPage, RecordRow } from '../../api/types.ts';
import { type Scope, useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { cellText } from '../../lib/cells.ts';
import type { Ledger } from './ledgers.ts';
import { shareRoom } from './widths.ts';

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

/** Columns whose cells are all of one length; the others share what is left. */
const MILLIMETRES: Readonly<Record<string, number>> = {
  ...{ day: 25, month: 20, fen: 29, count: 21, bool: 14, grade: 16 },
  ...{ identity: 43, account: 42, phone: 30 },
};
const NUMBER_MM = 13;
const PROOF_MM = 14;
/** An A4 page across, within its margins. */
const PAGE_MM = 275;

const headOf = ({ type, header }: KindColumn) => (type === 'fen' ? `${header}（元）` : header);

/** The width of each column that has none by its kind, from what is printed in it. */
function wordWidths(
  columns: readonly KindColumn[],
  rows: readonly RecordRow[],
  room: number,
): ReadonlyMap<string, number> {
  const fixed = columns.reduce((sum, { type }) => sum + (MILLIMETRES[type] ?? 0), 0);
  const worded = columns.filter(({ type }) => MILLIMETRES[type] === undefined);
  const texts = worded.map((column) => [
    column.header,
    ...rows.map((row) => cellText(column.type, row.cells[column.field])),
  ]);
  const widths = shareRoom(texts, room - fixed);
  return new Map(worded.map(({ field }, index) => [field, widths[index] ?? 0]));
}

function printColumns(
  ledger: Ledger,
  kind: Kind,
  rows: readonly RecordRow[],
  head: RecordPage | undefined,
): readonly PrintColumn<RecordRow>[] {
  const columns = ledger.fields.flatMap((field) => kind.columns.filter((column) => column.field === field));
  const hasProof = ledger.proof !== false;
  const widths = wordWidths(columns, rows, PAGE_MM - NUMBER_MM - (hasProof ? PROOF_MM : 0));
  const isSummed = (column: KindColumn) =>
    column.type === 'fen' && head !== undefined && ledger.kind !== 'fundEntry';
  const number: PrintColumn<RecordRow> = {
    ...{ key: 'no', title: '序号', mm: NUMBER_MM, align: 'center' },
    cell: (_, index) => index + 1,
    ...(columns.some(isSummed) ? { sum: '合计' } : {}),
  };
  const proof: PrintColumn<RecordRow> = {
    ...{ key: 'papers', title: '佐证', mm: PROOF_MM, align: 'center' },
    cell: (row) => (row.evidenced ? row.papers : '○'),
  };
  return [
    number,
    ...columns.map(
      (column): PrintColumn<RecordRow> => ({
        ...{ key: column.field, title: headOf(column) },
        mm: MILLIMETRES[column.type] ?? widths.get(column.field) ?? 0,
        align: column.type === 'fen' || column.type === 'count' ? 'right' : 'left',
        cell: (row) => cellText(column.type, row.cells[column.field]),
        ...(isSummed(column) ? { sum: cellText('fen', head?.sums[column.field] ?? 0) } : {}),
      }),
    ),
    ...(hasProof ? [proof] : []),
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
        columns={printColumns(ledger, kind, rows, head)}
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
