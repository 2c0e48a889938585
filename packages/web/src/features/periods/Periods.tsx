import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Dialog, DoneLine, FilterLine, PageBar, Part, Tabs, useFilter } from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import '../pay/pay.css';
import { monthTitle } from '../pay/texts.ts';
import '../people/people.css';
import { Balance } from './Balance.tsx';
import { closeMonth, type Periods, periodsQuery } from './data.ts';
import './periods.css';
import { Start } from './Start.tsx';

const PATH = '/pay/periods';

/** 结账: months closed, the trial balance of one month, closing the next; and where the ledger begins. */
export function Page() {
  const { division } = useScope();
  const [month] = useFilter('month');
  const [tab] = useFilter('tab');
  const query = useQuery(periodsQuery(division, month));
  return (
    <div className="page-fill pay-page">
      <PageBar tabs={<Tabs items={tabsBeside(PATH)} current={PATH} />} />
      <div className="bar people-sub">
        <Tabs
          small
          current={tab === 'start' ? 'start' : 'months'}
          items={[
            { key: 'months', label: '各月', search: { tab: undefined } as never },
            { key: 'start', label: '启用', search: { tab: 'start' } },
          ]}
        />
      </div>
      <Part query={query}>
        {(found) => (tab === 'start' ? <Start begin={found.start} /> : <Months found={found} />)}
      </Part>
    </div>
  );
}

function Months({ found }: { found: Periods }) {
  const { user } = useSession();
  const [said, setSaid] = useState('');
  const [closing, setClosing] = useState(false);
  const { next, month, closed } = found;
  const mayClose = user?.actions.includes('pay.approve') === true;
  const isNext = month === next;
  return (
    <>
      <FilterLine
        actions={
          isNext &&
          mayClose && (
            <button
              type="button"
              className="btn pri"
              disabled={found.blockers.length > 0}
              onClick={() => setClosing(true)}
            >
              结 {monthTitle(next)}的账
            </button>
          )
        }
      >
        <span className="t2">
          已结 {closed.length} 个月，接下来结 {monthTitle(next)}
          {!mayClose && '　结账由批准的人办'}
        </span>
      </FilterLine>
      <DoneLine words={said} />
      <div className="periods-two">
        <MonthList found={found} />
        <Balance found={found} />
      </div>
      {closing && <Close found={found} onSaid={setSaid} onClose={() => setClosing(false)} />}
    </>
  );
}

function MonthList({ found: { closed, next, month } }: { found: Periods }) {
  const months = [
    { month: next, words: '没有结' },
    ...closed.map((one) => ({ ...one, words: `${one.on} ${one.by}` })),
  ];
  return (
    <nav className="periods-months" aria-label="月份">
      <ul>
        {months.map((one) => (
          <li key={one.month}>
            <GoLink
              to="."
              search={{ month: one.month }}
              aria-current={one.month === month ? 'page' : undefined}
            >
              {monthTitle(one.month)}
            </GoLink>
            <div className="t2">{one.words}</div>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface CloseProps {
  readonly found: Periods;
  readonly onSaid: (words: string) => void;
  readonly onClose: () => void;
}

function Close({ found: { next }, onSaid, onClose }: CloseProps) {
  const { division } = useScope();
  const { problem, busy, act } = useAct(onSaid);
  const close = async () => {
    const words = `${monthTitle(next)}已结账。以后才知道的，记到下一个没结的月份。`;
    if (await act(() => closeMonth(division, next), words)) onClose();
  };
  return (
    <Dialog title={`结 ${monthTitle(next)}的账`} onClose={onClose}>
      <ul className="periods-what">
        <li>这个月的借贷两边和每一行记账从此固定，不能再改，也不能反结账。</li>
        <li>以后才知道的去世、提标、更正、银行冲回，记到下一个没结的月份；这个月的发放数不再动。</li>
        <li>这个月及以前不能再生成批次。</li>
      </ul>
      <p role="alert" className="stop">
        {problem.join('')}
      </p>
      <div className="row gap3 form-end">
        <button type="button" className="btn" onClick={onClose}>
          先不结
        </button>
        <button type="button" className="btn pri" disabled={busy} onClick={() => void close()}>
          结账
        </button>
      </div>
    </Dialog>
  );
}
