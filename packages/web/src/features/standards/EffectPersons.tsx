import { Fragment } from 'react';
import { GoLink } from '../../app/links.tsx';
import { Money } from '../../components/index.ts';
import type { Effect, EffectKind } from './data.ts';
import { PrintEffect } from './PrintEffect.tsx';
import { Was } from './Was.tsx';

interface EffectPersonsProps {
  readonly effect: Effect;
  readonly kind: EffectKind;
  readonly title: string;
}

/** Everybody an effect names, those with most money first, and the sheet to print. */
export function EffectPersons({ effect, kind, title }: EffectPersonsProps) {
  const { persons, people } = effect;
  return (
    <>
      <div className="row">
        <h3 className="grow">人员 {people > persons.length ? `（差额最大的 ${persons.length} 人）` : ''}</h3>
        <PrintEffect effect={effect} title={title} />
      </div>
      <table className="std-grid std-people">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">类别</th>
            <th scope="col">月份</th>
            {kind !== 'derived' && (
              <th scope="col" className="r">
                原 → 新（元）
              </th>
            )}
            <th scope="col" className="r">
              {kind === 'derived' ? '应发（元）' : '差（元）'}
            </th>
          </tr>
        </thead>
        <tbody>
          {persons.map((person) => (
            <tr key={person.id}>
              <td>
                <GoLink to={`/people/${person.id}`}>{person.name}</GoLink>
                <span className="t2"> {person.idTail ?? ''}</span>
              </td>
              <td>{person.category}</td>
              <td>
                {person.from} 至 {person.to}，{person.months} 个月
              </td>
              {kind !== 'derived' && (
                <td className="r">
                  <Was {...person} personMonths={person.months} plain /> → <Money fen={person.isFen} plain />
                </td>
              )}
              <td className="r">
                <Money fen={person.isFen - person.wasFen} plain />
                {kind === 'package' && person.arrearsFen !== 0 && (
                  <Fragment>
                    <br />
                    <small className="t2">
                      以前月份 <Money fen={person.arrearsFen} plain />
                    </small>
                  </Fragment>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
