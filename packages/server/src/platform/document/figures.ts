import { Bookmark, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { figureBookmark, rowBookmark } from './bookmarks.ts';
import type { DocumentFigureRun, DocumentRun, OfficialDocument } from './types.ts';

/** Hands out bookmark names and knows which ends of a link exist, so that no link leads nowhere. */
export type FigureLinks = {
  readonly nextBookmark: (code: string) => string;
  readonly hasRow: (code: string) => boolean;
  readonly hasFigure: (code: string) => boolean;
};

/** Links of one document; the n-th figure of a code is `fig_<code>_<n>`, the first plain `fig_<code>`. */
export function figureLinks(doc: OfficialDocument): FigureLinks {
  const seen = new Map<string, number>();
  const rows = new Set(doc.annexes.flatMap((annex) => annex.table.rows.flatMap((row) => row.code ?? [])));
  const figures = new Set(figureRuns(doc).map((run) => run.code));
  return {
    nextBookmark: (code) => {
      const nth = (seen.get(code) ?? 0) + 1;
      seen.set(code, nth);
      return figureBookmark(code, nth);
    },
    hasRow: (code) => rows.has(code),
    hasFigure: (code) => figures.has(code),
  };
}

function figureRuns(doc: OfficialDocument): DocumentFigureRun[] {
  const paragraphs = [...doc.paragraphs, ...(doc.receipt ?? []), ...(doc.corrections ?? [])];
  return paragraphs.flatMap((p) => p.runs.filter((run) => run.kind === 'figure'));
}

/** The Word parts of one run: its text (bookmarked and linked when a figure), then its marks, small and raised. */
export function runParts(run: DocumentRun, links: FigureLinks): ParagraphChild[] {
  const words = new TextRun(run.text);
  const marks = (run.marks ?? []).join('、');
  const raised = marks ? [new TextRun({ text: marks, superScript: true })] : [];
  if (run.kind === 'text') return [words, ...raised];
  const linked = links.hasRow(run.code)
    ? new InternalHyperlink({ anchor: rowBookmark(run.code), children: [words] })
    : words;
  return [new Bookmark({ id: links.nextBookmark(run.code), children: [linked] }), ...raised];
}
