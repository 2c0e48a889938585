import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import {
  type Column,
  DataTable,
  DetailPanel,
  Empty,
  FilterLine,
  FilterText,
  fixedRows,
  PageBar,
  Part,
  Shape,
  Tabs,
  useFilter,
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
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabsBeside(PATH)} current={PATH} />} />
      <div className="people-part">
        <Part query={query}>{(found) => <List {...found} />}</Part>
      </div>
    </div>
  );
}

const COLUMNS: readonly Column<ChangedAccount>[] = [
  { key: 'since', title: '哪天', width: 108, quiet: true, cell: ({ since }) => since },
  { key: 'name', title: '姓名', width: 96, strong: true, cell: ({ person }) => person.name },
  { key: 'village', title: '村', width: 100, cell: ({ village }) => village ?? '不详' },
  { key: 'holder', title: '户名', width: 150, cell: (account) => holderWords(account) },
  { key: 'tail', title: '尾号', width: 68, cell: ({ accountTail }) => accountTail },
  { key: 'by', title: '谁记', width: 80, cell: ({ by }) => by },
  { key: 'state', title: '状态', cell: (account) => <State account={account} /> },
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
  const [at] = useFilter('id');
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<{ readonly id: string; readonly name: string }>();
  const mayMake = user?.actions.includes('pay.make') === true;
  const shown = accounts.filter(({ person, holderName }) => `${person.name} ${holderName}`.includes(q));
  const keyOf = ({ id, version }: ChangedAccount) => `${id} ${version}`;
  const row = shown.find((one) => keyOf(one) === at) ?? shown[0];
  const person = picked ?? (picking ? undefined : row?.person);
  const choose = (key: string | undefined) => {
    setPicked(undefined);
    setPicking(false);
    setSearch({ id: key });
  };
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
      <div className={person || picking ? 'two people-body' : 'people-body'}>
        <div className="people-list">
          <DataTable
            label="账号变动"
            rows={fixedRows(shown)}
            columns={COLUMNS}
            rowKey={keyOf}
            onOpen={(one) => choose(keyOf(one))}
            at={row ? shown.indexOf(row) : 0}
            onAt={(index) => choose(shown[index] && keyOf(shown[index]))}
            foot={
              <b>
                {from} 以来 {shown.length} 次变动
              </b>
            }
            sorts={[{ value: 'day', words: '新的在前' }]}
            empty={<Empty words={`${from} 以来没有人换过账号。随名册导入的账号不算变动。`} />}
          />
        </div>
        {picking && picked === undefined && (
          <DetailPanel title="谁的账号" onClose={() => setPicking(false)}>
            <div>
              <PickPerson onPick={({ id, name }) => setPicked({ id, name })} />
            </div>
          </DetailPanel>
        )}
        {person && (
          <AccountsPanel
            key={person.id}
            person={person}
            {...(picked ? { onClose: () => choose(undefined) } : {})}
          />
        )}
      </div>
    </>
  );
}
