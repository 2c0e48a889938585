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
import { homeQuery, type ListedBatch } from '../pay/data.ts';
import { kindWords, STATE_WORDS } from '../pay/texts.ts';
import { CallPanel } from './CallPanel.tsx';
import { Drawn } from './Drawn.tsx';
import { type SpotDraw, spotQuery } from './data.ts';
import { PrintSpot } from './PrintSpot.tsx';
import './spot.css';

/** 发后抽查: ten payees of a batch are called and asked whether the money came, and how much. */
export function Page() {
  const { division, year } = useScope();
  const query = useQuery(homeQuery(division, year));
  return (
    <div className="page-fill">
      <PageBar tabs={<Tabs items={tabsBeside('/pay/check')} current="/pay/check" />} />
      <div className="page spot">
        <p>
          <b>发后抽查</b> <GoLink to="/pay/check">回到自查</GoLink>
          <span className="t2">　抽 10 人打电话：钱到了吗，多少。对不上的进自查。</span>
        </p>
        <Part query={query}>{({ batches }) => <OfYear batches={batches.filter(isSent)} />}</Part>
      </div>
    </div>
  );
}

const isSent = ({ state }: ListedBatch) => state === 'exported' || state === 'closed';

function OfYear({ batches }: { batches: readonly ListedBatch[] }) {
  const search = useSearch({ strict: false }) as Search;
  const setSearch = useSetSearch();
  const { year } = useScope();
  const id = search.batch ?? batches[0]?.id;
  if (id === undefined)
    return <p className="nothing">{year} 年还没有送银行的批次。送了银行，就能抽人打电话。</p>;
  return (
    <>
      <div className="row gap3 wrap">
        <label htmlFor="spot-batch">批次</label>
        <select
          id="spot-batch"
          className="field"
          value={id}
          onChange={(event) => setSearch({ batch: event.target.value, seed: undefined })}
        >
          {!batches.some((one) => one.id === id) && <option value={id}>所选批次</option>}
          {batches.map((one) => (
            <option key={one.id} value={one.id}>
              {one.number}　{kindWords(one)}　{STATE_WORDS[one.state]}
            </option>
          ))}
        </select>
      </div>
      <Draw key={`${id} ${search.seed ?? ''}`} id={id} seed={search.seed} />
    </>
  );
}

function Draw({ id, seed }: { id: string; seed: string | undefined }) {
  const { division } = useScope();
  const query = useQuery(spotQuery(division, id, seed));
  return <Part query={query}>{(draw) => <Whole draw={draw} />}</Part>;
}

function Whole({ draw }: { draw: SpotDraw }) {
  const { user } = useSession();
  const [lineId, setLineId] = useState<string>();
  const mayCall = user?.actions.includes('people.reveal') === true;
  const line = draw.lines.find((one) => one.id === lineId);
  const called = draw.lines.filter(({ call }) => call !== null && call.answer !== 'unreached').length;
  return (
    <>
      <div className="row gap3 wrap draw-head">
        <p className="grow" role="status">
          {draw.batch.number} 抽了 {draw.lines.length} 人，打通 {called} 人
        </p>
        <Seed seed={draw.seed} />
        <PrintSpot draw={draw} />
      </div>
      <div className={line && mayCall ? 'two' : undefined}>
        <Drawn draw={draw} chosen={lineId} onCall={mayCall ? setLineId : undefined} />
        {line && mayCall && (
          <CallPanel key={line.id} draw={draw} line={line} onClose={() => setLineId(undefined)} />
        )}
      </div>
    </>
  );
}

/** The same seed draws the same ten for whoever asks; another seed draws others. */
function Seed({ seed }: { seed: string }) {
  const setSearch = useSetSearch();
  const [typed, setTyped] = useState(seed);
  return (
    <form
      className="row gap3"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch({ seed: typed.trim() });
      }}
    >
      <label htmlFor="spot-seed">抽样种子</label>
      <input
        id="spot-seed"
        className="field"
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit" className="btn">
        按种子抽
      </button>
    </form>
  );
}
