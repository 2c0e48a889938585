import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from '@tanstack/react-router';
import { kindsQuery } from '../../api/data.ts';
import { GoLink } from '../../app/links.tsx';
import { Empty, PageBar, Part } from '../../components/index.ts';
import { Detail } from './Detail.tsx';
import './ledger.css';
import { ledgerAt } from './ledgers.ts';

/** One record on a page of its own: where figures and search lead. */
export function Page() {
  const { pathname } = useLocation();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const ledger = ledgerAt(pathname);
  const kinds = useQuery(kindsQuery);
  if (ledger === undefined) return <Empty words="没有找到，或不在您的管辖范围。" />;
  return (
    <div className="page">
      <PageBar title={ledger.label}>
        <GoLink to={ledger.path}>看全部{ledger.label}</GoLink>
      </PageBar>
      <div className="onerecord">
        <Part query={kinds}>
          {(all) => {
            const kind = all.find((one) => one.kind === ledger.kind);
            return kind === undefined ? null : <Detail kind={kind} id={id} />;
          }}
        </Part>
      </div>
    </div>
  );
}
