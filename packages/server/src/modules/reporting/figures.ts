import type { Db } from '../../kernel/db.ts';
import type { KindDef } from '../../platform/contract/kind.ts';
import { answerFigures, type Figure, type FigureScope, type IndicatorDef } from '../indicators/index.ts';
import { closingNotes } from './notes.ts';
import {
  type ClosingNotes,
  type Figures,
  type FigureValue,
  NOTE_DEFINITIONS,
  withNotes,
} from './text/index.ts';

/** What the module needs from the house: every kind of record and every figure of the catalogue. */
export interface Catalogue {
  readonly kinds: readonly KindDef[];
  readonly indicators: readonly IndicatorDef[];
}

export interface ReportFigures {
  readonly figures: Figures;
  readonly notes: ClosingNotes;
  readonly definitions: ReadonlyMap<string, string>;
}

function figureValue(figure: Figure): FigureValue {
  const { code, name, unit, value, estimated, unevidenced, records, asOf, reason } = figure;
  return { code, name, unit, value, estimated, unevidenced, records, asOf, ...(reason ? { reason } : {}) };
}

/** Every figure a summary of this place and year can print: the catalogue's and those counted for the closing. */
export async function reportFigures(
  db: Db,
  scope: FigureScope,
  catalogue: Catalogue,
): Promise<ReportFigures> {
  const answered = await answerFigures(db, scope, catalogue.indicators);
  const notes = await closingNotes(db, scope, catalogue.kinds);
  const own = new Map(answered.map((figure) => [figure.code, figureValue(figure)]));
  const definitions = new Map([
    ...answered.map((one) => [one.code, one.definition] as const),
    ...NOTE_DEFINITIONS,
  ]);
  return { figures: withNotes(own, notes, scope.to), notes, definitions };
}
