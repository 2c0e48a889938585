import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { figuresQuery } from '../../api/data.ts';
import type { FigureRow } from '../../api/types.ts';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import {
  AsOfPick,
  type Column,
  DataTable,
  Empty,
  Figure,
  FilterLine,
  FilterText,
  FilterTick,
  fixedRows,
  PageBar,
  Part,
  Tabs,
  useFigureDrawer,
  useFilter,
} from '../../components/index.ts';
import { figureText, unitAfter } from '../../lib/figures.ts';
import { chosenFigures, HEADINGS } from './chosen.ts';
import { PrintFigures } from './PrintFigures.tsx';

const COLUMNS: readonly Column<FigureRow>[] = [
  { key: 'code', title: '代码', width: 190, quiet: true, cell: ({ code }) => code },
  { key: 'name', title: '指标', cell: ({ name, definition }) => <span title={definition}>{name}</span> },
  {
    key: 'value',
    title: '数',
    width: 170,
    number: true,
    cell: ({ code, value, unit, reason }) => (
      <span title={reason}>
        <Figure code={code} value={value} unit={unit} bare />
      </span>
    ),
  },
  { key: 'unit', title: '单位', width: 72, quiet: true, cell: ({ value, unit }) => unitAfter(value, unit) },
  { key: 'records', title: '记录', width: 80, number: true, cell: ({ records }) => records },
  {
    key: 'unproved',
    title: '未佐证',
    width: 88,
    number: true,
    cell: ({ unevidenced }) =>
      unevidenced === 0 ? <span className="t2">—</span> : <span className="check">{unevidenced}</span>,
  },
  {
    key: 'last',
    title: '上年',
    width: 168,
    number: true,
    quiet: true,
    cell: ({ lastYear, unit }) => (lastYear === null ? '不详' : figureText(lastYear, unit)),
  },
];

/** Every figure of the year under its heading, with what it rests on; each opens onto its records. */
export function Page() {
  const scope = useScope();
  const query = useQuery(figuresQuery(scope));
  return (
    <div className="page-fill">
      {query.data === undefined ? (
        <Part query={query}>{() => null}</Part>
      ) : (
        <Catalogue figures={query.data} isStale={query.isPlaceholderData} />
      )}
    </div>
  );
}

interface CatalogueProps {
  readonly figures: readonly FigureRow[];
  readonly isStale: boolean;
}

function Catalogue({ figures, isStale }: CatalogueProps) {
  const { tab: heading = '' } = useSearch({ strict: false }) as Search;
  const [text] = useFilter('q');
  const [unproved] = useFilter('unproved');
  const [unknown] = useFilter('unknown');
  const { openFigure } = useFigureDrawer();
  const { year } = useScope();
  const shown = useMemo(
    () => chosenFigures(figures, { heading, text, isUnproved: unproved === '1', isUnknown: unknown === '1' }),
    [figures, heading, text, unproved, unknown],
  );
  const tabs = [
    { key: '', label: '全部指标', count: figures.length, search: { tab: undefined } as Search },
    ...HEADINGS.map(({ key, label }) => ({
      key,
      label,
      count: figures.filter(({ section }) => section === key).length,
    })),
  ];
  return (
    <>
      <PageBar tabs={<Tabs items={tabs} current={heading} />}>
        <AsOfPick />
      </PageBar>
      <FilterLine actions={<PrintFigures figures={shown} />}>
        <FilterText name="q" placeholder="筛：指标名、代码" focusKey="f" />
        <FilterTick name="unproved" label={`未佐证 ${figures.filter((one) => one.unevidenced > 0).length}`} />
        <FilterTick name="unknown" label={`不详 ${figures.filter(({ value }) => value === null).length}`} />
      </FilterLine>
      <DataTable
        label={`${year} 年全部指标`}
        rows={fixedRows(shown, { stale: isStale })}
        columns={COLUMNS}
        rowKey={({ code }) => code}
        onOpen={({ code }) => openFigure(code, null)}
        remember="figures"
        foot={<b>{shown.length} 个指标</b>}
        empty={<Empty words="没有这样的指标。去掉一个条件再看。" />}
      />
    </>
  );
}
