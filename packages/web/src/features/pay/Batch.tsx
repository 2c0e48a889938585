import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import type { Search } from '../../app/search.ts';
import { DoneLine, Part, Shape } from '../../components/index.ts';
import { Actions } from './Actions.tsx';
import { type Batch, batchQuery, type Line, type LinesAsked } from './data.ts';
import { Lines } from './Lines.tsx';
import './pay.css';
import { Exceptions } from './Exceptions.tsx';
import { Sampled } from './Sampled.tsx';
import { Summary } from './Summary.tsx';
import { batchTitle, STATE_WORDS, TEXTS } from './texts.ts';
import { WhyLine } from './WhyLine.tsx';

/** One batch: why it differs, what is odd, every line, and the one step that is next. */
export function Page() {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { division } = useScope();
  const query = useQuery(batchQuery(division, id));
  return (
    <div className="page-fill pay-page">
      <Part query={query} waiting="正在取批次…">
        {(batch) => <Whole key={batch.id} batch={batch} />}
      </Part>
    </div>
  );
}

function Whole({ batch }: { batch: Batch }) {
  const { q, lines } = useSearch({ strict: false }) as Search;
  const filter = lines === 'returned' ? 'returned' : 'all';
  const [asked, setAsked] = useState<LinesAsked>({ filter, text: q });
  const [said, setSaid] = useState('');
  const [why, setWhy] = useState<Line>();
  return (
    <>
      <div className="bar pay-bar">
        <GoLink to="/pay" className="t2">
          {batch.number}
        </GoLink>
        <h1>{batchTitle(batch)}</h1>
        <span>{STATE_WORDS[batch.state]}</span>
        {batch.isOnePerson && <b className="check">{TEXTS.onePerson}</b>}
        <span className="grow" />
        <Hands batch={batch} />
        <span className="t2 nowrap">校验码 {batch.checkCode}</span>
      </div>
      <div className="pay-two">
        {why === undefined ? (
          <section className="pay-left" aria-label="本月和上月">
            <Summary batch={batch} onReason={(reason) => setAsked({ filter: 'changed', reason })} />
            <Exceptions batch={batch} />
            {batch.may.review.ok && <Sampled batch={batch} />}
          </section>
        ) : (
          <WhyLine key={why.id} batch={batch} line={why} onClose={() => setWhy(undefined)} />
        )}
        <Lines
          batch={batch}
          asked={asked}
          onAsk={setAsked}
          onDone={setSaid}
          onWhy={(line) => setWhy(why?.id === line.id ? undefined : line)}
          follow={why === undefined ? undefined : setWhy}
        />
      </div>
      <DoneLine words={said} />
      <Actions batch={batch} onDone={setSaid} />
    </>
  );
}

const HANDS = [
  { step: 'opened', also: 'submitted', words: '制作' },
  { step: 'reviewed', also: 'reviewed', words: '复核' },
  { step: 'approved', also: 'approved', words: '批准' },
] as const;

const MOST_NAMES = 2;

/** 赵某; 赵某、周某; 赵某等 3 人: who may be the next hand. */
function namesWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join('、');
  return names.length > MOST_NAMES ? `${shown}等 ${names.length} 人` : shown;
}

/** 制作 → 复核 → 批准: who did it in this round, else in grey who may. */
function Hands({ batch: { steps, round, hands } }: { batch: Batch }) {
  const may = { opened: [], reviewed: hands.review, approved: hands.approve };
  return (
    <span className="row gap3 pay-hands-now">
      {HANDS.map(({ step, also, words }, index) => {
        // The oldest browsers have no findLast.
        const done = steps
          .filter((one) => one.step === step || one.step === also)
          .filter((one) => step === 'opened' || one.round === round)
          .pop();
        return (
          <span key={step} className={done ? 'nowrap' : 't2 nowrap'}>
            {index > 0 && <span className="t2">→　</span>}
            <Shape kind={done ? 'full' : 'none'} /> {words}{' '}
            {done ? <b>{done.signer ?? done.by}</b> : namesWords(may[step])}
            {done?.method === 'paper' && '（纸质）'}
          </span>
        );
      })}
    </span>
  );
}
