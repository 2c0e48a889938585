import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import {
  Beside,
  type Column,
  DataTable,
  DoneLine,
  Empty,
  FilterLine,
  ListPage,
  Shape,
  useOpenRow,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { tabsQuery } from '../people/data.ts';
import '../people/people.css';
import { PeopleTabs } from '../people/PeopleTabs.tsx';
import { categoryWords } from '../people/words.ts';
import { type Slip, type Slips, slipsQuery } from './data.ts';
import './kept.css';
import { NewSlipPanel } from './NewSlipPanel.tsx';
import { SlipPanel } from './SlipPanel.tsx';
import { slipState } from './words.ts';

/** 迁入迁出: each move with the last month paid, between which offices, and how long it waits. */
export function Page() {
  const { division, asOf } = useScope();
  const query = useQuery(slipsQuery(division));
  const tabs = useQuery(tabsQuery(division, asOf)).data;
  return (
    <ListPage tabs={<PeopleTabs current="transfers" counts={tabs} />} query={query}>
      {(found) => <List found={found} />}
    </ListPage>
  );
}

function List({ found }: { found: Slips }) {
  const { user, today } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const [entering, setEntering] = useState(search.person !== undefined);
  const [said, setSaid] = useState('');
  const mayWrite = user?.actions.includes('people.write') === true;
  const { slips } = found;
  const { open, list } = useOpenRow(
    slips,
    ({ id }) => id,
    () => setEntering(false),
  );
  useShortcuts(mayWrite ? { n: { words: '新开迁移单', run: () => setEntering(true) } } : {});
  const waiting = slips.filter(({ state }) => state === 'sent').length;
  const end = (words: string) => {
    setSaid(words);
    setEntering(false);
    setSearch({ person: undefined, id: undefined });
  };
  return (
    <>
      <FilterLine
        actions={
          mayWrite && (
            <button type="button" className="btn pri" onClick={() => setEntering(true)}>
              新开迁移单 N
            </button>
          )
        }
      >
        <span className="t2">
          {slips.length} 张，等接收 {waiting} 张　迁出带走「已发至」，迁入从次月起发，不漏月、不重月
        </span>
      </FilterLine>
      <DoneLine words={said} />
      <Beside
        panel={
          entering ? (
            <NewSlipPanel
              offices={found.offices}
              personId={search.person}
              onDone={end}
              onClose={() => end('')}
            />
          ) : (
            open && <SlipPanel key={open.id} slip={open} mayWrite={mayWrite} onDone={setSaid} />
          )
        }
      >
        <DataTable
          label="迁入迁出"
          {...list}
          columns={columnsOf(today)}
          foot={<b>{slips.length} 张</b>}
          sorts={[{ value: 'waiting', words: '等接收的在前' }]}
          empty={<Empty words="还没有迁移单。迁出的人按 N 开一张，写明已发至哪个月。" />}
        />
      </Beside>
    </>
  );
}

function columnsOf(today: string): readonly Column<Slip>[] {
  return [
    {
      key: 'way',
      title: '去向',
      width: 84,
      cell: ({ direction }) => (direction === 'out' ? '迁出' : '迁入'),
    },
    { key: 'name', title: '姓名', width: 88, strong: true, cell: ({ name }) => name },
    {
      key: 'category',
      title: '类别',
      width: 110,
      spare: true,
      cell: ({ categories }) => categoryWords(categories),
    },
    {
      key: 'other',
      title: '对方单位',
      least: 240,
      cell: ({ toAccept, office, otherOffice }) => (toAccept ? office : otherOffice),
    },
    { key: 'paid', title: '已发至', width: 84, cell: ({ paidThrough }) => paidThrough },
    { key: 'day', title: '迁移单', width: 108, quiet: true, cell: ({ slipOn }) => slipOn },
    { key: 'state', title: '状态', width: 176, cell: (slip) => <State slip={slip} today={today} /> },
  ];
}

function State({ slip, today }: { slip: Slip; today: string }) {
  const words = slipState(slip, today);
  if (slip.gap !== null)
    return (
      <span className="check">
        <Shape kind="check" /> 差 {slip.gap.from === slip.gap.to ? slip.gap.from : `${slip.gap.from} 起`}
      </span>
    );
  return slip.state === 'sent' || slip.asked !== null ? (
    <span className="check">
      <Shape kind="check" /> {words}
    </span>
  ) : (
    words
  );
}
