import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { Empty, PageBar, Problem, Tabs } from '../../components/index.ts';
import { filesQuery, packagesQuery } from './data.ts';
import { FromFile } from './FromFile.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import './standards.css';
import { TableForm } from './TableForm.tsx';

const WAYS = [
  { key: 'typed', label: '逐格填，或从 Excel 粘贴' },
  { key: 'file', label: '标准包文件' },
];

/** 录入新标准: typed or pasted, or as a package file; looked at before it is entered. */
export function Page() {
  const { division } = useScope();
  const { user } = useSession();
  const { way } = useSearch({ strict: false }) as Search;
  const files = useQuery(filesQuery(division));
  const packages = useQuery(packagesQuery(division));
  const current = way === 'file' ? 'file' : 'typed';
  const items = WAYS.map((one) => ({ ...one, to: '/pay/standards/new', search: { way: one.key } }));
  const mayEnter = user?.actions.includes('law.write') === true;
  const problem = files.error ?? packages.error;
  return (
    <div className="page-fill">
      <PageBar tabs={<RoomTabs />}>
        <Tabs small items={items} current={current} />
      </PageBar>
      {!mayEnter && <Empty words="录入标准由经办办理。" />}
      {problem !== null && <Problem problem={problem} onRetry={() => void files.refetch()} />}
      {mayEnter && current === 'file' && <FromFile />}
      {mayEnter && current === 'typed' && files.data !== undefined && packages.data !== undefined && (
        <TableForm files={files.data} packages={packages.data} />
      )}
    </div>
  );
}
