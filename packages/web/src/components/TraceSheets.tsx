import type { FigureRow, Trace, TraceRecord } from '../api/types.ts';
import type { Scope } from '../app/scope.ts';
import { figureText, unitAfter } from '../lib/figures.ts';
import { type PrintColumn, PrintPage } from './PrintPage.tsx';
import { sourceWords } from './TraceList.tsx';

function columnsOf(figure: FigureRow, trace: Trace): readonly PrintColumn<TraceRecord>[] {
  return [
    { key: 'no', title: '序', mm: 12, align: 'center', cell: (_record, index) => index + 1 },
    { key: 'day', title: '日期', mm: 26, cell: (record) => record.day ?? '—' },
    { key: 'label', title: '记录', cell: (record) => record.label ?? record.id, sum: '合计' },
    {
      key: 'adds',
      title: figure.unit === '元' ? '金额（元）' : `计入（${figure.unit}）`,
      mm: 28,
      align: 'right',
      cell: (record) => figureText(record.contribution, figure.unit),
      sum: figureText(trace.value, figure.unit),
    },
    { key: 'source', title: '出处', mm: 52, cell: (record) => sourceWords(record.source) },
    {
      key: 'papers',
      title: '佐证',
      mm: 18,
      align: 'center',
      cell: (record) => (record.papers.length > 0 ? `${record.papers.length} 份` : '未佐证'),
    },
  ];
}

/** The records behind one figure on paper. */
export function TraceSheets({ figure, trace, scope }: { figure: FigureRow; trace: Trace; scope: Scope }) {
  return (
    <PrintPage
      title={figure.name}
      office={scope.divisionName}
      asOf={figure.asOf}
      lines={[
        `${figureText(figure.value, figure.unit)} ${unitAfter(figure.value, figure.unit)}　记录 ${trace.total} 条，未佐证 ${figure.unevidenced} 条`,
      ]}
      rows={trace.records}
      columns={columnsOf(figure, trace)}
      rowMm={9}
      rowKey={(record) => `${record.kind} ${record.id}`}
      note={figure.definition}
    />
  );
}
