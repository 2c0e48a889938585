import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { ErrorSummary, PageBar } from '../../components/index.ts';
import { useAsk } from '../system/useAsk.ts';
import { packagesQuery, proposeDerived } from './data.ts';
import { EffectPart } from './EffectPart.tsx';
import { RoomTabs } from './RoomTabs.tsx';
import './standards.css';
import { STATE_WORDS } from './words.ts';

const EXPLAINED =
  '有的标准没有见到公布，按写明的办法从公布的数推出来。应发一直照推算的数算，并注明「推算」；本单位两人采用以后，表示愿意拿它发钱。正式文件到了，录入正式的数，推算的就不再用。';

/** 采用推算的标准: whom it concerns, then proposed by one and adopted by another. */
export function Page() {
  const { division } = useScope();
  const { user } = useSession();
  const { month } = useSearch({ strict: false }) as Search;
  const go = useGo();
  const { busy, errors, run } = useAsk('propose');
  const standing = useQuery(packagesQuery(division)).data?.find(
    ({ origin, state }) => origin === 'derived' && (state === 'entered' || state === 'adopted'),
  );
  const propose = () =>
    run([], async () => {
      const { id } = await proposeDerived(division);
      go(`/pay/standards/p/${id}`);
      return '已提出';
    });
  return (
    <div className="page-fill">
      <PageBar tabs={<RoomTabs />} />
      <div className="std std-narrow">
        <ErrorSummary errors={errors} />
        <div className="row">
          <h1 className="grow">采用推算的标准</h1>
          {standing === undefined && user?.actions.includes('law.write') && (
            <button
              type="button"
              id="propose"
              className="btn pri"
              disabled={busy}
              onClick={() => void propose()}
            >
              提出采用
            </button>
          )}
          {standing !== undefined && (
            <GoLink to={`/pay/standards/p/${standing.id}`} className="btn">
              {STATE_WORDS[standing.state]}，打开
            </GoLink>
          )}
        </div>
        <p>{EXPLAINED}</p>
        <h2>谁靠推算的标准</h2>
        <EffectPart
          ask={{ derived: true }}
          kind="derived"
          title="靠推算标准的人员"
          first={{ from: month, to: month }}
        />
      </div>
    </div>
  );
}
