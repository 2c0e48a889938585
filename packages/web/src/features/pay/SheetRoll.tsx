import { type PrintColumn, PrintPage } from '../../components/index.ts';
import { monthOnPaper } from '../../lib/onPaper.ts';
import { Qr } from './Qr.tsx';
import { onePersonLine, type RollRow, type SheetProps, yuan } from './sheetData.ts';
import { LINE_WORDS } from './texts.ts';

function noteOf({ state, stateWords, offsetFen }: RollRow): string {
  const where = state in LINE_WORDS ? LINE_WORDS[state as keyof typeof LINE_WORDS] : state;
  const off = offsetFen > 0 ? `抵扣 ${yuan(offsetFen)}` : '';
  return [where, stateWords ?? '', off].filter(Boolean).join(' ');
}

/** 花名册: everybody of a batch, what is due and what is paid now; numbers and accounts by their ends only. */
export function SheetRoll({ papers, code }: SheetProps) {
  const columns: readonly PrintColumn<RollRow>[] = [
    { key: 'no', title: '序', mm: 12, align: 'center', cell: ({ ordinal }) => ordinal },
    { key: 'name', title: '姓名', mm: 24, cell: ({ name }) => name, sum: '合计' },
    { key: 'village', title: '村（社区）', mm: 32, cell: ({ village }) => village ?? '不详' },
    { key: 'id', title: '身份证号', mm: 42, cell: ({ idMasked }) => idMasked ?? '不详' },
    { key: 'kinds', title: '项目', mm: 36, cell: ({ kinds }) => kinds.join('、') },
    { key: 'months', title: '所属月', mm: 36, cell: ({ months }) => months },
    { key: 'due', title: '应发（元）', mm: 24, align: 'right', cell: ({ dueFen }) => yuan(dueFen) },
    {
      ...{ key: 'fen', title: '本次（元）', mm: 26, align: 'right' as const },
      ...{ cell: (row: RollRow) => yuan(row.fen), sum: yuan(papers.totalFen) },
    },
    {
      key: 'account',
      title: '账号尾号',
      mm: 21,
      align: 'right',
      cell: ({ accountTail }) => accountTail ?? '—',
    },
    { key: 'note', title: '备注', cell: noteOf },
  ];
  return (
    <PrintPage
      landscape
      title={`${monthOnPaper(papers.month)}${papers.kind}花名册`}
      office={papers.office}
      formNo={papers.number}
      qr={<Qr code={code} />}
      lines={[
        `校验码 ${papers.checkCode}`,
        `${papers.people} 人　${papers.lines} 笔`,
        ...onePersonLine(papers),
      ]}
      rows={papers.roll}
      rowKey={({ ordinal }) => String(ordinal)}
      columns={columns}
      fontPt={10.5}
      sign="制作 ____________　复核 ____________　批准 ____________"
    />
  );
}
