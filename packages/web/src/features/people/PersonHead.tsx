import { parseIsoMonth } from '@shuangyong/values';
import type { ReactNode } from 'react';
import { GoLink } from '../../app/links.tsx';
import { useScope } from '../../app/scope.ts';
import { Icon, Masked, Shape, usePrint } from '../../components/index.ts';
import { useShortcuts } from '../../lib/shortcuts.ts';
import { DueAnswer } from '../../why/DueAnswer.tsx';
import { type Person, reveal } from './data.ts';
import { Neighbours } from './Neighbours.tsx';
import { PersonSheets } from './PersonSheets.tsx';
import { Waits } from './Waits.tsx';
import { tailOf } from './words.ts';

export type Doing = 'paper' | 'correct' | 'event' | 'proof' | 'void' | 'why' | 'account';

interface PersonHeadProps {
  readonly person: Person;
  readonly may: (action: string) => boolean;
  readonly hasRight: boolean;
  readonly onStart: (doing: Doing) => void;
  /** What the last step did, in words. */
  readonly said: string;
}

/** Two quiet lines of facts, four answers with what can be done, and what is held or waits. */
export function PersonHead({ person, may, hasRight, onStart, said }: PersonHeadProps) {
  return (
    <header className="people-head">
      <div className="row gap4 people-facts">
        <span className="t2">
          <GoLink to="/people">人员</GoLink>　/
        </span>
        <h1>{person.name}</h1>
        <span>{person.sex ?? '性别不详'}</span>
        <span>{person.age === null ? '年龄不详' : `${person.age} 岁`}</span>
        <span>{person.village ?? '村不详'}</span>
        <span>{person.categories.join('、')}</span>
        <b>{stateWords(person)}</b>
        {person.diedOn !== null && <b>{person.diedOn} 去世</b>}
        <span className="grow" />
        <Neighbours person={person} />
      </div>
      <Numbers person={person} may={may} onStart={onStart} />
      <div className="people-answers">
        <Answers person={person} onStart={onStart} />
        <span className="grow" />
        <Actions person={person} may={may} hasRight={hasRight} onStart={onStart} />
      </div>
      <Waits person={person} may={may} onStart={onStart} />
      <p role="status" className={said === '' ? 'sr' : 'people-said done'}>
        {said}
      </p>
    </header>
  );
}

/** A registration merged away draws nothing of its own. */
function stateWords({ state, mergedInto }: Person): string {
  return mergedInto === null ? state : '已合并';
}

function Numbers({ person, may, onStart }: Pick<PersonHeadProps, 'person' | 'may' | 'onStart'>) {
  const { division } = useScope();
  const mayReveal = may('people.reveal');
  const numbers = [
    { field: 'identity', what: '身份证号', label: '身份证', masked: person.identity },
    { field: 'phone', what: '联系电话', label: '电话', masked: person.phone },
  ] as const;
  return (
    <div className="row gap5 wrap t2 people-facts">
      {numbers.map(({ field, what, label, masked }) => (
        <span key={field}>
          {label}{' '}
          {masked === null || !mayReveal ? (
            (masked ?? '不详')
          ) : (
            <Masked
              masked={masked}
              what={what}
              reveal={(reason) => reveal(division, person.id, field, reason)}
            />
          )}
        </span>
      ))}
      <span>出生 {person.bornOn ?? '不详'}</span>
      <span>
        账号 {person.account === null ? '不详' : `尾号 ${tailOf(person.account)}`}{' '}
        {may('pay.read') && (
          <button type="button" className="lnk" onClick={() => onStart('account')}>
            账号的每一版
          </button>
        )}
      </span>
      {person.mergedIds.length > 0 && (
        <span>
          并入 {person.mergedIds.length} 份重复登记{' '}
          <GoLink to="/people/duplicates" search={{ show: 'merged' }}>
            看合并
          </GoLink>
        </span>
      )}
    </div>
  );
}

function Answer({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <div className="t2">{label}</div>
      <div className="row people-answer">{children}</div>
    </div>
  );
}

function Answers({ person, onStart }: { person: Person; onStart: (doing: Doing) => void }) {
  const since = person.rights
    .filter((right) => right.inForce)
    .map((right) => String(right.cells.from_month ?? ''))
    .sort()[0];
  const { asOf } = useScope();
  const month = parseIsoMonth(asOf.slice(0, 7));
  return (
    <>
      {month !== undefined && (
        <Answer label={`${asOf.slice(0, 7)} 应发`}>
          <DueAnswer personId={person.id} month={month} onWhy={() => onStart('why')} />
        </Answer>
      )}
      <Answer label="待遇">
        <b className="fs-l">{stateWords(person)}</b>
        {since !== undefined && <span className="t2">{since} 起</span>}
      </Answer>
      <Answer label="已发至">
        <b className="fs-l">{person.paidThrough ?? '—'}</b>
      </Answer>
      <Answer label="上次走访">
        {person.lastVisit === null ? (
          <span className="check">
            <Shape kind="none" /> 从未
          </span>
        ) : (
          person.lastVisit
        )}
      </Answer>
      <Answer label="材料">
        {person.missing.length === 0 ? (
          '不缺'
        ) : (
          <button
            type="button"
            className="lnk"
            onClick={() => onStart(person.missing.includes('认定材料') ? 'paper' : 'correct')}
          >
            缺 {person.missing.length} 项：{person.missing.join('、')}
          </button>
        )}
      </Answer>
    </>
  );
}

function Actions({ person, may, hasRight, onStart }: Omit<PersonHeadProps, 'said'>) {
  const { divisionName, asOf } = useScope();
  const print = usePrint();
  const run = () => print(<PersonSheets person={person} office={divisionName} asOf={asOf} />);
  useShortcuts({ p: { words: '印一人一档', run } });
  const isHeld = person.holds.length > 0;
  return (
    <div className="row gap2">
      {may('papers.write') && hasRight && (
        <button type="button" className="btn" onClick={() => onStart('paper')}>
          挂材料 A
        </button>
      )}
      {may('records.write') && hasRight && (
        <button type="button" className="btn" onClick={() => onStart('correct')}>
          更正 E
        </button>
      )}
      {may('people.write') && !isHeld && (
        <button type="button" className="btn" onClick={() => onStart('event')}>
          去世/迁出 D
        </button>
      )}
      <button type="button" className="btn" onClick={run}>
        <Icon name="print" /> 印 P
      </button>
    </div>
  );
}
