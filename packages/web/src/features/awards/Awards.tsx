import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import {
  Beside,
  type Column,
  DataTable,
  DoneLine,
  Empty,
  FilterLine,
  FilterPick,
  ListPage,
  Money,
  Tabs,
  useFilter,
  useOpenRow,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { levelWords } from '../funds/data.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import { newKey, openBatch } from '../pay/data.ts';
import { monthTitle } from '../pay/texts.ts';
import '../people/people.css';
import { AwardPanel } from './AwardPanel.tsx';
import { type Award, type AwardKind, awardsQuery, isKind, KINDS, STATE_WORDS } from './data.ts';

const PATH = '/pay/awards';

/** 其他发放: one-off money of the year, decided by list, each with how far it is. */
export function Page() {
  const { division, year } = useScope();
  const query = useQuery(awardsQuery(division, year));
  return (
    <ListPage tabs={<Tabs items={tabsBeside(PATH)} current={PATH} />} query={query}>
      {(awards) => <List awards={awards} />}
    </ListPage>
  );
}

const COLUMNS: readonly Column<Award>[] = [
  { key: 'name', title: '姓名', width: 92, strong: true, cell: ({ person }) => person.name },
  { key: 'village', title: '村', width: 96, spare: true, cell: ({ village }) => village ?? '不详' },
  { key: 'kind', title: '项目', width: 88, cell: ({ kind }) => kind },
  { key: 'month', title: '所属月', width: 84, cell: ({ month }) => month },
  { key: 'fen', title: '金额（元）', width: 136, number: true, cell: ({ fen }) => <Money fen={fen} plain /> },
  { key: 'reason', title: '事由', least: 160, cell: ({ reason }) => reason },
  { key: 'fund', title: '资金', width: 56, spare: true, cell: ({ fund }) => levelWords(fund as never) },
  { key: 'state', title: '到了哪一步', width: 132, cell: (award) => <State award={award} /> },
];

function State({ award: { state, isAnew } }: { award: Award }) {
  if (state === 'free') return <b className="check">{isAnew ? '待发（改定）' : '待发'}</b>;
  return <span className={state === 'revoked' ? 't2' : ''}>{STATE_WORDS[state]}</span>;
}

function List({ awards }: { awards: readonly Award[] }) {
  const { year } = useScope();
  const { user } = useSession();
  const go = useGo();
  const [kind] = useFilter('kind');
  const [said, setSaid] = useState('');
  const mayMake = user?.actions.includes('pay.make') === true;
  const shown = awards.filter((award) => kind === '' || award.kind === kind);
  const { open, list } = useOpenRow(shown, (award) => award.id);
  const start = () => go(`/pay/awards/new`, isKind(kind) ? { kind } : {});
  useShortcuts(mayMake ? { n: { words: '定名单', run: start } } : {});
  const standing = shown.filter(({ state }) => state !== 'revoked');
  const sum = standing.reduce((total, { fen }) => total + fen, 0);
  return (
    <>
      <FilterLine
        actions={
          mayMake && (
            <>
              <OpenBatches awards={shown} />
              <button type="button" className="btn pri" onClick={start}>
                定名单 N
              </button>
            </>
          )
        }
      >
        <FilterPick name="kind" label="项目" options={KINDS.map((value) => ({ value, label: value }))} />
        <span className="t2">
          {year} 年 {standing.length} 笔 <Money fen={sum} />
        </span>
      </FilterLine>
      <DoneLine words={said} />
      <Beside panel={open && <AwardPanel key={open.id} award={open} mayMake={mayMake} onDone={setSaid} />}>
        <DataTable
          label="其他发放"
          {...list}
          columns={COLUMNS}
          foot={<b>{shown.length} 笔</b>}
          sorts={[{ value: 'day', words: '新定的在前' }]}
          empty={<Empty words="这一年还没有。慰问金、困难救助、立功奖励、优待金按名单定，按 N 定名单。" />}
        />
      </Beside>
    </>
  );
}

/** What waits to be paid, kind by kind, goes into a batch of its kind in one click. */
function OpenBatches({ awards }: { awards: readonly Award[] }) {
  const { division } = useScope();
  const { today } = useSession();
  const go = useGo();
  const [key] = useState(newKey);
  const { problem, busy, act } = useAct();
  const waiting = KINDS.flatMap((kind) => waitingOf(kind, awards, today.slice(0, 7)));
  return (
    <>
      <span className="stop" role="alert">
        {problem.join('')}
      </span>
      {waiting.map(({ kind, month, count }) => (
        <button
          key={kind}
          type="button"
          className="btn"
          disabled={busy}
          onClick={() =>
            void act(async () => {
              const { batch } = await openBatch(division, kind, month, key);
              go(`/pay/b/${batch}`);
            }, '')
          }
        >
          生成 {monthTitle(month)}
          {kind}（{count} 笔）
        </button>
      ))}
    </>
  );
}

/** The month in which what is decided can be paid: this one, or the last it was decided for. */
function waitingOf(kind: AwardKind, awards: readonly Award[], now: string) {
  const own = awards.filter(
    (award) => award.kind === kind && (award.state === 'free' || award.state === 'returned'),
  );
  const month = own.reduce((last, award) => (award.month > last ? award.month : last), now);
  return own.length === 0 ? [] : [{ kind, month, count: own.length }];
}
