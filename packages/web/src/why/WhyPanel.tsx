import { lastDay, type Month, monthText, parseIsoMonth } from '@shuangyong/values';
import { useState } from 'react';
import { useSession } from '../api/session.ts';
import { useScope } from '../app/scope.ts';
import { DetailPanel, Icon, Note, Problem, usePrint } from '../components/index.ts';
import type { ToldRight } from './data.ts';
import { basisWords, type Part } from './tell.ts';
import { useWhy } from './useWhy.ts';
import { WhySheet } from './WhySheet.tsx';
import './why.css';
import { YearMonths } from './YearMonths.tsx';

interface WhyPanelProps {
  readonly personId: string;
  readonly name: string;
  readonly month: Month;
  readonly onMonth: (month: Month) => void;
  readonly onClose: () => void;
}

/** «为什么是这个数»: facts, rates with their documents, arithmetic and rounding of one month, also as known then. */
export function WhyPanel({ personId, name, month, onMonth, onClose }: WhyPanelProps) {
  const [asThen, setAsThen] = useState(false);
  const [isYear, setIsYear] = useState(false);
  const knownOn = asThen ? lastDay(month) : undefined;
  const { told, families, facts, problem } = useWhy(personId, (month - 1) as Month, month, knownOn);
  const now = told?.filter((one) => one.month === monthText(month)) ?? [];
  const before = told?.filter((one) => one.month !== monthText(month)) ?? [];
  const served = families.filter((one) => one.month === monthText(month));
  return (
    <DetailPanel title="为什么是这个数" note={monthText(month)} onClose={onClose}>
      <div className="why-ask">
        <label>
          <span className="t2">月份</span>{' '}
          <input
            type="month"
            className="field"
            value={monthText(month)}
            onChange={(event) => {
              const next = parseIsoMonth(event.target.value);
              if (next !== undefined) onMonth(next);
            }}
          />
        </label>
        <label className="tick">
          <input type="checkbox" checked={asThen} onChange={(event) => setAsThen(event.target.checked)} />
          只按当月底已知道的
        </label>
      </div>
      {problem !== null && <Problem problem={problem} />}
      {told === undefined && problem === null && <p className="t2">正在算…</p>}
      {told !== undefined && now.length + served.length === 0 && <p>这个人不在花名册上，没有要发的。</p>}
      {now.map((one) => (
        <RightWhy
          key={one.category}
          told={one}
          before={before.find(({ category }) => category === one.category)}
          papers={facts.data?.rights.find(({ category }) => category === one.category)?.rows ?? []}
        />
      ))}
      {now.length > 1 && (
        <p className="why-sum">
          <b>合计（元）</b>
          <b className="fs-l">{sumText(now)}</b>
        </p>
      )}
      {served.map((one) => (
        <FamilyWhy key={one.id} told={one} />
      ))}
      {now.length + served.length > 0 && (
        <Actions
          name={name}
          now={[...now, ...served.filter(({ outcome }) => outcome !== 'notDue')]}
          month={month}
          onYear={() => setIsYear(!isYear)}
        />
      )}
      {isYear && <YearMonths personId={personId} month={month} onMonth={onMonth} />}
    </DetailPanel>
  );
}

/** The known sum; what nobody can compute is not in it, and says so. */
function sumText(rights: readonly ToldRight[]): string {
  if (rights.some(({ outcome }) => outcome === 'unknown')) return '不详';
  const total = rights.reduce((sum, { fen }) => sum + fen, 0);
  return (total / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });
}

/** The yearly allowance of a soldier's family: drawn by this person, for the soldier's service. */
function FamilyWhy({ told }: { told: ToldRight }) {
  return (
    <section className="why">
      <dl className="kv">
        <dt>义务兵家庭优待金</dt>
        <dd>
          士兵 {told.soldier}，{told.since} 入伍，一年发一次
          {told.facts.map((fact) => (
            <span key={fact}>；{fact}</span>
          ))}
        </dd>
        <Rates told={told} />
      </dl>
      {told.outcome !== 'notDue' && <Lines told={told} />}
      <Notes told={told} />
    </section>
  );
}

