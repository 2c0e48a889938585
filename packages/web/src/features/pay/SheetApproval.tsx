import { dayOnPaper, monthOnPaper } from '../../lib/onPaper.ts';
import { Qr } from './Qr.tsx';
import { type Papers, type SheetProps, yuan } from './sheetData.ts';
import { signed } from './texts.ts';

/** 批准单: one upright page a leader signs; the check code binds the signature to exactly these lines. */
export function SheetApproval({ papers, code }: SheetProps) {
  const { number, checkCode, office, month, kind, onePersonWords } = papers;
  return (
    <>
      <style>{'@page { size: A4 portrait; margin: 0 }'}</style>
      <section className="sheet pay-approval">
        <header>
          <h1>
            {monthOnPaper(month)}
            {kind}发放批准单
          </h1>
          <div className="no">
            <p>{office}</p>
            <p>
              表号 <b>{number}</b>
            </p>
          </div>
          <Qr code={code} />
        </header>
        <Sums papers={papers} />
        <Reasons papers={papers} />
        <Odd papers={papers} />
        {onePersonWords !== null && <p>{onePersonWords}</p>}
        <Hands papers={papers} />
        <footer>
          <span>
            签字只对校验码 <b>{checkCode}</b> 的这一批有效；名单、金额有变，须重新签。
          </span>
          <span className="nowrap">第 1 页 共 1 页</span>
        </footer>
      </section>
    </>
  );
}

function Sums({ papers }: { papers: Papers }) {
  const { people, lines, totalFen, held, payableFen, payableWords, checkCode } = papers;
  return (
    <table>
      <tbody>
        <tr>
          <th>人数、笔数</th>
          <td>
            {people} 人　{lines} 笔
          </td>
          <th>校验码</th>
          <td>
            <b>{checkCode}</b>
          </td>
        </tr>
        <tr>
          <th>批次合计（元）</th>
          <td className="right">{yuan(totalFen)}</td>
          <th>其中缓发（元）</th>
          <td className="right">
            {held.lines} 笔　{yuan(held.fen)}
          </td>
        </tr>
        <tr>
          <th>本次实发（元）</th>
          <td colSpan={3}>
            <b>¥{yuan(payableFen)}</b>　人民币<b>{payableWords}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Reasons({ papers: { previous, totalFen, people, differences } }: { papers: Papers }) {
  const heads = people - (previous?.people ?? 0);
  return (
    <>
      <h2>与上期比：每一元都有原因</h2>
      <table>
        <thead>
          <tr>
            <th>原因</th>
            <th>人数</th>
            <th>金额（元）</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th>上期{previous === null ? '' : `（${monthOnPaper(previous.month)}）`}</th>
            <td className="right">{previous === null ? '—' : `${previous.people} 人`}</td>
            <td className="right">{previous === null ? '—' : yuan(previous.totalFen)}</td>
          </tr>
          {differences.map(({ reason, people: count, fen }) => (
            <tr key={reason}>
              <th>{reason}</th>
              <td className="right">{count} 人</td>
              <td className="right">{fen === 0 ? '0.00' : signed(yuan(fen))}</td>
            </tr>
          ))}
          <tr>
            <th>本期</th>
            <td className="right">
              {people} 人{heads !== 0 && `（${signed(String(heads).replace('-', '−'))}）`}
            </td>
            <td className="right">
              <b>{yuan(totalFen)}</b>
            </td>
          </tr>
        </tbody>
      </table>
    </>
  );
}

/** As many answers as one page holds; the whole list stands on the screen. */
const MOST = 8;

function Odd({ papers: { exceptions } }: { papers: Papers }) {
  const answered = exceptions.filter(({ answer }) => answer !== null);
  return (
    <>
      <h2>
        例外 {exceptions.length} 条，已写明理由 {answered.length} 条
      </h2>
      {answered.slice(0, MOST).map(({ key, personName, words, answer }) => (
        <p key={key}>
          {personName} {words}：{answer?.answer === 'hold' ? '本月缓发' : '照发'}，{answer?.reason}
        </p>
      ))}
      {answered.length > MOST && <p>其余 {answered.length - MOST} 条见批次页。</p>}
    </>
  );
}

const HANDS = [
  { words: '制作', steps: ['opened', 'submitted'] },
  { words: '复核', steps: ['reviewed'] },
  { words: '批准', steps: ['approved'] },
] as const;

/** Who signed already, and places for those who sign by hand. */
function Hands({ papers: { steps } }: { papers: Papers }) {
  return (
    <div className="pay-hands">
      {HANDS.map(({ words, steps: own }) => {
        const done = steps.filter(({ step }) => own.some((one) => one === step)).pop();
        return (
          <p key={words}>
            <span>{words}</span>
            <span>{done ? (done.signer ?? done.by) : '____________________'}</span>
            <span>{done ? dayOnPaper(done.on) : '______年____月____日'}</span>
          </p>
        );
      })}
      <p>
        <span>单位（章）</span>
      </p>
    </div>
  );
}
