import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { figuresQuery, kindsQuery } from '../../api/data.ts';
import { useSession } from '../../api/session.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import {
  AsOfPick,
  Beside,
  type Column,
  DataTable,
  Empty,
  Figure,
  FilterLine,
  FilterPick,
  FilterText,
  FilterTick,
  PageBar,
  Shape,
  useFilter,
  usePagedRows,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { AmountCell, type Amounts, useAmounts } from './amounts.tsx';
import {
  fetchPeople,
  missingCountQuery,
  type PeopleAsk,
  type PeoplePage,
  type PeopleTab,
  type PersonListed,
} from './data.ts';
import { rememberPlace } from './listPlace.ts';
import { NewPerson } from './NewPerson.tsx';
import './people.css';
import { isTab, PeopleTabs } from './PeopleTabs.tsx';
import { PrintRoll } from './PrintRoll.tsx';
import { categoryWords } from './words.ts';

function useAsk(): PeopleAsk {
  const { division, asOf } = useScope();
  const [tab] = useFilter('tab');
  const [q] = useFilter('q');
  const [village] = useFilter('village');
  const [category] = useFilter('category');
  const [state] = useFilter('state');
  const [missing] = useFilter('missing');
  const narrowed = { q, village, category, state, missing: missing === '1' ? ('yes' as const) : undefined };
  return { division, asOf, tab: isTab(tab) ? tab : 'key', ...narrowed };
}

/** The roll: tabs by what a person is on it for, filters in the address, one row a person. */
export function Page() {
  const ask = useAsk();
  const { user } = useSession();
  const go = useGo();
  const search = useSearch({ strict: false }) as Search;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [entering, setEntering] = useState(false);
  const mayEnter = user?.actions.includes('people.write') === true;
  const listed = usePagedRows<PersonListed, PeoplePage>(['people', ask], (offset, limit) =>
    fetchPeople(ask, offset, limit),
  );
  const { rows, amounts } = useAmounts(listed, ask.division, ask.asOf.slice(0, 7));
  useShortcuts(mayEnter ? { n: { words: '新增一人', run: () => setEntering(true) } } : {});
  const open = (person: PersonListed, index: number) => {
    rememberPlace({ ask, index, search });
    go(`/people/${person.id}`);
  };
  const select = (id: string, on: boolean) =>
    setSelected((old) => new Set(on ? [...old, id] : [...old].filter((one) => one !== id)));
  return (
    <div className="page-fill">
      <PageBar tabs={<PeopleTabs current={ask.tab} counts={listed.head?.tabs} />}>
        <AsOfPick />
      </PageBar>
      <Filters
        ask={ask}
        total={rows.total}
        selected={selected}
        onEnter={mayEnter && !entering ? () => setEntering(true) : undefined}
      />
      <Beside panel={entering && <NewPerson onClose={() => setEntering(false)} />}>
        <DataTable
          label="人员"
          rows={rows}
          columns={entering ? COLUMNS.slice(0, 5) : columnsWith(amounts)}
          rowKey={(person) => person.id}
          onOpen={open}
          selected={selected}
          onSelect={select}
          foot={<Foot tab={ask.tab} total={rows.total} selected={selected.size} />}
          sorts={[{ value: 'village', words: '例外在前，再按村排' }]}
          remember="people"
          empty={<Nobody ask={ask} all={listed.head?.tabs.all} />}
        />
      </Beside>
    </div>
  );
}

const COLUMNS: readonly Column<PersonListed>[] = [
  { key: 'name', title: '姓名', width: 116, strong: true, cell: ({ name }) => name },
  { key: 'village', title: '村', width: 112, cell: ({ village }) => village ?? <Quiet words="不详" /> },
  { key: 'category', title: '类别', width: 190, cell: ({ categories }) => categoryWords(categories) },
  {
    key: 'identity',
    title: '身份证号',
    width: 196,
    quiet: true,
    cell: ({ identity }) => identity ?? '不详',
  },
  { key: 'state', title: '状态', width: 108, cell: (person) => <State person={person} /> },
  {
    key: 'paid',
    title: '已发至',
    width: 108,
    cell: ({ paidThrough }) => paidThrough ?? <Quiet words="—" />,
  },
];

