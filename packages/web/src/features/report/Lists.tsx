import { useQuery } from '@tanstack/react-query';
import { figuresQuery } from '../../api/data.ts';
import { Figure, Part } from '../../components/index.ts';
import { countText, type FigureValue, figureText } from '../../lib/figures.ts';
import type { Check, Draft, Report } from './data.ts';
import { isPrinted, type Spot, sentencesOf } from './draft.ts';
import type { CheckGroup } from './problems.ts';

/** All that the checks found of one kind; each leads to its place. */
export function ChecksList({ group, onGo }: { group: CheckGroup; onGo: (check: Check) => void }) {
  return (
    <>
      <h2>
        {group.words}
        <span className="t2">　{group.checks.length}</span>
      </h2>
      <ul className="spots">
        {group.checks.map((check) => (
          <li key={`${check.sentenceId} ${check.figure ?? ''} ${check.text}`}>
            <span className="t2">{check.place}</span>
            <button type="button" className="lnk grow left" onClick={() => onGo(check)}>
              {check.message}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

export type Standing = '有据' | '未佐证' | '人工';

export interface PlacedNumber {
  readonly spot: Spot;
  readonly text: string;
  readonly name: string;
  readonly section: string;
  readonly standing: Standing;
}

/** Every number the summary prints, with how it stands. */
export function numbersOf(draft: Draft, report: Report): readonly PlacedNumber[] {
  const figures = new Map(report.figures.map((figure) => [figure.code, figure]));
  return draft.blocks.flatMap(({ section, sentences }) =>
    sentences.filter(isPrinted).flatMap(({ id, runs }) =>
      runs.flatMap((run, index): PlacedNumber[] => {
        if (run.kind === 'text') return [];
        const place = { spot: { sentenceId: id, run: index }, text: run.text, section };
        if (run.kind === 'typed') return [{ ...place, name: run.reason, standing: '人工' }];
        const figure = figures.get(run.code);
        const standing = (figure?.unevidenced ?? 0) > 0 ? '未佐证' : '有据';
        return [{ ...place, name: figure?.name ?? run.code, standing }];
      }),
    ),
  );
}

interface NumbersListProps {
  readonly title: string;
  readonly numbers: readonly PlacedNumber[];
  readonly onGo: (spot: Spot) => void;
}

export function NumbersList({ title, numbers, onGo }: NumbersListProps) {
  return (
    <>
      <h2>
        {title}
        <span className="t2">　{numbers.length}</span>
      </h2>
      {numbers.length === 0 && <p className="t2">没有这样的数。</p>}
      <ul className="spots">
        {numbers.map(({ spot, text, name }) => (
          <li key={`${spot.sentenceId} ${spot.run}`}>
            <button type="button" className="lnk grow left" onClick={() => onGo(spot)}>
              {name}
            </button>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** «+2», «−13»; of money and rates «+47%», «+2.0»; nothing where one of the two is missing. */
export function deltaWords(now: FigureValue, before: FigureValue): string {
  const rate = (value: FigureValue) =>
    value !== null && typeof value === 'object' && value.den > 0 ? (value.num * 100) / value.den : undefined;
  const signed = (by: number, words: string) => (by === 0 ? '=' : `${by > 0 ? '+' : '−'}${words}`);
  const [left, right] = [rate(now), rate(before)];
  if (left !== undefined && right !== undefined) {
    const by = Math.round((left - right) * 10) / 10;
    return signed(by, Math.abs(by).toFixed(1));
  }
  if (typeof now === 'number' && typeof before === 'number')
    return signed(now - before, countText(Math.abs(now - before)));
  if (typeof now !== 'string' || typeof before !== 'string' || Number(before) === 0) return '';
  const by = Math.round(((Number(now) - Number(before)) * 100) / Number(before));
  return signed(by, `${Math.abs(by)}%`);
}

interface CompareProps {
  readonly draft: Draft;
  readonly division: string;
  readonly year: number;
  readonly onGo: (spot: Spot) => void;
}

/** 比上年: the printed figures beside those of the year before, in the text's order. */
export function Compare({ draft, division, year, onGo }: CompareProps) {
  const query = useQuery(figuresQuery({ division, year, asOf: `${year}-12-31` }));
  const spots = new Map<string, Spot>();
  for (const { id, runs } of sentencesOf(draft).filter(isPrinted))
    for (const [run, one] of runs.entries())
      if (one.kind === 'figure' && !spots.has(one.code)) spots.set(one.code, { sentenceId: id, run });
  return (
    <>
      <h2>比上年</h2>
      <Part query={query}>
        {(figures) => {
          const byCode = new Map(figures.map((figure) => [figure.code, figure]));
          const rows = [...spots].flatMap(([code, spot]) => {
            const figure = byCode.get(code);
            return figure ? [{ ...figure, spot }] : [];
          });
          return (
            <table className="cmp">
              <thead>
                <tr>
                  <th>指标</th>
                  <th className="r">{year}</th>
                  <th className="r">{year - 1}</th>
                  <th className="r">增减</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ code, name, unit, value, lastYear, spot }) => (
                  <tr key={code}>
                    <td>
                      <button type="button" className="lnk left" onClick={() => onGo(spot)}>
                        {name}
                      </button>
                    </td>
                    <td className="r">
                      <Figure code={code} value={value} unit={unit} bare />
                      {unit === '%' && '%'}
                    </td>
                    <td className="r t2">
                      {lastYear === null ? '没有' : `${figureText(lastYear, unit)}${unit === '%' ? '%' : ''}`}
                    </td>
                    <td className="r">{deltaWords(value, lastYear)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Part>
    </>
  );
}

/** What changed in the records after the signing; the signed text stays as it is. */
export function Differences({ report, address }: { report: Report; address: string }) {
  const { differences, signing } = report;
  return (
    <>
      <h2>
        签发后的变化<span className="t2">　{differences.length}</span>
      </h2>
      <p className="t2">
        {signing && `${signing.signedOn} 由 ${signing.signedBy} 签发并冻结。`}以后的更正另出说明，不改原文。
      </p>
      <ul className="spots">
        {differences.map((one) => (
          <li key={one.code}>
            <span className="grow">{one.name}</span>
            <span>
              {one.before} → <b className="b">{one.after}</b>
            </span>
            <span className="t2 whole">{[one.place, one.because].filter(Boolean).join('　')}</span>
          </li>
        ))}
      </ul>
      {differences.length > 0 && (
        <p style={{ marginTop: 16 }}>
          <a className="btn" href={address} download>
            导出 docx，带更正说明
          </a>
        </p>
      )}
    </>
  );
}
