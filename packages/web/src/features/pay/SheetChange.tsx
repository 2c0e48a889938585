import { type PrintColumn, PrintPage } from '../../components/index.ts';
import { monthOnPaper } from '../../lib/onPaper.ts';
import { Qr } from './Qr.tsx';
import { type ChangeLine, changeLines, onePersonLine, type SheetProps, yuan } from './sheetData.ts';
import { signed } from './texts.ts';

const money = (fen: number | null) => (fen === null ? '' : yuan(fen));
const more = (fen: number) => (fen === 0 ? '0.00' : signed(yuan(fen)));
const bold = (line: ChangeLine, text: string) => (line.kind === 'sum' ? <b>{text}</b> : text);

/** 本月变动表: whoever is paid otherwise than before, group by group, each group with its sum. */
export function SheetChange({ papers, code }: SheetProps) {
  const { previous, totalFen, people, held } = papers;
  const difference = totalFen - (previous?.totalFen ?? 0);
  const columns: readonly PrintColumn<ChangeLine>[] = [
    { key: 'no', title: '序', mm: 12, align: 'center', cell: (line) => (line.kind === 'one' ? line.no : '') },
    {
      ...{ key: 'words', title: '变动', mm: 24, sum: '合计' },
      cell: (line) => (line.kind === 'one' ? line.words : bold(line, `${line.group}小计`)),
    },
    {
      ...{ key: 'name', title: '姓名', mm: 24 },
      cell: (line) => (line.kind === 'one' ? line.name : bold(line, line.count)),
    },
    {
      ...{ key: 'village', title: '村（社区）', mm: 32 },
      cell: (line) => (line.kind === 'one' ? (line.village ?? '不详') : ''),
    },
    { key: 'category', title: '类别', mm: 42, cell: (line) => (line.kind === 'one' ? line.category : '') },
    {
      ...{ key: 'from', title: '上期（元）', mm: 26, align: 'right' as const },
      cell: (line) => (line.kind === 'one' ? money(line.fromFen) : ''),
    },
    {
      ...{ key: 'to', title: '本期（元）', mm: 26, align: 'right' as const },
      cell: (line) => (line.kind === 'one' ? money(line.toFen) : ''),
    },
    {
      ...{ key: 'fen', title: '增减（元）', mm: 27, align: 'right' as const, sum: more(difference) },
      cell: (line) => (line.isMoney ? bold(line, more(line.fen)) : '—'),
    },
    { key: 'why', title: '原因、日期', cell: (line) => (line.kind === 'one' ? line.why : '') },
  ];
  const lines = changeLines(papers.changes);
  return (
    <PrintPage
      landscape
      title={`${monthOnPaper(papers.month)}${papers.kind}变动表`}
      office={papers.office}
      formNo={papers.number}
      qr={<Qr code={code} />}
      lines={[
        previous === null
          ? `没有上期可比　本期 ${people} 人 ${yuan(totalFen)} 元`
          : `上期 ${previous.people} 人 ${yuan(previous.totalFen)} 元　本期 ${people} 人 ${yuan(totalFen)} 元`,
        `校验码 ${papers.checkCode}${held.lines === 0 ? '' : `　本期含缓发 ${held.lines} 笔 ${yuan(held.fen)} 元`}`,
        ...onePersonLine(papers),
      ]}
      rows={lines}
      rowKey={(line) => (line.kind === 'one' ? String(line.no) : line.group)}
      columns={columns}
      fontPt={10.5}
      note={
        lines.length === 0 ? '与上期相同，没有变动。' : '缓发的也算在本期里；缓发、放行、账号变更不改变合计。'
      }
      sign="制作 ____________　复核 ____________　批准 ____________"
    />
  );
}
