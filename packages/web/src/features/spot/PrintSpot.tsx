import { fen, yuanDisplay } from '@shuangyong/values';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import type { SpotDraw, SpotLine } from './data.ts';
import { callWords } from './words.ts';

/** 发后抽查表: the ten of a draw with room for what each says, and a place to sign. */
export function PrintSpot({ draw }: { readonly draw: SpotDraw }) {
  const { divisionName } = useScope();
  const { today } = useSession();
  const print = usePrint();
  const run = () =>
    print(
      <PrintPage
        title={`${draw.batch.number} 发后抽查表`}
        office={divisionName}
        asOf={today}
        lines={[`抽样种子 ${draw.seed}：同一个种子抽到同样的人`, '问：钱到了吗，多少。电话只印后四位']}
        landscape
        rowMm={12}
        rows={draw.lines}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        sign="打电话的人：　　　　　　复核：　　　　　　"
      />,
    );
  return (
    <button type="button" className="btn" onClick={run}>
      <Icon name="print" /> 印抽查表
    </button>
  );
}

const COLUMNS: readonly PrintColumn<SpotLine>[] = [
  { key: 'at', title: '序', mm: 12, cell: (_, index) => index + 1 },
  { key: 'name', title: '姓名', mm: 26, cell: ({ name }) => name },
  { key: 'village', title: '村', mm: 32, cell: ({ village }) => village ?? '不详' },
  { key: 'kinds', title: '类别', mm: 40, cell: ({ kinds }) => kinds.join('、') },
  { key: 'phone', title: '电话', mm: 22, cell: ({ phoneTail }) => (phoneTail ? `*${phoneTail}` : '没登记') },
  {
    key: 'fen',
    title: '发了（元）',
    mm: 28,
    align: 'right',
    cell: ({ fen: amount }) => yuanDisplay(fen(amount)),
  },
  { key: 'said', title: '本人说收到多少', cell: ({ call }) => (call === null ? '' : callWords(call)) },
  { key: 'day', title: '哪天打的', mm: 26, cell: ({ call }) => call?.calledOn ?? '' },
];
