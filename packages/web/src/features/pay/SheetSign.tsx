import { type PrintColumn, PrintPage } from '../../components/index.ts';
import { monthOnPaper } from '../../lib/onPaper.ts';
import { Qr } from './Qr.tsx';
import { onePersonLine, payable, type RollRow, type SheetProps, sumOf, yuan } from './sheetData.ts';

const blank = () => '';

/** 签收表: 14 mm a row, with places for a signature or finger print, for who takes it instead, and a witness. */
export function SheetSign({ papers, code }: SheetProps) {
  const rows = payable(papers.roll);
  const columns: readonly PrintColumn<RollRow>[] = [
    { key: 'no', title: '序', mm: 13, align: 'center', cell: (_, index) => index + 1 },
    { key: 'name', title: '姓名', mm: 28, cell: ({ name }) => name, sum: '合计' },
    {
      key: 'village',
      title: '村（社区）',
      mm: 34,
      cell: ({ village }) => village ?? '不详',
      sum: `${rows.length} 笔`,
    },
    { key: 'kinds', title: '项目', mm: 44, cell: ({ kinds }) => kinds.join('、') },
    {
      ...{ key: 'fen', title: '金额（元）', mm: 30, align: 'right' as const },
      ...{ cell: (row: RollRow) => yuan(row.fen), sum: yuan(sumOf(rows)) },
    },
    { key: 'hand', title: '本人签名或指印', mm: 44, cell: blank, sum: '以下空白' },
    { key: 'other', title: '代领人、关系', mm: 36, cell: blank },
    { key: 'witness', title: '见证人', mm: 26, cell: blank },
    { key: 'day', title: '日期', cell: blank },
  ];
  return (
    <PrintPage
      landscape
      title={`${monthOnPaper(papers.month)}${papers.kind}签收表`}
      office={papers.office}
      formNo={papers.number}
      qr={<Qr code={code} />}
      lines={[`合计人民币${papers.payableWords}`, `校验码 ${papers.checkCode}`, ...onePersonLine(papers)]}
      rows={rows}
      rowKey={({ ordinal }) => String(ordinal)}
      columns={columns}
      rowMm={14}
      fontPt={14}
      note="按指印的，须有一名见证人签名。代领的，写明关系并附本人委托。金额不得涂改。"
      sign="送达人（两人）__________　__________"
    />
  );
}
