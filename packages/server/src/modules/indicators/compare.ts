import { type Day, day, daysInMonth } from '@shuangyong/values';
import type { Db } from '../../kernel/db.ts';
import type { IndicatorDef } from '../../platform/contract/indicator.ts';
import type { FigureNumber } from './rules.ts';
import { answerFigures, type Figure, placedScope } from './service.ts';

export interface ComparedFigure extends Figure {
  readonly filter: string;
  /** The same figure on the same day of the year before. */
  readonly lastYear: FigureNumber;
}

/** The same calendar day a year before; 29 February becomes the 28th. */
export function yearBefore(on: Day): Day {
  const year = Number(on.slice(0, 4)) - 1;
  const month = Number(on.slice(5, 7));
  const date = Math.min(Number(on.slice(8)), daysInMonth(year, month));
  return day(`${year}-${on.slice(5, 7)}-${String(date).padStart(2, '0')}`);
}

function filterWords(def: IndicatorDef | undefined, year: number, asOf: Day): string {
  if (!def?.fact) return '';
  return def.fact.base.span === 'flow' ? `${year}-01-01 至 ${asOf}；未作废` : `截至 ${asOf}；未作废`;
}

/** Every figure of a place and year with last year's beside it. Run it inside one snapshot. */
export async function figuresBesideLastYear(
  db: Db,
  place: { readonly countyId: number; readonly code: string },
  question: { readonly year: number; readonly asOf?: Day | undefined },
  catalogue: readonly IndicatorDef[],
): Promise<readonly ComparedFigure[]> {
  const { year, asOf } = question;
  const figures = await answerFigures(db, await placedScope(db, place, year, asOf), catalogue);
  const earlier = await placedScope(db, place, year - 1, asOf && yearBefore(asOf));
  const before = new Map(
    (await answerFigures(db, earlier, catalogue)).map(({ code, value }) => [code, value]),
  );
  const defs = new Map(catalogue.map((def) => [def.code, def]));
  return figures.map((figure) => ({
    ...figure,
    filter: filterWords(defs.get(figure.code), year, figure.asOf),
    lastYear: before.get(figure.code) ?? null,
  }));
}
