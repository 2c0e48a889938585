import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
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
import { type Notice, type Notices, noticesQuery } from './data.ts';
import './kept.css';
import { NewNoticePanel } from './NewNoticePanel.tsx';
import { NoticePanel } from './NoticePanel.tsx';
import { noticeState } from './noticing.ts';

/** 公示: lists of new entrants that hung out, how long, and what was objected. */
export function Page() {
  const { division, asOf, year } = useScope();
  const query = useQuery(noticesQuery(division, year));
  const tabs = useQuery(tabsQuery(division, asOf)).data;
  return (
    <ListPage tabs={<PeopleTabs current="notices" counts={tabs} />} query={query}>
      {(found) => <List found={found} />}
    </ListPage>
  );
}

function List({ found }: { found: Notices }) {
  const { user, today } = useSession();
  const { year } = useScope();
  const setSearch = useSetSearch();
  const [entering, setEntering] = useState(false);
  const [said, setSaid] = useState('');
  const mayWrite = user?.actions.includes('people.write') === true;
  const { notices, entrants, days } = found;
  const { open, list } = useOpenRow(
    notices,
    ({ id }) => id,
    () => setEntering(false),
  );
  useShortcuts(mayWrite ? { n: { words: '新增公示', run: () => setEntering(true) } } : {});
  const done = (words: string, at: { readonly year: string; readonly id: string }) => {
    setSaid(words);
    setEntering(false);
    setSearch(at);
  };
  return (
    <>
      <FilterLine
        actions={
          mayWrite && (
            <button type="button" className="btn pri" onClick={() => setEntering(true)}>
              新增公示 N
            </button>
          )
        }
      >
        <span className="t2">
          {year} 年公示 {notices.filter(({ voidReason }) => voidReason === null).length}{' '}
          次　近一年新增还没有公示的 {entrants.length} 人　公示 {days} 天
        </span>
      </FilterLine>
      <DoneLine words={said} />
      <Beside
        panel={
          entering ? (
            <NewNoticePanel found={found} onDone={done} onClose={() => setEntering(false)} />
          ) : (
            open && <NoticePanel key={open.id} notice={open} mayWrite={mayWrite} onDone={setSaid} />
          )
        }
      >
        <DataTable
          label="公示"
          {...list}
          columns={columnsOf(today, days)}
          foot={<b>{notices.length} 次</b>}
          sorts={[{ value: 'from', words: '新的在前' }]}
          empty={<Empty words="这一年还没有公示。新增对象的名单（姓名、村、类别）在这里记、在这里印。" />}
        />
      </Beside>
    </>
  );
}

function columnsOf(today: string, days: number): readonly Column<Notice>[] {
  return [
    { key: 'title', title: '题名', strong: true, cell: ({ title }) => title },
    { key: 'from', title: '从', width: 108, cell: ({ fromDay }) => fromDay },
    { key: 'to', title: '到', width: 108, cell: ({ toDay }) => toDay },
    { key: 'days', title: '天数', width: 92, cell: (notice) => <Days notice={notice} least={days} /> },
    { key: 'people', title: '人数', width: 60, number: true, cell: ({ people }) => people.length },
    { key: 'papers', title: '照片', width: 60, cell: ({ papers }) => (papers > 0 ? '有' : '无') },
    { key: 'state', title: '状态', width: 132, cell: (notice) => <State notice={notice} today={today} /> },
  ];
}

function Days({ notice: { days }, least }: { notice: Notice; least: number }) {
  if (days >= least) return <>{days}</>;
  return (
    <span className="check">
      <Shape kind="check" /> {days}，不满
    </span>
  );
}

function State({ notice, today }: { notice: Notice; today: string }) {
  const words = noticeState(notice, today);
  return words.startsWith('异议') ? (
    <span className="check">
      <Shape kind="check" /> {words}
    </span>
  ) : (
    words
  );
}
