import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope, useSetSearch } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { PageBar, Part, Tabs } from '../../components/index.ts';
import '../../components/table.css';
import { tabsBeside } from '../ledger/ledgers.ts';
import './compare.css';
import { DropRoster } from './DropRoster.tsx';
import { type Compared, rosterQuery, rostersQuery } from './data.ts';
import { Past } from './Past.tsx';
import { Shown } from './Shown.tsx';

/** 名册比对: a list of another office against the roll. Nobody is stopped by it; each hit leads to its person. */
export function Page() {
  const { division } = useScope();
  const { user } = useSession();
  const search = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const [bad, setBad] = useState<Compared>();
  const past = useQuery(rostersQuery(division));
  const mayDrop = user?.actions.includes('people.write') === true;
  const chosen = search.id ?? past.data?.rosters.find((one) => one.voidedBecause === null)?.id;
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabsBeside('/pay/check')} current="/pay/check" />} />
      <div className="page compare">
        <p>
          <b>名册比对</b> <GoLink to="/pay/check">回到自查</GoLink>
        </p>
        {mayDrop && (
          <DropRoster
            onDone={(compared) => {
              setBad(compared);
              setSearch({ id: compared.id });
            }}
          />
        )}
        {bad !== undefined && bad.id === chosen && <BadCells compared={bad} />}
        {chosen !== undefined && <Chosen key={chosen} id={chosen} mayWrite={mayDrop} />}
        <Part query={past}>
          {({ rosters }) => <Past rosters={rosters} chosen={chosen} onChoose={(id) => setSearch({ id })} />}
        </Part>
      </div>
    </div>
  );
}

function Chosen({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { division } = useScope();
  const query = useQuery(rosterQuery(division, id));
  return <Part query={query}>{(shown) => <Shown shown={shown} mayWrite={mayWrite} />}</Part>;
}

const MOST_SHOWN = 20;

/** Cells that could not be read, with sheet, row and column; the rest of the list was compared. */
function BadCells({ compared: { issues, issueCount } }: { compared: Compared }) {
  if (issueCount === 0) return null;
  return (
    <section className="bad" aria-label="读不出的格子">
      <p className="check">有 {issueCount} 处读不出，其余的已经比了。改好原表可以再拖一次。</p>
      <ul>
        {issues.slice(0, MOST_SHOWN).map(({ sheet, row, column, value, reason }) => (
          <li key={`${sheet} ${row} ${column}`}>
            「{sheet}」第 {row} 行「{column}」{value === '' ? '' : ` ${value}`}：{reason}
          </li>
        ))}
      </ul>
      {issueCount > MOST_SHOWN && <p className="t2">只列前 {MOST_SHOWN} 处。</p>}
    </section>
  );
}
