import { AlignmentType, LineRuleType, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { type FigureLinks, type RunLook, runParts } from './figures.ts';
import { CHARACTER_SPACING, FONT, font, LINE, SIZE } from './layout.ts';
import type { DocumentParagraph, ParagraphLevel } from './types.ts';

/** Two characters, said twice: Word takes the hundredths of characters, others the twips. */
const FIRST_LINE = { firstLineChars: 200, firstLine: 2 * SIZE.body * 10 } as const;
const EXACT = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

const look = (name: string): RunLook => ({
  font: font(name),
  size: SIZE.body,
  characterSpacing: CHARACTER_SPACING,
});

const LEVEL_FONT: Readonly<Record<ParagraphLevel, string>> = {
  body: FONT.body,
  plain: FONT.body,
  heading1: FONT.heading1,
  heading2: FONT.heading2,
  heading3: FONT.body,
};

const isHeading = (level: ParagraphLevel): boolean => level.startsWith('heading');

/** One paragraph of the text on the 22 × 28 raster. A heading is never left alone at the foot of a page. */
export function textParagraph(paragraph: DocumentParagraph, links: FigureLinks, newPage = false): Paragraph {
  const runLook = look(LEVEL_FONT[paragraph.level]);
  return new Paragraph({
    alignment: isHeading(paragraph.level) ? AlignmentType.LEFT : AlignmentType.BOTH,
    spacing: EXACT,
    widowControl: false,
    overflowPunctuation: false,
    pageBreakBefore: newPage,
    keepNext: isHeading(paragraph.level),
    ...(paragraph.level === 'plain' ? {} : { indent: FIRST_LINE }),
    children: paragraph.runs.flatMap((run) => runParts(run, runLook, links)),
  });
}

/** The centred title in 二号小标宋. */
export function titleParagraph(title: string): Paragraph {
  const runLook = { font: font(FONT.title), size: SIZE.title };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: EXACT,
    children: title
      .split('\n')
      .map((line, i) => new TextRun({ ...runLook, text: line, ...(i > 0 ? { break: 1 } : {}) })),
  });
}

/** A line of its own: blank, flush left (附件), or set in from the right (署名). */
export function lineParagraph(
  text: string,
  options: { heading?: boolean; rightChars?: number; newPage?: boolean; firstLine?: boolean } = {},
): Paragraph {
  const children: ParagraphChild[] =
    text === '' ? [] : [new TextRun({ ...look(options.heading ? FONT.heading1 : FONT.body), text })];
  return new Paragraph({
    spacing: EXACT,
    widowControl: false,
    overflowPunctuation: false,
    pageBreakBefore: options.newPage ?? false,
    ...(options.firstLine ? { indent: FIRST_LINE } : {}),
    ...(options.rightChars === undefined
      ? {}
      : {
          alignment: AlignmentType.RIGHT,
          indent: { right: Math.round(options.rightChars * SIZE.body * 10) },
        }),
    children,
  });
}
