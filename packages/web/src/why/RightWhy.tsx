import { basisWords, type Part } from '@shuangyong/policy/tell';
import { fen as fenOf, yuanDisplay } from '@shuangyong/values';
import { Note } from '../components/index.ts';
import type { ToldRight } from './data.ts';

/** The yearly allowance of a soldier's family: drawn by this person, for the soldier's service. */
export function FamilyWhy({ told }: { told: ToldRight }) {
  return (
    <section className="why">
      <h3>义务兵家庭优待金</h3>
      <dl className="kv">
        <dt>事实</dt>
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

/** One right in a month: facts, rates with their documents, what it comes to, and what it was the month before. */
export function RightWhy({ told, before, papers }: RightWhyProps) {
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
  const amount = yuanDisplay(fenOf(Math.abs(more)));
  return (
    <p className="t2">
      {before.month} 是 {before.amount}，本月{more > 0 ? '多' : '少'} {amount}。
    </p>
  );
}
