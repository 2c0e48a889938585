import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import {
  Beside,
  type Column,
  DataTable,
  DoneLine,
  Empty,
  FilterLine,
  FilterPick,
  FilterText,
  FilterTick,
  ListPage,
  Money,
  Tabs,
  useFilter,
  useOpenRow,
} from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import { categoryWords } from '../people/words.ts';
import './claims.css';
import { DebtPanel } from './DebtPanel.tsx';
import { type Claims, claimsQuery, type Debt } from './data.ts';
import { kindsOf, originWords, STATE_WORDS, spanOf } from './words.ts';

const PATH = '/pay/claims';

/** 追回: from whom what was paid too much is claimed back, what was done about it, and how the sum moved. */
export function Page() {
  const { division, year } = useScope();
  const [month] = useFilter('month');
  const [all] = useFilter('all');
  const query = useQuery(claimsQuery({ division, ...spanOf(year, month), all: all !== '' }));
  return (
    <ListPage tabs={<Tabs items={tabsBeside(PATH)} current={PATH} />} query={query}>
      {(found) => <List found={found} />}
    </ListPage>
  );
}

const MONTHS = Array.from({ length: 12 }, (_, at) => ({
  value: String(at + 1).padStart(2, '0'),
  label: `${at + 1} 月`,
}));

const STATES = Object.entries(STATE_WORDS).map(([value, label]) => ({ value, label }));

function List({ found }: { found: Claims }) {
  const [text] = useFilter('q');
  const [said, setSaid] = useState('');
  const [state] = useFilter('state');
  const debts = found.debts.filter(
    (debt) => debt.person.name.includes(text) && (state === '' || debt.state === state),
  );
  const { open, list } = useOpenRow(debts, ({ person }) => person.id);
  const openFen = debts.reduce((sum, debt) => sum + debt.openFen, 0);
  return (
    <>
      <FilterLine>
        <FilterText name="q" placeholder="筛：姓名" focusKey="/" />
        <FilterPick name="state" label="到了哪一步" all="全部" options={STATES} />
        <FilterTick name="all" label="也看已结清的" />
        <FilterPick name="month" label="看哪个月" all="全年" options={MONTHS} />
      </FilterLine>
      <Roll found={found} />
      <DoneLine words={said} />
      <Beside
        panel={
          open && <DebtPanel key={open.person.id} debt={open} isSetOff={found.isSetOff} onDone={setSaid} />
        }
      >
        <DataTable
          label="追回"
          {...list}
          columns={COLUMNS}
          foot={
            <b>
              {debts.length} 人　还差 <Money fen={openFen} />
            </b>
          }
          sorts={[{ value: 'day', words: '早的在前' }]}
          empty={<Empty words="没有要追回的。去世、停发报晚了，多发的月份会自动列在这里。" />}
        />
      </Beside>
    </>
  );
}

/** 期初 + 新增 − 收回 − 核销 = 期末. */
function Roll({ found: { rollForward } }: { found: Claims }) {
  const { openingFen, raisedFen, recoveredFen, writtenOffFen, closingFen } = rollForward;
  return (
    <p className="claims-roll" role="note" aria-label="追回增减">
      期初 <Money fen={openingFen} />
      {'　'}＋ 新增 <Money fen={raisedFen} />
      {'　'}－ 收回 <Money fen={recoveredFen} />
      {'　'}－ 核销 <Money fen={writtenOffFen} />
      {'　'}＝ 期末{' '}
      <b>
        <Money fen={closingFen} />
      </b>
    </p>
  );
}

const COLUMNS: readonly Column<Debt>[] = [
  { key: 'name', title: '姓名', width: 92, strong: true, cell: ({ person }) => person.name },
  {
    ...{ key: 'id', title: '身份证号', width: 168, quiet: true, spare: true },
    cell: ({ person }) => person.idMasked ?? '不详',
  },
  { key: 'kinds', title: '项目', width: 88, cell: (debt) => categoryWords(kindsOf(debt).split('、')) },
  { key: 'origin', title: '多发的月份', least: 168, cell: originWords },
  { key: 'fen', title: '应追（元）', width: 116, number: true, cell: ({ fen }) => <Money fen={fen} plain /> },
  {
    ...{ key: 'open', title: '还差（元）', width: 116, number: true },
    cell: ({ openFen }) => <Money fen={openFen} plain />,
  },
  { key: 'state', title: '到了哪一步', width: 124, cell: ({ state }) => STATE_WORDS[state] },
];
