import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { GoLink, useGo } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Empty, Money, PageBar, Part, Tabs } from '../../components/index.ts';
import { tabsBeside } from '../ledger/ledgers.ts';
import './pay.css';
import { newKey, openBatch, type Raise, raiseQuery, recompute } from './data.ts';
import { monthTitle } from './texts.ts';

/** 补发: rates that were announced after their months had been posted; whom they concern and what they cost. */
export function Page() {
  const { division } = useScope();
  const query = useQuery(raiseQuery(division));
  return (
    <div className="page-fill pay-page">
      <PageBar tabs={<Tabs items={tabsBeside('/pay')} current="/pay" />} />
      <Part query={query} waiting="正在按新标准算各月…">
        {({ raise }) =>
          raise === null ? (
            <Empty words="没有要补的：标准公布以后的月份都按新标准记账了。">
              <GoLink to="/pay">回到批次</GoLink>
            </Empty>
          ) : (
            <Effect raise={raise} />
          )
        }
      </Part>
    </div>
  );
}

function Effect({ raise }: { raise: Raise }) {
  const { from, to, people, moreFen, lessFen, months, documents } = raise;
  return (
    <>
      <div className="page pay-arrears">
        <h1>
          {moreFen > 0 ? '标准提高，补发' : '标准有变'} {from === to ? from : `${from} 至 ${to}`}
        </h1>
        {documents.length > 0 && (
          <p>
            {documents.map(({ title, adoptedOn }) => (
              <span key={title}>
                依据：{title}（{adoptedOn} 采用）
              </span>
            ))}
          </p>
        )}
        <table className="t in">
          <thead>
            <tr>
              <th>月份</th>
              <th className="r">人数</th>
              <th className="r">补发(元)</th>
            </tr>
          </thead>
          <tbody>
            {months.map((one) => (
              <tr key={one.month}>
                <td>{one.month}</td>
                <td className="r">{one.people} 人</td>
                <td className="r">
                  <Money fen={one.fen} plain />
                </td>
              </tr>
            ))}
            <tr className="sum">
              <td>合计</td>
              <td className="r">{people} 人</td>
              <td className="r pay-total">
                <Money fen={moreFen - lessFen} plain />
              </td>
            </tr>
          </tbody>
        </table>
        <p className="t2">已去世、已迁出的，只补属于他们的那几个月。金额按名册和标准算，不能手填。</p>
      </div>
      <Foot raise={raise} />
    </>
  );
}

/** One button: a batch of its own, or the batch under way computed again, or why it has to wait. */
function Foot({ raise: { month, open, withMonth } }: { raise: Raise }) {
  const { division } = useScope();
  const { user } = useSession();
  const go = useGo();
  const [key] = useState(newKey);
  const { problem, busy, act } = useAct();
  const mayMake = user?.actions.includes('pay.make') === true;
  const canRecompute = open !== null && ['opened', 'sent_back'].includes(open.state);
  const generate = () =>
    act(async () => {
      const { batch } = await openBatch(division, '抚恤补助', month, key);
      go(`/pay/b/${batch}`);
    }, '');
  const again = (id: string) =>
    act(async () => {
      const { batch } = await recompute(division, id, key);
      go(`/pay/b/${batch}`);
    }, '');
  return (
    <div className="foot">
      <span className="t2">
        {open !== null && !canRecompute && (
          <>
            <GoLink to={`/pay/b/${open.id}`}>{open.number}</GoLink> 还没有办结，办结以后再生成补发批次。
          </>
        )}
        {open === null && withMonth && `${monthTitle(month)}的还没有发，和补发一起生成。`}
      </span>
      <span className="grow" />
      <span role="alert" className="stop">
        {problem.join('')}
      </span>
      {!mayMake && <span className="t2">生成批次由经办办理，您没有这个角色。</span>}
      {mayMake && open === null && (
        <button type="button" className="btn pri" disabled={busy} onClick={() => void generate()}>
          {busy ? '正在按名册和标准算…' : '生成补发批次'}
        </button>
      )}
      {mayMake && open !== null && canRecompute && (
        <button type="button" className="btn pri" disabled={busy} onClick={() => void again(open.id)}>
          {busy ? '正在重算…' : `重算 ${open.number}，把补发带上`}
        </button>
      )}
    </div>
  );
}
