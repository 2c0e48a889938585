import { useState } from 'react';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { DetailPanel, Icon, Money } from '../../components/index.ts';
import '../kept/kept.css';
import { categoryWords } from '../people/words.ts';
import { type Debt, type DebtRecovery, letterAddress, type May } from './data.ts';
import { type Doing, Forms } from './Forms.tsx';
import { monthsOf, ONE_PERSON, recoveryWords, STATE_WORDS, stepWords } from './words.ts';

interface DebtPanelProps {
  readonly debt: Debt;
  readonly isSetOff: boolean;
  readonly onDone: (words: string) => void;
}

/** One debtor: which months, what was done and came in, and what this user may do next. */
export function DebtPanel({ debt, isSetOff, onDone }: DebtPanelProps) {
  const { division } = useScope();
  const [doing, setDoing] = useState<Doing>();
  const { person, openFen, state } = debt;
  const facts = [
    person.village ?? '村不详',
    person.idMasked,
    person.diedOn && `${person.diedOn} 去世`,
  ].filter(Boolean);
  return (
    <DetailPanel title={`追回 ${person.name}`} note={STATE_WORDS[state]}>
      <div className="claims-one">
        <p className="t2">
          <GoLink to={`/people/${person.id}`}>{person.name}</GoLink>　{facts.join('　')}　还差{' '}
          <b>
            <Money fen={openFen} />
          </b>
        </p>
        <Months debt={debt} />
        <Done debt={debt} onUndo={(recovery) => setDoing({ what: 'undo', recovery })} />
        {openFen > 0 && (
          <div className="claims-acts">
            <div className="row gap2 wrap">
              <a className="btn" href={letterAddress(division, debt)}>
                <Icon name="print" /> 追回告知书
              </a>
              <Acts debt={debt} onStart={(what) => setDoing({ what })} />
            </div>
            <Hands may={debt.may.act} words="告知、计划、收款" />
            {debt.may.paper.ok ? (
              <p className="t2">核销：{ONE_PERSON}</p>
            ) : (
              <Hands may={debt.may.writeOff} words="核销" />
            )}
            {!isSetOff && <p className="t2">没有开「追回从发放中相抵」：计划只作约定，发放照发。</p>}
          </div>
        )}
      </div>
      {doing && <Forms debt={debt} doing={doing} onClose={() => setDoing(undefined)} onDone={onDone} />}
    </DetailPanel>
  );
}

interface ActsProps {
  readonly debt: Debt;
  readonly onStart: (what: Exclude<Doing['what'], 'undo'>) => void;
}

function Acts({ debt: { may, steps, state }, onStart }: ActsProps) {
  const isTold = steps.some(({ step }) => step === 'notice');
  return (
    <>
      {may.act.ok && (
        <>
          <button type="button" className={isTold ? 'btn' : 'btn pri'} onClick={() => onStart('notice')}>
            {isTold ? '再送一次' : '告知书已送达'}
          </button>
          {isTold && (
            <button type="button" className="btn" onClick={() => onStart('plan')}>
              定还款计划
            </button>
          )}
          <button type="button" className="btn" onClick={() => onStart('cash')}>
            收现金
          </button>
          <button type="button" className="btn" onClick={() => onStart('propose')}>
            报请核销
          </button>
        </>
      )}
      {(may.writeOff.ok || may.paper.ok) && (
        <button
          type="button"
          className={state === 'proposed' ? 'btn pri' : 'btn'}
          onClick={() => onStart('writeOff')}
        >
          {may.writeOff.ok ? '核销' : '纸质核销'}
        </button>
      )}
    </>
  );
}

/** In place of the buttons: whose step it is. */
function Hands({ may, words }: { may: May; words: string }) {
  return may.ok ? null : (
    <p className="t2">
      {words}：{may.why}
    </p>
  );
}

function Months({ debt }: { debt: Debt }) {
  return (
    <>
      <h3>多发的月份</h3>
      <table className="t in">
        <thead>
          <tr>
            <th scope="col">月份</th>
            <th scope="col">项目</th>
            <th scope="col">从哪批发的</th>
            <th scope="col" className="r">
              应追(元)
            </th>
            <th scope="col" className="r">
              还差(元)
            </th>
          </tr>
        </thead>
        <tbody>
          {monthsOf(debt.claims).map(({ month, kind, fen, openFen, paidIn, isOpening }) => (
            <tr key={`${month} ${kind}`}>
              <td>{month}</td>
              <td>{categoryWords([kind])}</td>
              <td>
                {paidIn.length === 0 && (isOpening ? '记账以前' : '发放记录')}
                {paidIn.map(({ batchId, number }) => (
                  <GoLink key={batchId} to={`/pay/b/${batchId}`}>
                    {number}
                  </GoLink>
                ))}
              </td>
              <td className="r">
                <Money fen={fen} plain />
              </td>
              <td className="r">
                <Money fen={openFen} plain />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Done({ debt, onUndo }: { debt: Debt; onUndo: (recovery: DebtRecovery) => void }) {
  const { steps, recoveries, may } = debt;
  if (steps.length + recoveries.length === 0) return null;
  const mayUndo = ({ kind, isUndone }: DebtRecovery) =>
    !isUndone && ((kind === 'cash' && may.undoCash.ok) || (kind === 'write_off' && may.undoWriteOff.ok));
  return (
    <>
      <h3>办过的</h3>
      <ul className="kept-list">
        {steps.map((step) => (
          <li key={`${step.step} ${step.on} ${step.by} ${step.monthlyCapFen} ${step.reason}`}>
            {step.on} {stepWords(step)}　<span className="t2">{step.by}</span>
            <Why {...step} />
          </li>
        ))}
        {recoveries.map((recovery) => (
          <li key={recovery.ids[0]}>
            {recovery.on} {recoveryWords(recovery)} <Money fen={recovery.fen} />
            {recovery.isUndone && <b>（已撤回）</b>}　<span className="t2">{recovery.by}</span>{' '}
            {mayUndo(recovery) && (
              <button type="button" className="lnk" onClick={() => onUndo(recovery)}>
                撤回
              </button>
            )}
            <Why {...recovery} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Why({ reason, paperId, paperTitle }: Pick<DebtRecovery, 'reason' | 'paperId' | 'paperTitle'>) {
  if (reason === null && paperId === null) return null;
  return (
    <div className="t2">
      {reason}
      {paperId !== null && (
        <>
          {'　'}材料 <GoLink to={`/archive/r/paper/${paperId}`}>{paperTitle ?? '打开'}</GoLink>
        </>
      )}
    </div>
  );
}
