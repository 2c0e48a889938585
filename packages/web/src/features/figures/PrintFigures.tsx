import type { FigureRow } from '../../api/types.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, PrintPage, usePrint } from '../../components/index.ts';
import { figureText, unitAfter } from '../../lib/figures.ts';

const COLUMNS = [
  { key: 'code', title: '代码', mm: 40, cell: ({ code }: FigureRow) => code },
  { key: 'name', title: '指标', cell: ({ name }: FigureRow) => name },
  {
    key: 'value',
    title: '数',
    mm: 32,
    align: 'right' as const,
    cell: ({ value, unit }: FigureRow) => `${figureText(value, unit)} ${unitAfter(value, unit)}`,
  },
  {
    key: 'unproved',
    title: '未佐证',
    mm: 16,
    align: 'right' as const,
    cell: ({ unevidenced }: FigureRow) => (unevidenced === 0 ? '' : unevidenced),
  },
  {
    key: 'last',
    title: '上年',
    mm: 30,
    align: 'right' as const,
    cell: ({ lastYear, unit }: FigureRow) => (lastYear === null ? '' : figureText(lastYear, unit)),
  },
];

/** The figures on screen as a printed list. */
export function PrintFigures({ figures }: { figures: readonly FigureRow[] }) {
  const print = usePrint();
  const { divisionName, year, asOf } = useScope();
  return (
    <button
      type="button"
      className="btn"
      onClick={() =>
        print(
          <PrintPage
            title={`${year} 年双拥工作指标一览`}
            office={divisionName}
            asOf={asOf}
            rows={figures}
            columns={COLUMNS}
            rowKey={({ code }) => code}
          />,
        )
      }
    >
      <Icon name="print" />印
    </button>
  );
}
