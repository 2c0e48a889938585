import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import type { Notice } from './data.ts';
import { longDay } from './words.ts';

const COLUMNS: readonly PrintColumn<Notice['people'][number]>[] = [
  { key: 'no', title: '序号', mm: 16, align: 'center', cell: (_, index) => index + 1 },
  { key: 'name', title: '姓名', mm: 40, cell: ({ name }) => name },
  { key: 'village', title: '村（社区）', mm: 52, cell: ({ village }) => village ?? '不详' },
  { key: 'category', title: '类别', cell: ({ category }) => category },
];

/** 公示单: name, village, category; no number and no amount ever hangs out. */
export function PrintNotice({ notice }: { notice: Notice }) {
  const { divisionName } = useScope();
  const print = usePrint();
  const run = () =>
    print(
      <PrintPage
        title={notice.title}
        office={divisionName}
        rowMm={11}
        fontPt={14}
        lines={[`公示 ${longDay(notice.fromDay)} 至 ${longDay(notice.toDay)}`]}
        rows={notice.people}
        rowKey={({ personId, category }) => `${personId} ${category}`}
        columns={COLUMNS}
        note="有不同意见的，请在公示期内向本单位反映。"
        sign={`${divisionName}（章）　${longDay(notice.fromDay)}`}
      />,
    );
  return (
    <button type="button" className="btn s" onClick={run}>
      <Icon name="print" /> 印公示单
    </button>
  );
}
