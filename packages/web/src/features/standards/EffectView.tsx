import { FUND_WORDS } from '@shuangyong/policy/tell';
import type { ReactNode } from 'react';
import { Money, Note } from '../../components/index.ts';
import type { Effect, EffectKind } from './data.ts';
import { EffectPersons } from './EffectPersons.tsx';
import { Was } from './Was.tsx';

const NOBODY: Readonly<Record<EffectKind, string>> = {
  package: '不影响任何人：册里没有人按这份标准发，或者数没有变。',
  derived: '没有人靠推算的标准。',
  try: '不影响任何人：册里没有人按这一项发，或者数没有变。',
};

/** People × months × yuan, by category, fund and month, then everybody by name. */
export function EffectView({ effect, kind, title }: { effect: Effect; kind: EffectKind; title: string }) {
  if (effect.people === 0)
    return (
      <p>
        {effect.from} 至 {effect.to} {NOBODY[kind]}
      </p>
    );
  return (
    <div className="std-effect">
      <p className="fs-m">
        <b>{effect.people}</b> 人 · <b>{effect.personMonths}</b> 人月 ·{' '}
        {kind === 'derived' ? <Drawn {...effect} /> : <Change {...effect} />}
        <span className="t2 std-gap">
          {effect.from} 至 {effect.to}
        </span>
      </p>
      {kind !== 'derived' && (
        <p className="t2">
          原 <Was {...effect} /> → 新 <Money fen={effect.isFen} />
        </p>
      )}
      <Warnings effect={effect} kind={kind} />
      <Sums effect={effect} kind={kind} />
      <EffectPersons effect={effect} kind={kind} title={title} />
    </div>
  );
}

function Drawn({ isFen }: { isFen: number }) {
  return (
    <b className="nowrap">
      应发 <Money fen={isFen} plain /> 元
    </b>
  );
}

function Change({ wasFen, isFen }: { wasFen: number; isFen: number }) {
  const step = isFen - wasFen;
  return (
    <b className="nowrap">
      {step > 0 ? '+' : ''}
      <Money fen={step} plain /> 元
    </b>
  );
}

function Warnings({ effect, kind }: { effect: Effect; kind: EffectKind }) {
  const { arrears, wasUnknown, nowUnknown, continued } = effect;
  return (
    <>
      {kind === 'package' && arrears.people > 0 && (
        <Note kind="check" words="以前月份">
          {effect.now} 以前的 {arrears.people} 人 {arrears.personMonths} 人月，差额{' '}
          <Money fen={arrears.fen} />
          。这里只列明，{arrears.fen < 0 ? '不扣回；扣抵' : '不发放；补发'}另办。
        </Note>
      )}
      {kind === 'package' && wasUnknown > 0 && (
        <Note kind="check">
          {wasUnknown}{' '}
          人月原来没有标准，应发答「不知道」，现在算得出，差额按全额列。已经照旧数发过的，补发时扣掉已发的。
        </Note>
      )}
      {nowUnknown > 0 && (
        <Note kind="stop">
          {nowUnknown} 人月原来算得出，现在变成「不知道」：这份标准有空着的档。请核对空格。
        </Note>
      )}
      {continued === true && (
        <Note kind="check">这一年有的月份还没有公布标准：原数按最近一次的标准延用，新数在它上面调。</Note>
      )}
    </>
  );
}

interface Line {
  readonly key: string;
  readonly cells: readonly ReactNode[];
}

function SumTable({ heads, lines }: { heads: readonly string[]; lines: readonly Line[] }) {
  return (
    <table className="std-grid std-sums">
      <thead>
        <tr>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={index > 0 ? 'r' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, cells }) => (
          <tr key={key}>
            <th scope="row">{key}</th>
            {cells.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never move
              <td key={index} className="r">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SumsOf = Pick<Effect, 'people' | 'personMonths' | 'wasFen' | 'isFen' | 'wasUnknown'>;

/** What rests on derived rates had no other amount before: only what is due stands there. */
const headsOf = (kind: EffectKind) =>
  kind === 'derived' ? ['人', '人月', '应发（元）'] : ['人', '人月', '原（元）', '新（元）', '差（元）'];

function sumCells(sums: SumsOf, kind: EffectKind): readonly ReactNode[] {
  const { people, personMonths, wasFen, isFen } = sums;
  const is = <Money key="is" fen={isFen} plain />;
  if (kind === 'derived') return [people, personMonths, is];
  const step = <Money key="step" fen={isFen - wasFen} plain />;
  return [people, personMonths, <Was key="was" {...sums} plain />, is, step];
}

function Sums({ effect, kind }: { effect: Effect; kind: EffectKind }) {
  const { byCategory, byFund, byMonth } = effect;
  const fundName = (fund: string) => FUND_WORDS[fund as keyof typeof FUND_WORDS] ?? fund;
  const monthName = (month: string) =>
    kind === 'package' && month < effect.now ? `${month}（以前月份）` : month;
  return (
    <>
      <h3>按对象类别</h3>
      <SumTable
        heads={['类别', ...headsOf(kind)]}
        lines={byCategory.map((sums) => ({ key: sums.category, cells: sumCells(sums, kind) }))}
      />
      <h3>按资金</h3>
      <SumTable
        heads={['谁出', kind === 'derived' ? '应发（元）' : '差（元）']}
        lines={byFund.map(({ fund, fen }) => ({
          key: fundName(fund),
          cells: [<Money key="fen" fen={fen} plain />],
        }))}
      />
      <h3>按月</h3>
      <SumTable
        heads={['月份', ...headsOf(kind)]}
        lines={byMonth.map((sums) => ({ key: monthName(sums.month), cells: sumCells(sums, kind) }))}
      />
    </>
  );
}
