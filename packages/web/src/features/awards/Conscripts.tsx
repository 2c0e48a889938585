import type { Missing } from '@shuangyong/policy';
import { missingWords } from '@shuangyong/policy/tell';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useAct } from '../../api/useAct.ts';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Money } from '../../components/index.ts';
import { newKey } from '../pay/data.ts';
import './awards.css';
import { type ConscriptsPosted, decideConscripts } from './data.ts';

/** 优待金: nobody types an amount; the year's rate of the place decides for each family of a conscript. */
export function Conscripts() {
  const { division, year } = useScope();
  const { user } = useSession();
  const [posted, setPosted] = useState<ConscriptsPosted>();
  const [commandKey, setCommandKey] = useState(newKey);
  const { problem, busy, act } = useAct();
  const run = () =>
    act(async () => {
      setPosted(await decideConscripts(division, { commandKey, year }));
      setCommandKey(newKey());
    }, '');
  return (
    <div className="awards-left">
      <p>
        {year}{' '}
        年义务兵家庭优待金按本县标准和「义务兵优待金」台账里的在役人算，一名义务兵一笔，付给台账写的领款人。
        那一年已发过的不会再算。
      </p>
      <p role="alert" className="stop">
        {problem.join('')}
      </p>
      {user?.actions.includes('pay.make') === true ? (
        <p className="row gap3 people-reason">
          <button type="button" className="btn pri" disabled={busy} onClick={() => void run()}>
            {busy ? '正在算…' : `按标准定 ${year} 年优待金`}
          </button>
          <GoLink to="/pay/awards" search={{ kind: '优待金' }} className="lnk">
            看已定的
          </GoLink>
        </p>
      ) : (
        <p className="t2">要由经办定。</p>
      )}
      <div role="status">{posted && <Told posted={posted} />}</div>
    </div>
  );
}

function Told({ posted: { run, left } }: { posted: ConscriptsPosted }) {
  return (
    <>
      <p className={run === null ? 'check' : 'done'}>
        {run === null ? '这次没有要定的。' : `已定 ${run.lines} 笔 `}
        {run !== null && <Money fen={run.totalFen} />}
      </p>
      {left.length > 0 && (
        <>
          <h3 className="people-h3">没有定的 {left.length} 家，各缺什么</h3>
          <ul className="people-found">
            {byMissing(left).map(([missing, names]) => (
              <li key={missing}>
                <b>{missing}</b>
                <div>
                  {names.length} 家：{names.join('、')}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** Families that lack the same together. */
function byMissing(left: ConscriptsPosted['left']): readonly (readonly [string, readonly string[]])[] {
  const groups = new Map<string, string[]>();
  for (const { name, missing } of left) {
    const words = missing.map((one) => missingWords(one as Missing)).join('、');
    groups.set(words, [...(groups.get(words) ?? []), name]);
  }
  return [...groups];
}
