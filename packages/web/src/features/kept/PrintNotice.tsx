import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { dayOnPaper } from '../../lib/onPaper.ts';
import type { Notice } from './data.ts';

const COLUMNS: readonly PrintColumn<Notice['people'][number]>[] = [
  { key: 'no', title: '序号', mm: 16, align: 'center', cell: (_, index) => index + 1 },
  { key: 'name', title: '姓名', mm: 66, cell: ({ name }) => name },
  { key: 'village', title: '村（社区）', mm: 44, cell: ({ village }) => village ?? '不详' },
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
        rowMm={13}
        fontPt={16}
        lines={[`公示 ${dayOnPaper(notice.fromDay)} 至 ${dayOnPaper(notice.toDay)}`]}
        rows={notice.people}
        rowKey={({ personId, category }) => `${personId} ${category}`}
        columns={COLUMNS}
        intro={`下列 ${notice.people.length} 人的优抚对象身份和类别，现予公示，共 ${notice.days} 天。有不同意见的，请在公示期内向本单位反映，电话：＿＿＿＿＿＿＿＿＿＿。`}
        isPosted
        sign={`${divisionName}（章）　${dayOnPaper(notice.fromDay)}`}
      />,
    );
  return (
    <button type="button" className="btn s" onClick={run}>
      <Icon name="print" /> 印公示单
    </button>
  );
}
