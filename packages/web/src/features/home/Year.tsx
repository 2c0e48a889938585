import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { figuresQuery } from '../../api/data.ts';
import type { FigureRow } from '../../api/types.ts';
import { GoLink } from '../../app/links.tsx';
import { isBuilt } from '../../app/rooms.ts';
import { useScope } from '../../app/scope.ts';
import { AsOfPick, Figure, Part } from '../../components/index.ts';
import { figureText, unitAfter } from '../../lib/figures.ts';
import { YEAR, type YearCell } from './year.ts';

/** The year under the five headings; every figure opens onto its records. */
export function Year() {
  const scope = useScope();
  const query = useQuery(figuresQuery(scope));
  const [compares, setCompares] = useState(false);
  return (
    <section aria-labelledby="year" className="year">
      <div className="part">
        <h2 id="year">{scope.year} 全年</h2>
        <span className="t2">按年度总结五个部分</span>
        <AsOfPick />
        <span className="grow" />
        <button type="button" className="lnk" aria-pressed={compares} onClick={() => setCompares(!compares)}>
          {compares ? '不比上年' : '与上年比'}
        </button>
        {isBuilt('/report/figures') && <GoLink to="/report/figures">全部指标</GoLink>}
        {isBuilt('/report/$year') && (
          <GoLink className="btn s" to={`/report/${scope.year}`}>
            年度总结
          </GoLink>
        )}
      </div>
      <Part query={query}>
        {(figures) => {
          const byCode = new Map(figures.map((figure) => [figure.code, figure]));
          return (
            <div className="year5">
              {YEAR.map(({ section, cells }) => [
                <div key={section} className="sec">
                  {section}
                </div>,
                ...cells.map((cell) => (
                  <Cell key={cell.code} cell={cell} figures={byCode} compares={compares} />
                )),
              ])}
            </div>
          );
        }}
      </Part>
    </section>
  );
}

interface CellProps {
  readonly cell: YearCell;
  readonly figures: ReadonlyMap<string, FigureRow>;
  readonly compares: boolean;
}

function Cell({ cell, figures, compares }: CellProps) {
  const figure = figures.get(cell.code);
  if (figure === undefined) return <div />;
  const { code, value, unit, unevidenced, estimated, lastYear } = figure;
  return (
    <div title={value === null ? figure.reason : undefined}>
      <span className="l">
        {cell.label}
        {cell.beside?.map((other) => (
          <Beside key={other.code} words={other.words} figure={figures.get(other.code)} />
        ))}
      </span>
      <span className="v">
        <Figure code={code} value={value} unit={unit} unevidenced={unevidenced} estimated={estimated} />
        {compares && (
          <small className="t2">
            上年 {figureText(lastYear, unit)} {unitAfter(lastYear, unit)}
          </small>
        )}
      </span>
    </div>
  );
}

function Beside({ words, figure }: { words: string; figure: FigureRow | undefined }) {
  if (figure === undefined || figure.value === null) return null;
  const { code, value, unit } = figure;
  return (
    <>
      {'　'}
      <span className="nowrap">
        {words} <Figure code={code} value={value} unit={unit} bare /> {unit}
      </span>
    </>
  );
}
