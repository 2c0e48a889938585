import { AlignmentType, Paragraph, TextRun } from 'docx';
import { type FigureLinks, runParts } from './figures.ts';
import { SIZE } from './layout.ts';
import { FIRST_LINE, STYLE } from './styles.ts';
import type { DocumentParagraph } from './types.ts';

/** Lines are counted, not pages: no line is moved to keep another company, and no mark hangs over the edge. */
const COUNTED = { widowControl: false, overflowPunctuation: false } as const;

/** One paragraph of the text on the 22 × 28 raster. `keep`: its end stays on the page of what follows. */
export function textParagraph(paragraph: DocumentParagraph, links: FigureLinks, keep = false): Paragraph {
  return new Paragraph({
    ...COUNTED,
    style: STYLE[paragraph.level],
    ...(keep ? { keepNext: true } : {}),
    children: paragraph.runs.flatMap((run) => runParts(run, links)),
  });
}

/** The centred title in 二号小标宋. */
export function titleParagraph(title: string): Paragraph {
  return new Paragraph({
    style: STYLE.title,
    children: title.split('\n').map((text, i) => new TextRun(i > 0 ? { text, break: 1 } : text)),
  });
}

/** A line of its own: blank, flush left (附件), or set in from the right (署名). */
export function lineParagraph(
  text: string,
  options: {
    readonly heading?: boolean;
    readonly rightChars?: number;
    readonly newPage?: boolean;
    readonly firstLine?: boolean;
    readonly keep?: boolean;
  } = {},
): Paragraph {
  const { heading, rightChars, newPage, firstLine, keep } = options;
  return new Paragraph({
    ...COUNTED,
    style: heading ? STYLE.strong : STYLE.plain,
    ...(newPage ? { pageBreakBefore: true } : {}),
    ...(keep ? { keepNext: true } : {}),
    ...(firstLine ? { indent: FIRST_LINE } : {}),
    ...(rightChars === undefined
      ? {}
      : { alignment: AlignmentType.RIGHT, indent: { right: Math.round(rightChars * SIZE.body * 10) } }),
    children: text === '' ? [] : [new TextRun(text)],
  });
}

/** A small line: above a table, or in a list that is no part of the paper. */
export function noteParagraph(text: string): Paragraph {
  return new Paragraph({ style: STYLE.note, children: [new TextRun(text)] });
}
