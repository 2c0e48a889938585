import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { categoryWords } from '../people/words.ts';
import { villagesOf, WAYS, wayWords } from './confirming.ts';
import type { ConfirmLine } from './data.ts';

const BOXES = WAYS.map(({ words }) => `□${words}`).join(' ');

const COLUMNS: readonly PrintColumn<ConfirmLine>[] = [
  { key: 'no', title: '序号', mm: 12, align: 'center', cell: (_, index) => index + 1 },
  { key: 'name', title: '姓名', mm: 24, cell: ({ name }) => name },
  { key: 'category', title: '类别', mm: 40, cell: ({ categories }) => categoryWords(categories) },
  { key: 'identity', title: '身份证号', mm: 46, cell: ({ identity }) => identity ?? '不详' },
  { key: 'visit', title: '上次走访', mm: 24, cell: ({ lastVisit }) => lastVisit ?? '从未' },
  {
    key: 'way',
    title: '怎样确认',
    cell: ({ confirmation }) =>
      confirmation === null ? BOXES : `${wayWords(confirmation.way)} ${confirmation.onDay}`,
  },
  { key: 'sign', title: '本人或亲属签名', mm: 34, cell: () => '' },
];

interface PrintConfirmProps {
  readonly rows: readonly ConfirmLine[];
  readonly until: string;
}

/** 年度确认单: what the list shows, a sheet for each village, boxes to tick for whoever was not seen yet. */
export function PrintConfirm({ rows, until }: PrintConfirmProps) {
  const { divisionName, year } = useScope();
  const print = usePrint();
  const run = () =>
    print(
      villagesOf(rows).map((village) => {
        const own = rows.filter((row) => (row.village ?? '村不详') === village);
        return (
          <PrintPage
            key={village}
            title={`${year} 年度确认单`}
            office={divisionName}
            landscape
            rowMm={11}
            lines={[`${village}　共 ${own.length} 人`, `请在 ${until} 前确认`]}
            rows={own}
            rowKey={(row) => row.personId}
            columns={COLUMNS}
            sign="确认人 ____________　村（社区）负责人 ____________　日期 ____________"
          />
        );
      }),
    );
  useShortcuts({ 'Shift+P': { words: '印确认单', run } });
  return (
    <button type="button" className="btn" onClick={run} disabled={rows.length === 0}>
      <Icon name="print" /> 印名单
    </button>
  );
}
