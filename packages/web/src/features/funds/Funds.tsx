import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope, useSetSearch } from '../../app/scope.ts';
import {
  Beside,
  type Column,
  DataTable,
  DoneLine,
  Empty,
  FilterLine,
  fixedRows,
  ListPage,
  Money,
  Tabs,
  TextField,
} from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import '../pay/pay.css';
import { ReasonDialog } from '../pay/Reason.tsx';
import {
  type Fund,
  type Funds,
  fundsQuery,
  KINDS,
  LEVELS,
  levelSum,
  levelWords,
  sumOf,
  undoFund,
} from './data.ts';
import './funds.css';
import { NewFundPanel } from './NewFundPanel.tsx';

const PATH = '/pay/funds';

/** 到账资金: what arrived in the year from which level for what, and each line of it. */
export function Page() {
  const { division, year } = useScope();
  const query = useQuery(fundsQuery(division, year));
  return (
    <ListPage tabs={<Tabs items={tabsBeside(PATH)} current={PATH} />} query={query}>
      {(found) => <List found={found} />}
    </ListPage>
  );
}

function List({ found }: { found: Funds }) {
  const { year } = useScope();
  const { user } = useSession();
  const [entering, setEntering] = useState(false);
  const [undoing, setUndoing] = useState<Fund>();
  const [said, setSaid] = useState('');
  const setSearch = useSetSearch();
  const mayWrite = user?.actions.includes('pay.make') === true;
  useShortcuts(mayWrite ? { n: { words: '记一笔到账', run: () => setEntering(true) } } : {});
  const columns = mayWrite ? [...COLUMNS, undoColumn(setUndoing)] : COLUMNS;
  return (
    <>
      <FilterLine
        actions={
          mayWrite && (
            <button type="button" className="btn pri" onClick={() => setEntering(true)}>
              记一笔 N
            </button>
          )
        }
      >
        <span className="t2">
          {year} 年到账 <Money fen={levelSum(found) ?? 0} />
        </span>
      </FilterLine>
      <DoneLine words={said} />
      <Sums found={found} />
      <Beside
        panel={
          entering && (
            <NewFundPanel
              onClose={() => setEntering(false)}
              onDone={(words, of) => {
                setSaid(words);
                setEntering(false);
                setSearch({ year: of });
              }}
            />
          )
        }
      >
        <DataTable
          label="到账资金"
          rows={fixedRows(found.funds)}
          columns={columns}
          rowKey={({ id }) => id}
          foot={<b>{found.funds.length} 笔</b>}
          sorts={[{ value: 'day', words: '新的在前' }]}
          empty={<Empty words="这一年还没有记到账资金。上级拨款到了，按 N 记一笔。" />}
        />
      </Beside>
      {undoing && <UndoDialog fund={undoing} onClose={() => setUndoing(undefined)} onDone={setSaid} />}
    </>
  );
}

/** Kinds down, levels across. */
function Sums({ found }: { found: Funds }) {
  const kinds = KINDS.filter((kind) => sumOf(found, kind) !== undefined);
  if (kinds.length === 0) return null;
  return (
    <table className="t in funds-sums">
      <thead>
        <tr>
          <th scope="col">用于（元）</th>
          {LEVELS.map(({ level, words }) => (
            <th key={level} scope="col" className="r">
              {words}
            </th>
          ))}
          <th scope="col" className="r">
            合计
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <td>{kind}</td>
            {LEVELS.map(({ level }) => (
              <td key={level} className="r">
                <Money fen={sumOf(found, kind, level)} plain missing="—" />
              </td>
            ))}
            <td className="r b">
              <Money fen={sumOf(found, kind)} plain missing="—" />
            </td>
          </tr>
        ))}
        {kinds.length > 1 && (
          <tr>
            <td className="b">合计</td>
            {LEVELS.map(({ level }) => (
              <td key={level} className="r b">
                <Money fen={levelSum(found, level)} plain missing="—" />
              </td>
            ))}
            <td className="r b">
              <Money fen={levelSum(found)} plain />
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const COLUMNS: readonly Column<Fund>[] = [
  { key: 'day', title: '到账日', width: 112, cell: ({ onDay }) => onDay },
  { key: 'level', title: '哪一级', width: 80, cell: ({ level }) => levelWords(level) },
  { key: 'kind', title: '用于', width: 112, strong: true, cell: ({ kind }) => kind },
  { key: 'fen', title: '金额（元）', width: 140, number: true, cell: ({ fen }) => <Money fen={fen} plain /> },
  { key: 'no', title: '文号', cell: ({ documentNo }) => documentNo ?? '—' },
  { key: 'papers', title: '佐证', width: 64, cell: ({ papers }) => (papers > 0 ? '有' : '无') },
  { key: 'by', title: '谁记', width: 84, quiet: true, cell: ({ by }) => by },
];

function undoColumn(onUndo: (fund: Fund) => void): Column<Fund> {
  return {
    key: 'undo',
    title: '',
    width: 132,
    cell: (fund) =>
      fund.undoneBecause === null ? (
        <button type="button" className="lnk t2" onClick={() => onUndo(fund)}>
          冲销
        </button>
      ) : (
        <span className="t2" title={fund.undoneBecause}>
          已冲销：{fund.undoneBecause}
        </span>
      ),
  };
}

interface UndoDialogProps {
  readonly fund: Fund;
  readonly onClose: () => void;
  readonly onDone: (words: string) => void;
}

function UndoDialog({ fund, onClose, onDone }: UndoDialogProps) {
  const { division } = useScope();
  const { problem, busy, act } = useAct(onDone);
  const undo = async (reason: string) => {
    const words = '已冲销，原来的一笔留着，不再计数。';
    if (await act(() => undoFund(division, fund.id, reason), words)) onClose();
  };
  return (
    <ReasonDialog
      title={`冲销 ${fund.onDay} ${levelWords(fund.level)} ${fund.kind}`}
      button="冲销"
      onGive={(reason) => void undo(reason)}
      {...{ problem, busy, onClose }}
    />
  );
}
