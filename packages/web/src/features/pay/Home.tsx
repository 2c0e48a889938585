import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isRefusedFor } from '../../api/errors.ts';
import { useSession } from '../../api/session.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import {
  AskDialog,
  type Column,
  DataTable,
  Empty,
  FilterLine,
  fixedRows,
  Money,
  PageBar,
  Part,
  PickField,
  Tabs,
  TextField,
} from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import './pay.css';
import { useAct } from '../../api/useAct.ts';
import {
  homeQuery,
  type Kind,
  type ListedBatch,
  nameStart,
  newKey,
  openBatch,
  type PayHome,
} from './data.ts';
import { kindWords, monthTitle, STATE_WORDS, TEXTS } from './texts.ts';

/** 发放: what is to be opened, what waits for whom, and every batch of the year. */
export function Page() {
  const { division, year } = useScope();
  const query = useQuery(homeQuery(division, year));
  return (
    <div className="page-fill pay-page">
      <PageBar tabs={<Tabs items={tabsBeside('/pay')} current="/pay" />} />
      <Part query={query}>{(home) => <Batches home={home} />}</Part>
    </div>
  );
}

const COLUMNS: readonly Column<ListedBatch>[] = [
  { key: 'number', title: '批次', width: 148, strong: true, cell: ({ number }) => number },
  { key: 'kind', title: '项目', width: 136, cell: kindWords },
  { key: 'month', title: '发放月', width: 88, cell: ({ month }) => month },
  { key: 'state', title: '到了哪一步', width: 104, cell: ({ state }) => STATE_WORDS[state] },
  { key: 'people', title: '人数', width: 72, number: true, cell: ({ people }) => people },
  {
    key: 'fen',
    title: '金额（元）',
    width: 128,
    number: true,
    cell: ({ totalFen }) => <Money fen={totalFen} plain />,
  },
  {
    key: 'held',
    title: '缓发',
    width: 72,
    number: true,
    cell: ({ held }) => (held === 0 ? '—' : `${held} 笔`),
  },
  { key: 'bank', title: '银行', width: 168, cell: (batch) => bankWords(batch) },
  {
    key: 'me',
    title: '等谁',
    cell: ({ waitsForMe }) => (waitsForMe === null ? '' : <b className="check">待您{waitsForMe}</b>),
  },
];

function bankWords({ paid, returned, inTransit }: ListedBatch): string {
  const parts = [
    paid > 0 && `到账 ${paid}`,
    returned > 0 && `退回 ${returned}`,
    inTransit > 0 && `在途 ${inTransit}`,
  ];
  return parts.filter(Boolean).join(' · ') || '—';
}

function Batches({ home }: { home: PayHome }) {
  const { user } = useSession();
  const go = useGo();
  const { batches, returnsWaiting, year } = home;
  const mayMake = user?.actions.includes('pay.make') === true;
  return (
    <>
      <FilterLine actions={mayMake && <Open home={home} />}>
        <span className="t2">
          {year} 年 {batches.length} 批
          {returnsWaiting.lines > 0 && (
            <>
              {'　'}
              <b className="check">银行退回 {returnsWaiting.lines} 笔</b> <Money fen={returnsWaiting.fen} />
              ，换好账号随下一批重发
            </>
          )}
        </span>
      </FilterLine>
      <DataTable
        label="批次"
        rows={fixedRows(batches)}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        onOpen={({ id }) => go(`/pay/b/${id}`)}
        foot={
          <>
            <b>{batches.length} 批</b>
            <span className="t2">　旧的发放表在</span> <GoLink to="/pay/history">发放记录</GoLink>
          </>
        }
        sorts={[{ value: 'month', words: '新的在前' }]}
        empty={<NoBatch home={home} mayMake={mayMake} />}
        remember="pay"
      />
    </>
  );
}

/** No batch yet: what the next step is, or where the money of a year before this program stands. */
function NoBatch({ home: { year, next }, mayMake }: { home: PayHome; mayMake: boolean }) {
  if (next !== null) return <Empty words={mayMake ? TEXTS.empty : TEXTS.noBatch} />;
  return (
    <Empty words={TEXTS.noBatchOf(year)}>
      <GoLink className="btn" to="/pay/history">
        看 {year} 年的发放记录
      </GoLink>
    </Empty>
  );
}

const KINDS: readonly Kind[] = ['抚恤补助', '优待金', '立功奖励', '慰问金', '困难救助'];

/** Which month and what for; one click where the product knows what is next. */
function Open({ home: { next } }: { home: PayHome }) {
  const { division } = useScope();
  const { today } = useSession();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [kind, setKind] = useState<Kind>('抚恤补助');
  const [month, setMonth] = useState(next?.month ?? today.slice(0, 7));
  const [key] = useState(newKey);
  const { fault, problem, busy, act } = useAct();
  const wantsStart = isRefusedFor(fault, 'no_ledger_start');
  const open = async (asked: Kind, of: string) => {
    const work = async () => {
      const { batch } = await openBatch(division, asked, of, key);
      go(`/pay/b/${batch}`);
    };
    // Whatever stands in the way is answered where kind and month can be changed.
    if (!(await act(work, ''))) setAsking(true);
  };
  return (
    <>
      {next && (
        <button
          type="button"
          className="btn pri"
          disabled={busy}
          onClick={() => void open(next.kind, next.month)}
        >
          {busy ? '正在按名册和标准算…' : `生成 ${monthTitle(next.month)}${next.kind}`}
        </button>
      )}
      <button type="button" className="btn" onClick={() => setAsking(true)}>
        其他月份或项目…
      </button>
      {asking && (
        <AskDialog
          title="生成批次"
          does="生成"
          doing="正在算…"
          isReady={/^\d{4}-\d{2}$/.test(month)}
          onAsked={() => void open(kind, month)}
          onClose={() => setAsking(false)}
          {...{ busy, problem }}
        >
          <PickField
            id="pay-kind"
            label="项目"
            value={kind}
            options={KINDS.map((one) => ({ value: one, words: one }))}
            onChange={setKind}
          />
          <TextField id="pay-month" label="发放月" type="month" value={month} onChange={setMonth} />
          {wantsStart && <Start month={month} />}
        </AskDialog>
      )}
    </>
  );
}

/** A township without imported payments says from which month it keeps its ledger here. */
function Start({ month }: { month: string }) {
  const { division } = useScope();
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const { problem, busy, act } = useAct(setSaid);
  return (
    <div className="note check pay-start">
      <p>从 {month} 起由本系统记账。以前各月只核对，不补发。</p>
      <TextField id="start-reason" label="理由（如：以前用纸质账）" value={reason} onChange={setReason} />
      <button
        type="button"
        className="btn s"
        disabled={busy || reason.trim().length < 2}
        onClick={() =>
          void act(() => nameStart(division, month, reason.trim()), '已写明首月，再点「生成」。')
        }
      >
        写明首月
      </button>
      <p role="status" className={problem.length > 0 ? 'stop' : 'done'}>
        {problem.join('') || said}
      </p>
    </div>
  );
}
