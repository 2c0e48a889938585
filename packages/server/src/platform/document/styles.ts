import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import { CHARACTER_SPACING, FONT, font, LINE, SIZE } from './layout.ts';

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

/** Names of the styles; a paragraph says only which one it is, so that the file stays small and easy to change in Word. */
export const STYLE = {
  title: 'OfficialTitle',
  body: 'OfficialBody',
  plain: 'OfficialPlain',
  heading1: 'OfficialHeading1',
  heading2: 'OfficialHeading2',
  heading3: 'OfficialHeading3',
  strong: 'OfficialStrong',
  note: 'OfficialNote',
  head: 'OfficialHead',
  left: 'OfficialLeft',
  center: 'OfficialCenter',
  right: 'OfficialRight',
} as const;

/** Two characters, said twice: Word takes the hundredths of characters, others the twips. */
export const FIRST_LINE = { firstLineChars: 200, firstLine: 2 * SIZE.body * 10 } as const;
const RASTER = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const TABLE_LINES = { line: 230, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const NO_SPACING = { characterSpacing: 0 } as const;

type Paragraph = NonNullable<ParagraphStyle['paragraph']>;

function text(id: string, name: string, fontName: string, paragraph: Paragraph): ParagraphStyle {
  const run = { font: font(fontName), size: SIZE.body, characterSpacing: CHARACTER_SPACING };
  return { id, name, quickFormat: true, run, paragraph: { spacing: RASTER, ...paragraph } };
}

function heading(id: string, name: string, fontName: string, level: number): ParagraphStyle {
  const paragraph = {
    alignment: AlignmentType.LEFT,
    indent: FIRST_LINE,
    keepNext: true,
    outlineLevel: level,
  };
  return text(id, name, fontName, paragraph);
}

function cell(id: string, name: string, alignment: Paragraph['alignment'], fontName: string): ParagraphStyle {
  const run = { font: font(fontName), size: SIZE.table, ...NO_SPACING };
  return { id, name, run, paragraph: { spacing: TABLE_LINES, ...(alignment ? { alignment } : {}) } };
}

/** Every style of an official paper. */
export const paragraphStyles: readonly ParagraphStyle[] = [
  {
    id: STYLE.title,
    name: '公文标题',
    run: { font: font(FONT.title), size: SIZE.title, ...NO_SPACING },
    paragraph: { spacing: RASTER, alignment: AlignmentType.CENTER },
  },
  text(STYLE.body, '公文正文', FONT.body, { alignment: AlignmentType.BOTH, indent: FIRST_LINE }),
  text(STYLE.plain, '公文顶格', FONT.body, { alignment: AlignmentType.BOTH }),
  heading(STYLE.heading1, '公文一级标题', FONT.heading1, 0),
  heading(STYLE.heading2, '公文二级标题', FONT.heading2, 1),
  heading(STYLE.heading3, '公文三级标题', FONT.body, 2),
  text(STYLE.strong, '公文附件标识', FONT.heading1, { alignment: AlignmentType.LEFT }),
  {
    id: STYLE.note,
    name: '表注',
    run: { font: font(FONT.body), size: SIZE.note, ...NO_SPACING },
    paragraph: { spacing: { line: 360, lineRule: LineRuleType.EXACT, before: 0, after: 60 } },
  },
  cell(STYLE.head, '表头', AlignmentType.CENTER, FONT.heading1),
  cell(STYLE.left, '表内文字', AlignmentType.LEFT, FONT.body),
  cell(STYLE.center, '表内居中', AlignmentType.CENTER, FONT.body),
  cell(STYLE.right, '表内数字', AlignmentType.RIGHT, FONT.body),
];
