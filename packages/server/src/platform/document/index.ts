import type { OfficialDocument } from './types.ts';

export { figureBookmark, rowBookmark } from './bookmarks.ts';
export { TEXT_WIDTH_MM } from './layout.ts';
export { type PrintedFigure, readFigures } from './read.ts';
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

/** The paper as a Word file; the writer is loaded with the first one. */
export async function renderDocument(doc: OfficialDocument): Promise<Uint8Array> {
  return (await import('./render.ts')).renderDocument(doc);
}
