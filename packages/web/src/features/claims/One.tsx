import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useScope } from '../../app/scope.ts';
import { DoneLine, Empty, PageBar, Part, Tabs } from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import './claims.css';
import { DebtPanel } from './DebtPanel.tsx';
import { claimsQuery } from './data.ts';
import { spanOf } from './words.ts';

/** One debt, opened from a figure, the log or a search by one of its claims or by what came in for it. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { division, year } = useScope();
  const query = useQuery(claimsQuery({ division, ...spanOf(year, ''), all: true, of: id }));
  const [said, setSaid] = useState('');
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabsBeside('/pay/claims')} current="/pay/claims" />} />
      <DoneLine words={said} />
      <div className="fill-part">
        <Part query={query}>
          {({ debts: [debt], isSetOff }) =>
            debt === undefined ? (
              <Empty words="没有找到这笔追回，或不在您的管辖范围。" />
            ) : (
              <DebtPanel debt={debt} isSetOff={isSetOff} onDone={setSaid} />
            )
          }
        </Part>
      </div>
    </div>
  );
}
