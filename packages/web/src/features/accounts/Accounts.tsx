import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import {
  Beside,
  type Column,
  DataTable,
  DetailPanel,
  Empty,
  FilterLine,
  FilterText,
  ListPage,
  Shape,
  Tabs,
  useFilter,
  useOpenRow,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import '../people/people.css';
import { PickPerson } from '../people/PickPerson.tsx';
import { AccountsPanel } from './AccountsPanel.tsx';
import { type ChangedAccount, changedQuery, holderWords } from './data.ts';

const PATH = '/pay/accounts';

/** 账号: which accounts were entered or changed lately, by whom, and until when each is looked at twice. */
export function Page() {
  const { division } = useScope();
  const [from] = useFilter('from');
  const query = useQuery(changedQuery(division, from));
  return (
    <ListPage tabs={<Tabs items={tabsBeside(PATH)} current={PATH} />} query={query}>
      {(found) => <List {...found} />}
    </ListPage>
  );
}

const COLUMNS: readonly Column<ChangedAccount>[] = [
  { key: 'since', title: '哪天', width: 124, quiet: true, cell: ({ since }) => since },
  { key: 'name', title: '姓名', width: 96, strong: true, cell: ({ person }) => person.name },
  { key: 'village', title: '村', width: 100, spare: true, cell: ({ village }) => village ?? '不详' },
  { key: 'holder', title: '户名', width: 150, cell: (account) => holderWords(account) },
  { key: 'tail', title: '尾号', width: 68, cell: ({ accountTail }) => accountTail },
  { key: 'by', title: '谁记', width: 80, spare: true, cell: ({ by }) => by },
  { key: 'state', title: '状态', least: 256, cell: (account) => <State account={account} /> },
];

function State({ account: { state, coolingUntil, isLast } }: { account: ChangedAccount }) {
  if (state === 'ended') return <>已停用</>;
  if (coolingUntil !== null)
    return (
      <span className="check">
        <Shape kind="check" /> 新账号，{coolingUntil} 前要看卡片
      </span>
    );
  return isLast ? <>在用</> : <span className="t2">已有新的</span>;
}

function List({ from, accounts }: { from: string; accounts: readonly ChangedAccount[] }) {
  const { user, today } = useSession();
  const setSearch = useSetSearch();
  const [q] = useFilter('q');
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string }>();
  const mayMake = user?.actions.includes('pay.make') === true;
  const shown = accounts.filter(({ person, holderName }) => `${person.name} ${holderName}`.includes(q));
  const leave = () => {
    setPicked(undefined);
    setPicking(false);
  };
  const { open, list } = useOpenRow(shown, ({ id, version }) => `${id} ${version}`, leave);
  const person = picked ?? (picking ? undefined : open?.person);
  useShortcuts({ n: { words: '找一人的账号', run: () => setPicking(true) } });
  return (
    <>
      <FilterLine
        actions={
          <button
            type="button"
            className="btn pri"
            onClick={() => {
              setPicked(undefined);
              setPicking(true);
            }}
          >
            {mayMake ? '给一人记账号 N' : '看一人的账号 N'}
          </button>
        }
      >
        <FilterText name="q" placeholder="姓名或户名" />
        <label className="row gap2">
          <span className="t2 nowrap">从哪天起</span>
          <input
            type="date"
            className="field"
            max={today}
            value={from}
            onChange={(event) => setSearch({ from: event.target.value || undefined })}
          />
        </label>
        <span className="t2">新账号 30 天内发放，要先看卡片、写理由</span>
      </FilterLine>
      <Beside
        panel={
          person ? (
            <AccountsPanel key={person.id} person={person} {...(picked ? { onClose: leave } : {})} />
          ) : (
            picking && (
              <DetailPanel title="谁的账号" onClose={leave} isForm>
                <div>
                  <PickPerson onPick={({ id, name }) => setPicked({ id, name })} />
                </div>
              </DetailPanel>
            )
          )
        }
      >
        <DataTable
          label="账号变动"
          {...list}
          columns={COLUMNS}
          foot={
            <b>
              {from} 以来 {shown.length} 次变动
            </b>
          }
          sorts={[{ value: 'day', words: '新的在前' }]}
          empty={<Empty words={`${from} 以来没有人换过账号。随名册导入的账号不算变动。`} />}
        />
      </Beside>
    </>
  );
}
