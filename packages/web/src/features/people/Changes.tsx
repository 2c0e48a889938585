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
  ListPage,
  Shape,
  useOpenRow,
} from '../../components/index.ts';
import { ChangePanel } from './ChangePanel.tsx';
import { changesQuery, type WaitingChange } from './changes.ts';
import { changeText, lacksProof, typeWords } from './changeWords.ts';
import { tabsQuery } from './data.ts';
import './people.css';
import { PeopleTabs } from './PeopleTabs.tsx';

/** 变更待核: what was asked for and counts only when a second person agrees. */
export function Page() {
  const { division, asOf } = useScope();
  const query = useQuery(changesQuery(division));
  const tabs = useQuery(tabsQuery(division, asOf)).data;
  return (
    <ListPage tabs={<PeopleTabs current="changes" counts={tabs} />} query={query}>
      {(changes) => <Waiting changes={changes} />}
    </ListPage>
  );
}

/** The change at the right: the one the address names, else the oldest; the next one comes up when it is decided. */
function Waiting({ changes }: { changes: readonly WaitingChange[] }) {
  const { today } = useSession();
  const setSearch = useSetSearch();
  const [said, setSaid] = useState('');
  const { open, list } = useOpenRow(changes, ({ id }) => id);
  return (
    <>
      <DoneLine words={said} />
      <Beside
        panel={
          open && (
            <ChangePanel
              key={open.id}
              change={open}
              onDecided={(words) => {
                setSaid(words);
                setSearch({ id: undefined });
              }}
            />
          )
        }
      >
        <DataTable
          label="变更待核"
          {...list}
          columns={columnsOf(today)}
          foot={<b>{changes.length} 条</b>}
          sorts={[{ value: 'asked', words: '先提的在前' }]}
          empty={<Empty words="没有等着核实的变更。影响发放的更正、去世、迁出，另一人核实后才算。" />}
        />
      </Beside>
    </>
  );
}

function columnsOf(today: string): readonly Column<WaitingChange>[] {
  return [
    { key: 'asked', title: '提出', width: 128, quiet: true, cell: ({ askedOn }) => askedOn },
    { key: 'name', title: '姓名', width: 92, strong: true, cell: ({ personName }) => personName ?? '不详' },
    { key: 'type', title: '什么事', width: 76, cell: ({ type }) => typeWords(type) },
    {
      key: 'text',
      title: '改动',
      cell: (change) => <span title={changeText(change)}>{changeText(change)}</span>,
    },
    { key: 'proof', title: '依据', width: 72, cell: (change) => <Proof change={change} /> },
    {
      key: 'due',
      title: '限期',
      width: 132,
      cell: ({ dueOn }) => (dueOn !== null && dueOn < today ? <Overdue on={dueOn} /> : (dueOn ?? '—')),
    },
    { key: 'by', title: '谁提的', width: 84, cell: ({ askedBy, mine }) => (mine ? '您' : askedBy) },
  ];
}

function Proof({ change }: { change: WaitingChange }) {
  if (!lacksProof(change)) return <>{change.paperId === null ? '—' : '有'}</>;
  return (
    <span className="check">
      <Shape kind="none" /> 缺
    </span>
  );
}

function Overdue({ on }: { on: string }) {
  return (
    <span className="stop">
      <Shape kind="must" /> {on} 逾期
    </span>
  );
}
