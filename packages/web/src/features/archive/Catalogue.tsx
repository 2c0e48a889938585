import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { kindsQuery } from '../../api/data.ts';
import { useSession } from '../../api/session.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import {
  DataTable,
  Empty,
  FilterLine,
  FilterPick,
  FilterText,
  usePagedRows,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import '../ledger/ledger.css';
import { ArchiveTabs } from './ArchiveTabs.tsx';
import {
  type CatalogueAsk,
  type CataloguedPaper,
  type CataloguePage,
  fetchPapers,
  type Having,
} from './data.ts';
import { NewPaper } from './NewPaper.tsx';
import { PaperPanel } from './PaperPanel.tsx';
import { PrintCatalogue } from './PrintCatalogue.tsx';
import { paperColumns } from './paperColumns.tsx';

const HAVING: readonly { readonly value: Having; readonly label: string }[] = [
  { value: 'file', label: '有文件' },
  { value: 'original', label: '有原件位置' },
  { value: 'missing', label: '缺文件' },
  { value: 'nothing', label: '都没有' },
];

function askOf(search: Search, year: number): CatalogueAsk {
  const { q, paperClass, having, idle, when } = search;
  const days = when === 'all' ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
  const has = HAVING.find(({ value }) => value === having)?.value;
  return { q, paperClass, having: has, idle: idle === '1' ? 'yes' : undefined, ...days };
}

/** 档案目录: every paper, what it has to show and how many records it proves; a row opens at the right. */
export function Page() {
  const { division, year } = useScope();
  const { user } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const ask = askOf(search, year);
  const rows = usePagedRows<CataloguedPaper, CataloguePage>(
    ['papers', division, 'catalogue', ask],
    (offset, limit) => fetchPapers(division, ask, offset, limit),
  );
  const [beside, setBeside] = useState<{ readonly open: string } | 'enter'>();
  const mayWrite = user?.actions.includes('papers.write') === true;
  const enter = () => setBeside('enter');
  useShortcuts(mayWrite ? { n: { words: '收一份材料', run: enter } } : {});
  return (
    <div className="page-fill">
      <ArchiveTabs current="/archive" />
      <Filters ask={ask} total={rows.total} head={rows.head} onEnter={mayWrite ? enter : undefined} />
      <div className={beside === undefined ? 'fill' : 'two fill'}>
        <div className="list">
          <DataTable
            label="档案目录"
            rows={rows}
            columns={paperColumns(beside !== undefined)}
            rowKey={({ id }) => id}
            onOpen={({ id }) => setBeside({ open: id })}
            foot={<Foot head={rows.head} />}
            remember="/archive"
            empty={<Nothing />}
          />
        </div>
        <Beside
          beside={beside}
          onClose={() => setBeside(undefined)}
          onOpen={(id) => setBeside({ open: id })}
        />
      </div>
    </div>
  );
}

interface BesideProps {
  readonly beside: { readonly open: string } | 'enter' | undefined;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

function Beside({ beside, onOpen, onClose }: BesideProps) {
  const kinds = useQuery(kindsQuery);
  const kind = kinds.data?.find((one) => one.kind === 'paper');
  if (beside === undefined || kind === undefined) return null;
  if (beside === 'enter') return <NewPaper onSaved={onOpen} onClose={onClose} />;
  return <PaperPanel key={beside.open} kind={kind} id={beside.open} onClose={onClose} />;
}

interface FiltersProps {
  readonly ask: CatalogueAsk;
  readonly total: number;
  readonly head: CataloguePage | undefined;
  readonly onEnter: (() => void) | undefined;
}

function Filters({ ask, total, head, onEnter }: FiltersProps) {
  const { division, year } = useScope();
  const { user } = useSession();
  const classes = (head?.classes ?? []).map(({ value, total: count }) => ({
    value,
    label: `${value} ${count}`,
  }));
  const actions = (
    <>
      {user?.actions.includes('exports.write') && (
        <a
          className="btn"
          href={`/api/exports/workbook.xlsx?division=${division}&year=${year}&kind=paper`}
          title={`${year} 年整张表，不按筛选`}
        >
          导出
        </a>
      )}
      <PrintCatalogue ask={ask} total={total} />
      {onEnter && (
        <button type="button" className="btn pri" onClick={onEnter}>
          收材料 N
        </button>
      )}
    </>
  );
  return (
    <FilterLine actions={actions}>
      <FilterText name="q" placeholder="筛：题名、文号" />
      <FilterPick name="paperClass" label="类别" all="全部" options={classes} />
      <FilterPick
        name="when"
        label="时间"
        all={`${year} 年`}
        options={[{ value: 'all', label: '全部年份' }]}
      />
      <FilterPick name="having" label="有什么" options={HAVING} />
      <FilterPick name="idle" label="证明" options={[{ value: '1', label: '还没挂到记录上' }]} />
    </FilterLine>
  );
}

function Foot({ head }: { head: CataloguePage | undefined }) {
  if (head === undefined) return null;
  const { total, having } = head;
  return (
    <>
      <b>{total.toLocaleString('zh-CN')} 件</b>
      <span className="t2">
        有文件 {having.file}，有原件位置 {having.original}
      </span>
      {having.missing > 0 && <span className="check">缺文件 {having.missing}</span>}
      {having.nothing > 0 && <span className="check">没有文件和原件 {having.nothing}</span>}
    </>
  );
}

function Nothing() {
  const { q, paperClass, having, idle, when } = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const { year } = useScope();
  if (q || paperClass || having || idle)
    return (
      <Empty words="没有符合条件的材料。">
        <button
          type="button"
          className="btn"
          onClick={() =>
            setSearch({ q: undefined, paperClass: undefined, having: undefined, idle: undefined })
          }
        >
          去掉筛选
        </button>
      </Empty>
    );
  return (
    <Empty
      words={`${when === 'all' ? '' : `${year} 年`}还没有档案。挂在记录上的材料都会到这里；旧目录可直接导入。`}
    />
  );
}
