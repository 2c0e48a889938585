import type { Code, Unit } from '@shuangyong/policy';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { Icon, type PrintColumn, PrintPage, usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { regionName } from './regions.ts';
import type { Rate, RateSection } from './sections.ts';
import { amountText } from './units.ts';
import { codeWords, confidenceWords, keyWords, STATUS_WORDS, UNIT_WORDS } from './words.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly rate: Rate;
}

const statusWords = ({ status, confidence }: Rate) =>
  [STATUS_WORDS[status], confidenceWords(confidence)].filter(Boolean).join('，');

function sourceText({ source, article }: Rate): string {
  if (source === null) return '';
  return [source.number ?? source.title, article].filter(Boolean).join(' ');
}

function columnsOf(county: string): readonly PrintColumn<Line>[] {
  return [
    { key: 'name', title: '项目', mm: 62, cell: ({ name }) => name },
    {
      key: 'key',
      title: '档次',
      mm: 46,
      cell: ({ rate }) => (rate.key === '' ? '整张表' : keyWords(rate.code as Code, rate.key)),
    },
    {
      key: 'amount',
      title: '标准',
      mm: 26,
      align: 'right',
      cell: ({ rate }) => (rate.amount === null ? '不详' : amountText(rate.amount, rate.unit as Unit)),
    },
    {
      key: 'unit',
      title: '单位',
      mm: 34,
      cell: ({ rate }) => (rate.amount === null ? '' : UNIT_WORDS[rate.unit as Unit]),
    },
    {
      key: 'place',
      title: '谁定的',
      mm: 20,
      cell: ({ rate }) => (rate.amount === null ? '' : regionName(rate.region, county)),
    },
    { key: 'status', title: '状态', mm: 28, cell: ({ rate }) => statusWords(rate) },
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
  const lines = sections.flatMap(({ tables }) =>
    tables.flatMap(({ code, rates }) =>
      rates.map((rate) => ({
        key: `${code} ${rate.key} ${rate.region} ${rate.package}`,
        name: codeWords(code),
        rate,
      })),
    ),
  );
  const run = () =>
    print(
      <PrintPage
        title="抚恤补助标准"
        office={divisionName}
        lines={[`${month} · ${regionName(place, county)}`, `共 ${lines.length} 档 · ${today} 印`]}
        landscape
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