interface RightWhyProps {
  readonly told: ToldRight;
  readonly before: ToldRight | undefined;
  readonly papers: readonly { readonly papers: readonly { readonly id: string; readonly title: string }[] }[];
}

function RightWhy({ told, before, papers }: RightWhyProps) {
  const proofs = papers.flatMap((row) => row.papers);
  return (
    <section className="why">
      <dl className="kv">
        <dt>事实</dt>
        <dd>
          {told.category}，{told.since} 起享受
          {told.facts.map((fact) => (
            <span key={fact}>；{fact}</span>
          ))}
          <div className="t2">
            {proofs.length === 0 ? '没有认定材料' : `材料：${proofs.map(({ title }) => title).join('、')}`}
          </div>
        </dd>
        <Rates told={told} />
      </dl>
      <Lines told={told} />
      {told.rounding !== null && <p className="t2">取整：{told.rounding}。</p>}
      <Compared told={told} before={before} />
      <Notes told={told} />
    </section>
  );
}

function Rates({ told }: { told: ToldRight }) {
  return (
    <>
      {told.parts.length > 0 && <dt>标准</dt>}
      {told.parts.length > 0 && (
        <dd>
          {told.parts.map((part) => (
            <Rate key={`${part.label} ${part.read} ${part.basis.title}`} part={part} />
          ))}
        </dd>
      )}
    </>
  );
}

function Lines({ told }: { told: ToldRight }) {
  return (
    <table className="why-lines">
      <tbody>
        {told.lines.map(({ label, amount }) => (
          <tr key={label}>
            <td>{label}</td>
            <td className="n">{amount}</td>
          </tr>
        ))}
        <tr className="total">
          <td>{told.outcome === 'unknown' ? '本月应发' : '本月应发（元）'}</td>
          <td className="n fs-l">{told.outcome === 'unknown' ? '不详' : told.amount}</td>
        </tr>
      </tbody>
    </table>
  );
}

function Notes({ told }: { told: ToldRight }) {
  return (
    <>
      {told.notes.map((note) =>
        told.outcome === 'notDue' ? (
          <p key={note}>{note}。</p>
        ) : (
          <Note key={note} kind="check">
            {note}
          </Note>
        ),
      )}
      {told.derived && (
        <Note kind="check">含推算的标准：没有找到正式文件，按已知的规则推出，等文件到后核对。</Note>
      )}
      {told.rule !== null && <p className="t2">依据 {basisWords(told.rule)}</p>}
    </>
  );
}

function Rate({ part }: { part: Part }) {
  const { label, read, reckoning, basis, derivation } = part;
  return (
    <div className="why-rate">
      <div>
        {label}　{read}
      </div>
      {reckoning !== '' && <div>{reckoning}</div>}
      <div className="t2">
        {basis.from} 起　{basisWords(basis)}
        {derivation !== null && <span className="check">　推算：{derivation}</span>}
      </div>
    </div>
  );
}

function Compared({ told, before }: { told: ToldRight; before: ToldRight | undefined }) {
  if (before === undefined || before.fen === told.fen || before.outcome === 'unknown') return null;
  const more = told.fen - before.fen;
  const amount = (Math.abs(more) / 100).toFixed(2);
  return (
    <p className="t2">
      {before.month} 是 {before.amount}，本月{more > 0 ? '多' : '少'} {amount}。
    </p>
  );
}

interface ActionsProps {
  readonly name: string;
  readonly now: readonly ToldRight[];
  readonly month: Month;
  readonly onYear: () => void;
}

function Actions({ name, now, month, onYear }: ActionsProps) {
  const print = usePrint();
  const { divisionName } = useScope();
  const { today } = useSession();
  return (
    <div className="row gap3">
      <button
        type="button"
        className="btn"
        onClick={() => print(<WhySheet name={name} rights={now} office={divisionName} printedOn={today} />)}
      >
        <Icon name="print" /> 印给本人（大字）
      </button>
      <button type="button" className="lnk" onClick={onYear}>
        看 {Math.floor(month / 12)} 年每个月
      </button>
    </div>
  );
}
