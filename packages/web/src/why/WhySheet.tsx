import { type Basis, basisWords, type Part } from '@shuangyong/policy/tell';
import { fen as fenOf, yuanDisplay } from '@shuangyong/values';
import type { ToldRight } from './data.ts';
import './why.css';

interface WhySheetProps {
  readonly name: string;
  readonly rights: readonly ToldRight[];
  /** Titles of the papers each 对象类别 rests on. */
  readonly papers: ReadonlyMap<string, readonly string[]>;
  readonly office: string;
  readonly printedOn: string;
}

const monthWords = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`;
const dayWords = (day: string) => `${monthWords(day.slice(0, 7))} ${Number(day.slice(8))} 日`;

/** 待遇计算说明: one sheet in big type for the person himself, without numbers of identity or account. */
export function WhySheet({ name, rights, papers, office, printedOn }: WhySheetProps) {
  const total = rights.reduce((sum, { fen }) => sum + fen, 0);
  const isKnown = rights.every(({ outcome }) => outcome !== 'unknown');
  return (
    <section className="sheet why-sheet">
      <style>{'@page { size: A4 portrait; margin: 0 }'}</style>
      <h1>待遇计算说明</h1>
      <p>
        {name}：您 {monthWords(rights[0]?.month ?? '')}的待遇这样算出。
      </p>
      {rights.map((told) => (
        <OneRight key={told.id} told={told} papers={papers.get(told.category) ?? []} />
      ))}
      {rights.length > 1 && isKnown && (
        <p className="why-sheet-amount">合计：{yuanDisplay(fenOf(total))} 元</p>
      )}
      <p className="why-sheet-foot">
        {office}　{dayWords(printedOn)}打印
        <br />
        有疑问的，请带上这张纸到双拥工作站查对。
      </p>
    </section>
  );
}

function OneRight({ told, papers }: { told: ToldRight; papers: readonly string[] }) {
  const title = told.soldier === null ? told.category : `义务兵家庭优待金（士兵 ${told.soldier}）`;
  const since = `${monthWords(told.since)}${told.soldier === null ? '起享受' : '入伍'}`;
  return (
    <div className="why-sheet-right">
      <h2>{title}</h2>
      <p>
        {[since, ...told.facts].join('；')}。{papers.length > 0 && `材料：${papers.join('、')}。`}
      </p>
      {told.parts.map((part) => (
        <RateLine key={`${part.label} ${part.read} ${part.basis.title}`} part={part} />
      ))}
      {told.lines.length > 1 && (
        <p>{told.lines.map(({ label, amount }) => `${label.replace('　', '')} ${amount}`).join('　＋　')}</p>
      )}
      <p className="why-sheet-amount">
        本月应发：{told.outcome === 'unknown' ? '不详' : `${told.amount} 元`}
      </p>
      {told.rounding !== null && <p className="why-sheet-basis">取整：{told.rounding}。</p>}
      {told.notes.map((note) => (
        <p key={note}>{note.replace(/。?$/, '。')}</p>
      ))}
      {told.rule !== null && <p className="why-sheet-basis">发放依据：{basisWords(told.rule)}。</p>}
    </div>
  );
}

function RateLine({ part }: { part: Part }) {
  const { label, read, reckoning, basis, derivation } = part;
  return (
    <div className="why-sheet-rate">
      {label}标准：{read}
      {reckoning !== '' && <div>{reckoning}</div>}
      <div className="why-sheet-basis">
        {documentWords(basis)}
        {derivation !== null && `这一项没有找到正式文件，是推算的：${derivation.replace(/。$/, '')}。`}
      </div>
    </div>
  );
}

/** The document in full: on paper nothing can be looked up. */
function documentWords({ title, number, issued, article, from }: Basis): string {
  const told = [number, issued === null ? null : `${dayWords(issued)}印发`].filter((part) => part !== null);
  const by = told.length > 0 ? `（${told.join('，')}）` : '';
  return `《${title.replace(/^《|》$/g, '')}》${by}${article}，${monthWords(from)}起执行。`;
}
