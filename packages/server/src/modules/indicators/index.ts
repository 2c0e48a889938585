export type { FigureScope, IndicatorDef } from '../../platform/contract/indicator.ts';
export { type FigureItem, figureItems } from './items.ts';
export { laterIndicators } from './later.ts';
export { CATALOGUE_CODES, catalogueCode, inCatalogueOrder } from './order.ts';
export type { Page, TracePaper } from './queries.ts';
export { type FigureDeps, figureRoutes } from './routes.ts';
export { type FigureNumber, figureDays } from './rules.ts';
export { figureSearch } from './search.ts';
export {
  answerFigures,
  type Figure,
  findIndicator,
  getFigureScope,
  placedScope,
  type Trace,
  type TracedRecord,
  traceFigure,
} from './service.ts';