const LAST_COLUMNS: readonly Column<PersonListed>[] = [
  {
    key: 'visit',
    title: '上次走访',
    width: 132,
    cell: ({ lastVisit }) =>
      lastVisit ?? (
        <span className="check">
          <Shape kind="none" /> 从未
        </span>
      ),
  },
  { key: 'missing', title: '缺', cell: (person) => <Lacks person={person} /> },
];

const columnsWith = (amounts: Amounts): readonly Column<PersonListed>[] => [
  ...COLUMNS,
  {
    key: 'amount',
    title: '月额（元）',
    width: 112,
    number: true,
    cell: ({ id }) => <AmountCell id={id} amounts={amounts} />,
  },
  ...LAST_COLUMNS,
];

function Quiet({ words }: { words: string }) {
  return <span className="t2">{words}</span>;
}

function State({ person }: { person: PersonListed }) {
  if (person.holdReason === null) return <>{person.state}</>;
  return (
    <span className="check" title={person.holdReason}>
      <Shape kind="check" /> {person.state}
    </span>
  );
}

function Lacks({ person }: { person: PersonListed }) {
  if (person.missing.length === 0) return <Quiet words="—" />;
  const does = person.missing.includes('认定材料') ? 'paper' : 'correct';
  return (
    <GoLink to={`/people/${person.id}`} search={{ do: does }}>
      缺 {person.missing.join('、')}
    </GoLink>
  );
}

interface FiltersProps {
  readonly ask: PeopleAsk;
  readonly total: number;
  readonly selected: ReadonlySet<string>;
  readonly onEnter: (() => void) | undefined;
}

const STATES = ['在发', '缓发', '停发', '未享受'];

function Filters({ ask, total, selected, onEnter }: FiltersProps) {
  const { year, division } = useScope();
  const { user } = useSession();
  const roll = useQuery(kindsQuery).data?.find((kind) => kind.kind === 'spell');
  const lacking = useQuery(missingCountQuery(ask)).data;
  const wordsOf = (field: string) => roll?.columns.find((column) => column.field === field)?.words ?? [];
  const options = (words: readonly string[]) => words.map((word) => ({ value: word, label: word }));
  const villages = wordsOf('village_id');
  const exported = `/api/exports/workbook.xlsx?division=${division}&year=${year}&kind=spell`;
  return (
    <FilterLine
      actions={
        <>
          {user?.actions.includes('exports.write') && (
            <a className="btn" href={exported}>
              导出
            </a>
          )}
          <PrintRoll ask={ask} total={total} selected={selected} />
          {onEnter && (
            <button type="button" className="btn pri" onClick={onEnter}>
              新增 N
            </button>
          )}
        </>
      }
    >
      <FilterText name="q" placeholder="筛：姓名、拼音、后四位" />
      <FilterPick
        name="village"
        label="村"
        all={villages.length > 0 ? `全部 ${villages.length} 个` : '全部'}
        options={options(villages)}
      />
      <FilterPick name="category" label="类别" options={options(wordsOf('category'))} />
      <FilterPick name="state" label="状态" options={options(STATES)} />
      <FilterTick name="missing" label={lacking === undefined ? '缺材料' : `缺材料 ${lacking}`} />
    </FilterLine>
  );
}

function Foot({ tab, total, selected }: { tab: PeopleTab; total: number; selected: number }) {
  const scope = useScope();
  const figures = useQuery({ ...figuresQuery(scope), enabled: tab === 'key' }).data;
  const paid = figures?.find((figure) => figure.code === 'F01');
  return (
    <>
      <b>{total.toLocaleString('zh-CN')} 人</b>
      {selected > 0 && <span> · 选中 {selected} 人</span>}
      {tab === 'key' && paid !== undefined && (
        <span className="t2">
          · {scope.year} 年发放过 <Figure code={paid.code} value={paid.value} unit={paid.unit} bare />{' '}
          人，停发的见{' '}
          <GoLink to="." search={{ tab: 'stopped' }}>
            已停
          </GoLink>
        </span>
      )}
    </>
  );
}

function Nobody({ ask, all }: { ask: PeopleAsk; all: number | undefined }) {
  const narrowed = [ask.q, ask.village, ask.category, ask.state, ask.missing].some(Boolean);
  if (narrowed) return <Empty words="没有符合条件的人。" />;
  if ((all ?? 0) > 0) return <Empty words="这一类没有人。" />;
  return (
    <Empty words="名册是空的。可导入花名册，或按 N 新增一人。">
      <GoLink to="/import" className="btn">
        导入花名册
      </GoLink>
    </Empty>
  );
}
