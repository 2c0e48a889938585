import { fen, yuanDisplay } from '@shuangyong/values';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import type { Effect } from './data.ts';

type Person = Effect['persons'][number];
const yuan = (amount: number) => yuanDisplay(fen(amount));

const wasText = ({ wasFen, wasUnknown, months }: Person) => (wasUnknown >= months ? '不知道' : yuan(wasFen));

const COLUMNS: readonly PrintColumn<Person>[] = [
  { key: 'no', title: '序号', mm: 14, align: 'center', cell: (_, index) => index + 1 },
  { key: 'name', title: '姓名', mm: 30, cell: ({ name }) => name },
  { key: 'tail', title: '身份证后四位', mm: 28, cell: ({ idTail }) => idTail ?? '不详' },
  { key: 'category', title: '类别', cell: ({ category }) => category },
  {
    key: 'months',
    title: '月份',
    mm: 46,
    cell: ({ from, to, months }) => `${from} 至 ${to}，${months} 个月`,
  },
  { key: 'was', title: '原（元）', mm: 30, align: 'right', cell: wasText },
  { key: 'is', title: '新（元）', mm: 30, align: 'right', cell: ({ isFen }) => yuan(isFen) },
  { key: 'step', title: '差（元）', mm: 30, align: 'right', cell: (one) => yuan(one.isFen - one.wasFen) },
  {
    ...{ key: 'past', title: '其中以前月份', mm: 30, align: 'right' },
    cell: ({ arrearsFen }) => yuan(arrearsFen),
  },
];

/** The effect on paper, for whoever decides about it. */
export function PrintEffect({ effect, title }: { effect: Effect; title: string }) {
  const { divisionName } = useScope();
  const print = usePrint();
  const { people, personMonths, wasFen, isFen, from, to } = effect;
  const run = () =>
    print(
      <PrintPage
        title="标准变动影响表"
        office={divisionName}
        landscape
        lines={[title, `${from} 至 ${to}：${people} 人 ${personMonths} 人月，差 ${yuan(isFen - wasFen)} 元`]}
        rows={effect.persons}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        note="只列影响，不是发放表。"
        sign="录入：　　　　　　采用："
      />,
    );
  return (
    <button type="button" className="btn s" onClick={run}>
      <Icon name="print" /> 印影响表
    </button>
  );
}
