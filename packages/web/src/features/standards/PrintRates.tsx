import type { Unit } from '@shuangyong/policy';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { type PrintLine, printLines } from './printLines.ts';
import { regionName } from './regions.ts';
import type { Rate, RateSection } from './sections.ts';
import { UNIT_WORDS } from './words.ts';

function sourceText({ source, article }: Rate): string {
  if (source === null) return '';
  return source.number === null ? source.title : [source.number, article].filter(Boolean).join(' ');
}

function columnsOf(county: string): readonly PrintColumn<PrintLine>[] {
  const known = ({ rate }: PrintLine, words: string) => (rate.amount === null ? '' : words);
  return [
    { key: 'name', title: '项目', mm: 46, cell: ({ name }) => name },
    { key: 'row', title: '档次', mm: 34, cell: ({ row }) => row },
    { key: 'amounts', title: '标准', mm: 78, align: 'right', cell: ({ amounts }) => amounts },
    {
      ...{ key: 'unit', title: '单位', mm: 30 },
      cell: (line) => known(line, UNIT_WORDS[line.rate.unit as Unit]),
    },
    {
      ...{ key: 'place', title: '谁定的', mm: 14 },
      cell: (line) => known(line, regionName(line.rate.region, county)),
    },
    { key: 'status', title: '状态', mm: 20, cell: ({ status }) => status },
    { key: 'source', title: '依据', cell: ({ rate }) => sourceText(rate) },
  ];
}

interface PrintRatesProps {
  readonly sections: readonly RateSection[];
  readonly month: string;
  readonly place: string;
}

/** The rates of the month as the page shows them, on numbered A4 sheets. */
export function PrintRates({ sections, month, place }: PrintRatesProps) {
  const { division, divisionName } = useScope();
  const { today } = useSession();
  const print = usePrint();
  const county = division.slice(0, 6);
  const lines = printLines(sections);
  const run = () =>
    print(
      <PrintPage
        title="抚恤补助标准"
        office={divisionName}
        lines={[`${month} · ${regionName(place, county)}`, `${today} 印`]}
        landscape
        fontPt={10}
        rowMm={9}
        rows={lines}
        rowKey={({ key }) => key}
        columns={columnsOf(county)}
        note="「推算」没见到公布，按写明的办法推出；「不详」没有数，不当 0 算。"
        sign="核对：　　　　　　"
      />,
    );
  useShortcuts({ 'Shift+P': { words: '印这个月的标准', run } });
  return (
    <button type="button" className="btn" onClick={run} disabled={lines.length === 0}>
      <Icon name="print" /> 印
    </button>
  );
}
