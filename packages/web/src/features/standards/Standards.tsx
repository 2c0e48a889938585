import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import { PageBar, Tabs, useFilter } from '../../components/index.ts';
import { packagesQuery } from './data.ts';
import { Packages } from './Packages.tsx';
import { Rates } from './Rates.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import './standards.css';
import { WhatIf } from './WhatIf.tsx';

/** 标准: what holds in a month, what was entered here, what another rate would cost. */
export function Page() {
  const { division } = useScope();
  const { user } = useSession();
  const [tab] = useFilter('tab');
  const packages = useQuery(packagesQuery(division)).data;
  const items = [
    { key: 'rates', label: '各月标准' },
    { key: 'entered', label: '本地录入', count: packages?.length },
    ...(user?.actions.includes('people.read') ? [{ key: 'try', label: '试算' }] : []),
  ];
  const current = items.some(({ key }) => key === tab) ? tab : 'rates';
  return (
    <div className="page-fill">
      <PageBar tabs={<RoomTabs />}>
        <Tabs small items={items} current={current} />
      </PageBar>
      {current === 'rates' && <Rates packages={packages ?? []} />}
      {current === 'entered' && <Packages />}
      {current === 'try' && <WhatIf />}
    </div>
  );
}
