import { type PrintColumn, PrintPage } from '../../components/index.ts';
import { monthOnPaper } from '../../lib/onPaper.ts';
import { Qr } from './Qr.tsx';
import { type ArrearsRow, onePersonLine, type SheetProps, sumOf, yuan } from './sheetData.ts';

const span = ({ from, to }: ArrearsRow) => (from === to ? from : `${from} 至 ${to}`);

/** 补发明细: months before the batch's own, what they were worth, what was posted and what is paid for them now. */
export function SheetArrears({ papers, code }: SheetProps) {
  const columns: readonly PrintColumn<ArrearsRow>[] = [
    { key: 'no', title: '序', mm: 12, align: 'center', cell: (_, index) => index + 1 },
    { key: 'name', title: '姓名', mm: 28, cell: ({ name }) => name, sum: '合计' },
    { key: 'village', title: '村（社区）', mm: 36, cell: ({ village }) => village ?? '不详' },
    { key: 'kind', title: '项目', cell: ({ kind }) => kind },
    { key: 'span', title: '补发月份', mm: 46, cell: span },
    { key: 'months', title: '月数', mm: 16, align: 'right', cell: ({ months }) => months },
    { key: 'due', title: '应发（元）', mm: 30, align: 'right', cell: ({ dueFen }) => yuan(dueFen) },
    { key: 'was', title: '已记（元）', mm: 30, align: 'right', cell: (row) => yuan(row.postedBeforeFen) },
    {
      ...{ key: 'fen', title: '补发（元）', mm: 30, align: 'right' as const },
      ...{ cell: (row: ArrearsRow) => yuan(row.fen), sum: yuan(sumOf(papers.arrears)) },
    },
  ];
  return (
    <PrintPage
      landscape
      title={`${monthOnPaper(papers.month)}${papers.kind}补发明细`}
      office={papers.office}
      formNo={papers.number}
      qr={<Qr code={code} />}
      lines={[`校验码 ${papers.checkCode}`, ...onePersonLine(papers)]}
      rows={papers.arrears}
      rowKey={({ ordinal, kind, from }) => `${ordinal} ${kind} ${from}`}
      columns={columns}
      rowMm={9}
      sign="制作 ____________　复核 ____________"
    />
  );
}
