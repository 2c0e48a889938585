import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { useScope } from '../../app/scope.ts';
import { Money, TextField } from '../../components/index.ts';
import { nameStart } from '../pay/data.ts';
import { DebtForm } from './DebtForm.tsx';
import type { Begin } from './data.ts';

/** 启用: from which month this program keeps the books, and what people owed before that. */
export function Start({ begin }: { begin: Begin }) {
  const { user } = useSession();
  const [said, setSaid] = useState('');
  const may = (action: string) => user?.actions.includes(action) === true;
  return (
    <div className="periods-start">
      <section>
        <h2>从哪个月起记账</h2>
        <First begin={begin} />
        {may('pay.make') && begin.importedThrough === null && !begin.isPosted && (
          <Name key={begin.named?.month ?? ''} begin={begin} />
        )}
      </section>
      <section>
        <h2>以前多发、还没有收回的</h2>
        <p className="t2 people-reason">
          启用以前多发的，逐人逐月带进来，马上列入追回。启用以后多发的不用写，系统自己会列。
        </p>
        <p role="status" className={said === '' ? 'sr' : 'done'}>
          {said}
        </p>
        {may('pay.approve') ? (
          <DebtForm onDone={setSaid} />
        ) : (
          <p className="t2">带进以前的欠款由批准的人办，要附材料。</p>
        )}
      </section>
      <Openings begin={begin} />
    </div>
  );
}

function First({ begin: { named, importedThrough, isPosted } }: { begin: Begin }) {
  if (importedThrough !== null)
    return (
      <p className="people-reason">
        导入过发放记录，到 <b>{importedThrough}</b>{' '}
        止。每人每项从自己最后一次发放的次月起由本系统记账，不用另写。
        {isPosted && ' 已经记过账，首月不再变。'}
      </p>
    );
  if (named === null)
    return <p className="people-reason check">还没有导入发放记录，也没有写明首月：先写明，才能生成批次。</p>;
  return (
    <p className="people-reason">
      从 <b>{named.month}</b> 起由本系统记账。{named.on} {named.by} 写明：{named.reason}。
      {isPosted ? ' 已经记过账，首月不再变。' : ' 还没有记过账，可以改写，以最后一次为准。'}
    </p>
  );
}

function Name({ begin }: { begin: Begin }) {
  const { division } = useScope();
  const { today } = useSession();
  const [month, setMonth] = useState(begin.named?.month ?? today.slice(0, 7));
  const [reason, setReason] = useState('');
  const { problem, busy, act } = useAct();
  return (
    <form
      className="people-reason"
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => nameStart(division, month, reason.trim()), '');
      }}
    >
      <TextField
        id="first"
        label="首月"
        hint="这个月起由本系统算应发；以前各月只核对，不补发。"
        type="month"
        value={month}
        onChange={setMonth}
      />
      <TextField
        id="firstReason"
        label="理由"
        placeholder="如：以前用纸质账"
        value={reason}
        onChange={setReason}
      />
      <p role="alert" className="stop">
        {problem.join('')}
      </p>
      <button type="submit" className="btn pri" disabled={busy || month === '' || reason.trim().length < 2}>
        {begin.named === null ? '写明首月' : '改写首月'}
      </button>
    </form>
  );
}

function Openings({ begin: { openings } }: { begin: Begin }) {
  if (openings.length === 0) return null;
  return (
    <table className="t in periods-openings">
      <caption>带进来的 {openings.length} 笔</caption>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">项目</th>
          <th scope="col">多发到</th>
          <th scope="col" className="r">
            金额（元）
          </th>
          <th scope="col" className="r">
            还没有收回（元）
          </th>
          <th scope="col">谁记</th>
        </tr>
      </thead>
      <tbody>
        {openings.map(({ person, kind, month, fen, openFen, by, on }) => (
          <tr key={`${person.id} ${kind} ${month} ${on} ${fen}`}>
            <td>{person.name}</td>
            <td>{kind}</td>
            <td>{month}</td>
            <td className="r">
              <Money fen={fen} plain />
            </td>
            <td className="r">
              <Money fen={openFen} plain />
            </td>
            <td className="t2">
              {on} {by}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
