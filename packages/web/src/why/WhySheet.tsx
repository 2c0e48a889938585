import type { ToldRight } from './data.ts';
import { basisWords } from './tell.ts';
import './why.css';

interface WhySheetProps {
  readonly name: string;
  readonly rights: readonly ToldRight[];
  readonly office: string;
  readonly printedOn: string;
}

/** 待遇计算说明: one sheet in big type for the person himself, without numbers of identity or account. */
export function WhySheet({ name, rights, office, printedOn }: WhySheetProps) {
  const month = rights[0]?.month ?? '';
  return (
    <section className="sheet why-sheet">
      <style>{'@page { size: A4 portrait; margin: 0 }'}</style>
      <h1>待遇计算说明</h1>
      <p>
        {name}：您 {month.replace('-', ' 年 ')} 月的待遇这样算出。
      </p>
      {rights.map((told) => (
        <div key={told.category} className="why-sheet-right">
          <h2>{told.category}</h2>
          <p>
            {told.since.replace('-', ' 年 ')} 月起享受
            {told.facts.map((fact) => `；${fact}`).join('')}。
          </p>
          {told.parts.map((part) => (
            <p key={`${part.label} ${part.read}`}>
              {part.label}标准：{part.read}
              {part.reckoning === '' ? '' : `；${part.reckoning}`}（{basisWords(part.basis)}
              {part.derivation === null ? '' : '，推算'}）
            </p>
          ))}
          {told.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <p className="why-sheet-amount">
            本月应发：{told.outcome === 'unknown' ? '不详' : `${told.amount} 元`}
          </p>
        </div>
      ))}
      <p className="why-sheet-foot">
        {office}　{printedOn}　如有疑问，请到双拥工作站查对。
      </p>
    </section>
  );
}
