import type { ReactNode } from 'react';
import { useState } from 'react';
import { GoLink } from '../../app/links.tsx';
import { Money } from '../../components/index.ts';
import type { RosterHit, RosterKind, RosterShown } from './data.ts';
import { Judge } from './Judge.tsx';
import { PrintRoster } from './PrintRoster.tsx';
import { VoidRoster } from './VoidRoster.tsx';
import { ACT_WORDS, bookWords, eventSearch, likenessWords, sinceWords } from './words.ts';

/** One comparison: who has the same number, who is alike, and how many rows name nobody of the roll. */
export function Shown({ shown, mayWrite }: { shown: RosterShown; mayWrite: boolean }) {
  const { roster, hits } = shown;
  const [judging, setJudging] = useState<RosterHit>();
  const same = hits.filter(({ likeness }) => likeness === 'same');
  const like = hits.filter(({ likeness }) => likeness === 'like');
  const { kind, rows, refused, absent, day, voidedBecause } = roster;
  return (
    <section aria-label="比对结果">
      <div className="row gap3 told">
        <p className="grow" role="status">
          <b>{kind}名册</b> {day} 比　{count(rows)} 行：完全一致 <b>{same.length}</b> 人，像是同一人{' '}
          <b>{like.length}</b> 人，不在册 {count(absent)} 行{refused > 0 && `，有格子读不出 ${refused} 行`}
          {voidedBecause !== null && <span className="check">　已作废：{voidedBecause}</span>}
        </p>
        <PrintRoster shown={shown} />
        {mayWrite && roster.isOwn && voidedBecause === null && <VoidRoster id={roster.id} />}
      </div>
      <p className="t2">只比，不停任何人。不在册的只记个数，不留姓名号码。</p>
      {same.length > 0 && (
        <Hits title="完全一致（身份证号相同）" hits={same} kind={kind}>
          {(hit) => (mayWrite && voidedBecause === null ? <Act hit={hit} /> : null)}
        </Hits>
      )}
      {like.length > 0 && (
        <Hits title="像是同一人（姓名、出生日期相同，号码缺或不同）" hits={like} kind={kind}>
          {(hit) => (
            <>
              <span className={hit.verdict === null ? 'check' : 't2'}>{likenessWords(hit)}</span>
              {mayWrite && voidedBecause === null && (
                <button type="button" className="btn s" onClick={() => setJudging(hit)}>
                  认一认
                </button>
              )}
              {mayWrite && hit.verdict?.verdict === 'confirmed' && <Act hit={hit} />}
            </>
          )}
        </Hits>
      )}
      {judging && <Judge id={roster.id} hit={judging} onClose={() => setJudging(undefined)} />}
    </section>
  );
}

const count = (value: number) => value.toLocaleString('zh-CN');

/** To the D panel of the person, with what the list says filled in. */
function Act({ hit }: { hit: RosterHit }) {
  if (hit.act === null) return <span className="t2">不用报</span>;
  return (
    <GoLink to={`/people/${hit.personId}`} search={eventSearch(hit)} className="btn s">
      {ACT_WORDS[hit.act]}
    </GoLink>
  );
}

interface HitsProps {
  readonly title: string;
  readonly hits: readonly RosterHit[];
  readonly kind: RosterKind;
  /** What can be done about a hit. */
  readonly children: (hit: RosterHit) => ReactNode;
}

function Hits({ title, hits, kind, children }: HitsProps) {
  return (
    <>
      <h2>{title}</h2>
      <table className="t in hits">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">身份证号</th>
            <th scope="col">村　类别</th>
            <th scope="col">名册日期</th>
            <th scope="col">台账写着</th>
            <th scope="col">已发至</th>
            <th scope="col">次月起已发</th>
            <th scope="col">怎样办</th>
          </tr>
        </thead>
        <tbody>
          {hits.map((hit) => (
            <tr key={`${hit.personId} ${hit.row}`} data-hit={hit.name}>
              <td className="b">
                <GoLink to={`/people/${hit.personId}`}>{hit.name}</GoLink>
              </td>
              <td className="nowrap">{hit.idMasked ?? '—'}</td>
              <td>
                {hit.village ?? '村不详'}　{hit.categories.join('、')}
              </td>
              <td className="nowrap">
                {hit.onDay ?? '没写'}
                <span className="t2"> 第 {hit.row} 行</span>
              </td>
              <td>{bookWords(kind, hit)}</td>
              <td className="nowrap">{hit.paidThrough ?? '没发过'}</td>
              <td className="nowrap">
                <Since hit={hit} />
              </td>
              <td className="does">{children(hit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Since({ hit }: { hit: RosterHit }) {
  const words = sinceWords(hit);
  if (words !== undefined) return <span className="t2">{words}</span>;
  return (
    <b className="stop">
      {hit.since?.months} 个月 <Money fen={hit.since?.fen} />
    </b>
  );
}
