import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import {
  Beside,
  type Column,
  DataTable,
  DoneLine,
  Empty,
  FilterLine,
  FilterPick,
  FilterText,
  fixedRows,
  ListPage,
  Shape,
  useFilter,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { tabsQuery } from '../people/data.ts';
import '../people/people.css';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { categoryWords } from '../people/words.ts';
import { ConfirmPanel } from './ConfirmPanel.tsx';
import { countsOf, narrowed, nextOpen, STATES, stateOf, villagesOf, wayWords } from './confirming.ts';
import { type Confirmations, type ConfirmLine, confirmationsQuery } from './data.ts';
import './kept.css';
import { PrintConfirm } from './PrintConfirm.tsx';

/** 年度确认: everybody on a regular benefit is seen once a year; one line a person, one key a way. */
export function Page() {
  const { division, asOf, year } = useScope();
  const query = useQuery(confirmationsQuery(division, year));
  const tabs = useQuery(tabsQuery(division, asOf)).data;
  return (
    <ListPage tabs={<PeopleTabs current="confirm" counts={tabs} />} query={query}>
      {(found) => (found.places.length > 0 ? <Places found={found} /> : <List found={found} />)}
    </ListPage>
  );
}

function List({ found }: { found: Confirmations }) {
  const { user } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const [q] = useFilter('q');
  const [village] = useFilter('village');
  const [state] = useFilter('state');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = narrowed(found.rows, { q, village, state });
  const asked = rows.findIndex(({ personId }) => personId === search.who);
  const [at, setAt] = useState(Math.max(0, asked));
  const [said, setSaid] = useState('');
  const here = Math.min(at, Math.max(0, rows.length - 1));
  const to = (step: 1 | -1) => () => {
    const index = nextOpen(rows, here, step);
    if (index >= 0) setAt(index);
  };
  useShortcuts({
    n: { words: '下一个未确认的', run: to(1) },
    p: { words: '上一个未确认的', run: to(-1) },
  });
  const ticked = rows.filter(({ personId }) => selected.has(personId));
  const current = rows[here];
  const people = ticked.length > 0 ? ticked : current === undefined ? [] : [current];
  const done = (words: string) => {
    setSaid(words);
    setSelected(new Set());
    // Under the filter 未确认 the line leaves the list, and the next one comes to its place.
    if (ticked.length === 0 && state !== 'open') to(1)();
  };
  const mayWrite = user?.actions.includes('people.write') === true;
  return (
    <>
      <FilterLine actions={<PrintConfirm rows={rows} until={found.until} />}>
        <FilterText name="q" placeholder="筛：姓名" focusKey="/" />
        <FilterPick
          name="village"
          label="村"
          options={villagesOf(found.rows).map((name) => ({ value: name, label: name }))}
        />
        <FilterPick name="state" label="状态" options={STATES} />
        <span className="t2">
          截止 {found.until}
          {!found.tiesPay && '，过期不影响发放'}
        </span>
      </FilterLine>
      <DoneLine words={said} />
      <Beside
        panel={
          mayWrite &&
          people.length > 0 && (
            <ConfirmPanel key={ticked.length > 0 ? 'many' : 'one'} people={people} onDone={done} />
          )
        }
      >
        <DataTable
          label="年度确认"
          rows={fixedRows(rows)}
          columns={COLUMNS}
          rowKey={({ personId }) => personId}
          at={here}
          onAt={setAt}
          onOpen={(_, index) => setAt(index)}
          {...(mayWrite
            ? {
                selected,
                onSelect: (id: string, on: boolean) =>
                  setSelected(new Set(on ? [...selected, id] : [...selected].filter((one) => one !== id))),
              }
            : {})}
          foot={<Foot found={found} />}
          sorts={[{ value: 'village', words: '按村和姓名排' }]}
          empty={<Empty words="没有符合条件的人。名册上有定期待遇的人，每年都在这里确认一次。" />}
        />
      </Beside>
    </>
  );
}

function Foot({ found }: { found: Confirmations }) {
  const { due, seen, open, unreachable, dead } = countsOf(found);
  return (
    <>
      <b>应确认 {due} 人</b>
      <span>
        · 已确认 {seen} · 还差 {open + unreachable}
      </span>
      {unreachable > 0 && <span className="check">· 联系不上 {unreachable}</span>}
      {dead > 0 && <span>· 已去世 {dead}</span>}
    </>
  );
}

const COLUMNS: readonly Column<ConfirmLine>[] = [
  {
    key: 'name',
    title: '姓名',
    width: 88,
    strong: true,
    cell: ({ name, personId }) => (
      <GoLink to={`/people/${personId}`} className="plain">
        {name}
      </GoLink>
    ),
  },
  { key: 'village', title: '村', width: 92, cell: ({ village }) => village ?? '不详' },
  { key: 'category', title: '类别', cell: ({ categories }) => categoryWords(categories) },
  { key: 'visit', title: '上次走访', width: 112, quiet: true, cell: ({ lastVisit }) => lastVisit ?? '从未' },
  { key: 'way', title: '确认', width: 120, cell: (line) => <Way line={line} /> },
  {
    key: 'day',
    title: '哪天',
    width: 108,
    quiet: true,
    cell: ({ confirmation }) => confirmation?.onDay ?? '—',
  },
  {
    key: 'papers',
    title: '佐证',
    width: 60,
    spare: true,
    cell: ({ confirmation }) => (confirmation === null ? '—' : confirmation.papers > 0 ? '有' : '无'),
  },
];

function Way({ line }: { line: ConfirmLine }) {
  const { confirmation } = line;
  const state = stateOf(line);
  if (confirmation === null || state === 'open')
    return (
      <span className="check">
        <Shape kind="none" /> 未确认
      </span>
    );
  if (state === 'seen') return <>{wayWords(confirmation.way)}</>;
  return (
    <span className="stop" title={line.held ?? ''}>
      <Shape kind="check" /> {wayWords(confirmation.way)}
    </span>
  );
}

/** Of a county: how far each township is, in the order of the codes. */
function Places({ found }: { found: Confirmations }) {
  const sum = (of: (place: Confirmations['places'][number]) => number) =>
    found.places.reduce((whole, place) => whole + of(place), 0);
  return (
    <div className="page">
      <p className="t2">
        截止 {found.until}　应确认 {sum(({ due }) => due)} 人，已确认 {sum(({ done }) => done)} 人
      </p>
      <table className="t in">
        <thead>
          <tr>
            <th scope="col">乡镇</th>
            <th scope="col" className="r">
              应确认（人）
            </th>
            <th scope="col" className="r">
              已确认（人）
            </th>
            <th scope="col" className="r">
              还差（人）
            </th>
          </tr>
        </thead>
        <tbody>
          {found.places.map(({ code, name, due, done }) => (
            <tr key={code}>
              <td>
                <GoLink to="/people/confirm" search={{ division: code }}>
                  {name}
                </GoLink>
              </td>
              <td className="r">{due}</td>
              <td className="r">{done}</td>
              <td className="r">{due - done}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
