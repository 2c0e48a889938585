export { figureBookmark, rowBookmark } from './figures.ts';
export { TEXT_WIDTH_MM } from './layout.ts';
export { type PrintedFigure, readFigures } from './read.ts';
export { renderDocument } from './render.ts';
export type {
  DocumentAnnex,
  DocumentColumn,
  DocumentFigureRun,
  DocumentParagraph,
  DocumentRow,
  DocumentRun,
  DocumentTable,
  DocumentTextRun,
  OfficialDocument,
  ParagraphLevel,
} from './types.ts';
