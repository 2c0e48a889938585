import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { errorWords } from '../../api/errors.ts';
import { useScope } from '../../app/scope.ts';
import {
  Beside,
  type Column,
  DataTable,
  Empty,
  Money,
  PageBar,
  Part,
  Tabs,
  useFilter,
  useOpenRow,
} from '../../components/index.ts';
import { tabsQuery } from './data.ts';
import { MergePanel } from './MergePanel.tsx';
import './people.css';
import { PeopleTabs } from './PeopleTabs.tsx';
import { TwinPanel } from './TwinPanel.tsx';
import { type Merge, mergesQuery, pairsQuery, type TwinPair, undoMerge } from './twins.ts';

/** 疑似重复: two registrations that may be one person, and the merges that can be taken back. */
export function Page() {
  const { division, asOf } = useScope();
  const tabs = useQuery(tabsQuery(division, asOf)).data;
  const pairs = useQuery(pairsQuery(division));
  const merges = useQuery(mergesQuery(division));
  const [show] = useFilter('show');
  const [told, setTold] = useState<Told>();
  return (
    <div className="page-fill">
      <PageBar tabs={<PeopleTabs current="duplicates" counts={tabs} />} />
      <div className="bar people-sub">
        <Tabs
          small
          current={show === 'merged' ? 'merged' : 'open'}
          items={[
            { key: 'open', label: '待认定', count: pairs.data?.length, search: {} },
            { key: 'merged', label: '已合并', count: merges.data?.length, search: { show: 'merged' } },
          ]}
        />
        <span className="grow" />
        {told && <Said key={told.words} told={told} onOver={() => setTold(undefined)} />}
      </div>
      <div className="fill-part">
        {show === 'merged' ? (
          <Part query={merges}>{(all) => <Merges merges={all} onTold={setTold} />}</Part>
        ) : (
          <Part query={pairs}>{(all) => <Pairs pairs={all} onTold={setTold} />}</Part>
        )}
      </div>
    </div>
  );
}

/** What was just done; a merge can be taken back from here for ten seconds. */
export interface Told {
  readonly words: string;
  readonly aliasId?: string;
}

const UNDO_MS = 10_000;

function Said({ told, onOver }: { told: Told; onOver: () => void }) {
  const { division } = useScope();
  const [isFresh, setIsFresh] = useState(true);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setIsFresh(false), UNDO_MS);
    return () => clearTimeout(timer);
  }, []);
  const undo = async (aliasId: string) => {
    try {
      await undoMerge(division, aliasId);
      onOver();
    } catch (fault) {
      setProblem(errorWords(fault).join(''));
    }
  };
  const { aliasId } = told;
  return (
    <span role="status" className="row gap2">
      <span className={problem === '' ? 'done' : 'stop'}>{problem || told.words}</span>
      {aliasId !== undefined && isFresh && (
        <button type="button" className="lnk" onClick={() => void undo(aliasId)}>
          撤销
        </button>
      )}
    </span>
  );
}

const PAIRS: readonly Column<TwinPair>[] = [
  { key: 'name', title: '姓名', width: 100, strong: true, cell: ({ left }) => left.name },
  { key: 'why', title: '为什么', width: 200, cell: ({ why }) => why },
  { key: 'left', title: '身份证号', cell: ({ left }) => left.identity ?? '不详' },
  { key: 'right', title: '另一个号', cell: ({ right }) => right.identity ?? '不详' },
  {
    key: 'double',
    title: '多发（元）',
    width: 128,
    number: true,
    cell: ({ doublePayments, doubleFen }) => (doublePayments === 0 ? '—' : <Money fen={doubleFen} plain />),
  },
];

const keyOf = ({ left, right }: TwinPair) => `${left.id}.${right.id}`;

function Pairs({ pairs, onTold }: { pairs: readonly TwinPair[]; onTold: (told: Told) => void }) {
  const { open, list } = useOpenRow(pairs, keyOf);
  return (
    <Beside panel={open && <TwinPanel key={keyOf(open)} pair={open} onTold={onTold} />}>
      <DataTable
        label="疑似重复"
        {...list}
        columns={PAIRS}
        foot={<b>{pairs.length} 对</b>}
        empty={<Empty words="没有疑似重复的。姓名相同、出生日期或账号也相同的两个号码，会列在这里。" />}
      />
    </Beside>
  );
}

const MERGES: readonly Column<Merge>[] = [
  { key: 'on', title: '合并', width: 128, quiet: true, cell: ({ mergedOn }) => mergedOn },
  { key: 'name', title: '姓名', width: 100, strong: true, cell: ({ into }) => into.name },
  { key: 'into', title: '留下的号', cell: ({ into }) => into.identity ?? '不详' },
  { key: 'from', title: '并入的号', cell: ({ from }) => from.identity ?? '不详' },
  { key: 'by', title: '谁合并', width: 92, cell: ({ mergedBy }) => mergedBy },
];

function Merges({ merges, onTold }: { merges: readonly Merge[]; onTold: (told: Told) => void }) {
  const { open, list } = useOpenRow(merges, (merge) => merge.id);
  return (
    <Beside panel={open && <MergePanel key={open.id} merge={open} onTold={onTold} />}>
      <DataTable
        label="已合并"
        {...list}
        columns={MERGES}
        foot={<b>{merges.length} 次合并</b>}
        empty={<Empty words="没有合并过的人。" />}
      />
    </Beside>
  );
}
