import { type FigureValue, figureText, unitAfter } from '../../lib/figures.ts';
import { type Batch, type Effect, effectsOf } from './data.ts';

interface Headline {
  readonly label: (year: number) => string;
  readonly codes: readonly string[];
}

const HEADLINES: readonly Headline[] = [
  { label: (year) => `${year} 年发放`, codes: ['F01', 'F02'] },
  { label: () => '年末在册重点优抚对象', codes: ['E02'] },
  { label: () => '义务兵家庭优待金', codes: ['G01.people', 'G01.amount'] },
  { label: () => '走访慰问', codes: ['D01', 'D03'] },
  { label: () => '双拥经费支出', codes: ['A10'] },
];
const MOST_HEADLINES = 3;

/** The figures an office asks for first, those that change. */
export function headlinesOf(effects: readonly Effect[]) {
  const of = (codes: readonly string[]) => effects.filter(({ code }) => codes.includes(code));
  return HEADLINES.map(({ label, codes }) => ({ label, figures: of(codes) }))
    .filter(({ figures }) => figures.length > 0)
    .slice(0, MOST_HEADLINES);
}

const before = (value: FigureValue, unit: string) => (value === null ? '还没有' : figureText(value, unit));

/** 导入后会变成: the figures before and after, measured by importing and taking it back. */
export function Effects({ batch }: { batch: Batch }) {
  const effects = effectsOf(batch);
  const hasMoney = batch.files.some((file) => file.changes.some((change) => change.isMoney));
  const headlines = headlinesOf(effects);
  const told = new Set(headlines.flatMap(({ figures }) => figures.map(({ code }) => code)));
  const others = effects.filter(({ code }) => !told.has(code));
  return (
    <section>
      <div className="part">
        <h2>导入后会变成</h2>
        <span className="t2">还没有写入，可以离开，不会丢{hasMoney && '；动到钱的更新按全勾上算'}</span>
      </div>
      {effects.length === 0 && <p className="import-none">{batch.year} 年的数都不变。</p>}
      <div className="import-figures">
        {headlines.map(({ label, figures }) => (
          <div key={figures[0]?.code}>
            <span className="t2">{label(batch.year)}</span>
            <p>
              {figures.map((effect) => (
                <span key={effect.code} className="nowrap">
                  {before(effect.before, effect.unit)} → <b>{figureText(effect.after, effect.unit)}</b>{' '}
                  {unitAfter(effect.after, effect.unit)}
                </span>
              ))}
            </p>
          </div>
        ))}
      </div>
      {others.length > 0 && <Others effects={others} isAll={headlines.length === 0} />}
    </section>
  );
}

/** The other figures that change; open at once where there are no others above. */
function Others({ effects, isAll }: { effects: readonly Effect[]; isAll: boolean }) {
  return (
    <details open={isAll}>
      <summary className="lnk">
        {isAll ? '' : '还有 '}
        {effects.length} 个数会变
      </summary>
      <ul className="import-others">
        {effects.map(({ code, name, unit, ...effect }) => (
          <li key={code}>
            <span className="t2">{name}</span>
            <span>
              {before(effect.before, unit)} → {figureText(effect.after, unit)} {unitAfter(effect.after, unit)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
