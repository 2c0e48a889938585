import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Money, Note, PrintPage, usePrint } from '../../components/index.ts';
import { monthTitle } from '../pay/texts.ts';
import { accountWords, movesTold, type Periods } from './data.ts';

/** The month on the screen: what keeps it from closing, what moved, what stands at its end, and both columns. */
export function Balance({ found }: { found: Periods }) {
  const { month, next, blockers, closed, held } = found;
  const isClosed = closed.some((one) => one.month === month);
  return (
    <section className="periods-balance" aria-label={`${monthTitle(month)}试算`}>
      <div className="row gap3">
        <h2 className="grow">
          {monthTitle(month)}　{isClosed ? '已结账' : '没有结'}
        </h2>
        <Print found={found} />
      </div>
      {month === next &&
        blockers.map(({ code, words }) => (
          <Note key={code} kind="stop" action={<GoLink to="/pay">去批次</GoLink>}>
            {words}
          </Note>
        ))}
      {month === next && held.lines > 0 && (
        <Note kind="check">
          还缓发着 {held.lines} 笔 <Money fen={held.fen} />
          ，没有放行的，钱留到下一批。
        </Note>
      )}
      <div className="periods-tables">
        <Moves found={found} />
        <Standing found={found} />
        <Columns found={found} />
      </div>
      {isClosed && (
        <p className="t2">
          结账时各行记账的校验码 {closed.find((one) => one.month === month)?.hash.slice(0, 8)}
        </p>
      )}
    </section>
  );
}

function Moves({ found }: { found: Periods }) {
  const told = movesTold(found.moves);
  return (
    <table className="t in">
      <caption>这个月发生的</caption>
      <thead>
        <tr>
          <th scope="col">事项</th>
          <th scope="col" className="r">
            笔数
          </th>
          <th scope="col" className="r">
            金额（元）
          </th>
        </tr>
      </thead>
      <tbody>
        {told.length === 0 && (
          <tr>
            <td colSpan={3} className="t2">
              这个月没有记过账。
            </td>
          </tr>
        )}
        {told.map(({ of, words, note, count, fen }) => (
          <tr key={of}>
            <td>
              {words} {note !== '' && <span className="t2">{note}</span>}
            </td>
            <td className="r">{count}</td>
            <td className="r">
              <Money fen={fen} plain />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ found: { standing } }: { found: Periods }) {
  const rows = [
    { words: '欠本人、还没有发出', fen: standing.payableFen },
    { words: '在途，银行没有回话', fen: standing.transitFen },
    { words: '要向本人追回', fen: standing.claimFen },
  ];
  return (
    <table className="t in">
      <caption>月末还在的</caption>
      <tbody>
        {rows.map(({ words, fen }) => (
          <tr key={words}>
            <td>{words}</td>
            <td className="r">
              <Money fen={fen} plain />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const sumOf = (found: Periods, side: 'debitFen' | 'creditFen') =>
  found.balance.reduce((sum, one) => sum + one[side], 0);

function Columns({ found }: { found: Periods }) {
  return (
    <table className="t in">
      <caption>试算平衡</caption>
      <thead>
        <tr>
          <th scope="col">科目</th>
          <th scope="col" className="r">
            借方（元）
          </th>
          <th scope="col" className="r">
            贷方（元）
          </th>
        </tr>
      </thead>
      <tbody>
        {found.balance.map(({ account, debitFen, creditFen }) => (
          <tr key={account}>
            <td>{accountWords(account)}</td>
            <td className="r">
              <Money fen={debitFen} plain />
            </td>
            <td className="r">
              <Money fen={creditFen} plain />
            </td>
          </tr>
        ))}
        <tr>
          <td className="b">合计</td>
          {(['debitFen', 'creditFen'] as const).map((side) => (
            <td key={side} className="r b">
              <Money fen={sumOf(found, side)} plain />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** 试算平衡表 on paper, with places to sign. */
function Print({ found }: { found: Periods }) {
  const { divisionName } = useScope();
  const print = usePrint();
  const run = () =>
    print(
      <PrintPage
        title={`${monthTitle(found.month)}试算平衡表`}
        office={divisionName}
        rows={found.balance}
        rowKey={({ account }) => account}
        columns={[
          { key: 'account', title: '科目', cell: ({ account }) => accountWords(account), sum: '合计' },
          {
            ...{ key: 'debit', title: '借方（元）', mm: 45, align: 'right' },
            cell: ({ debitFen }) => <Money fen={debitFen} plain />,
            sum: <Money fen={sumOf(found, 'debitFen')} plain />,
          },
          {
            ...{ key: 'credit', title: '贷方（元）', mm: 45, align: 'right' },
            cell: ({ creditFen }) => <Money fen={creditFen} plain />,
            sum: <Money fen={sumOf(found, 'creditFen')} plain />,
          },
        ]}
        sign="制表 ____________　复核 ____________　批准 ____________"
      />,
    );
  return (
    <button type="button" className="btn s" onClick={run}>
      印试算表
    </button>
  );
}
