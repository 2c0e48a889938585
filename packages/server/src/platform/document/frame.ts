import {
  AlignmentType,
  BorderStyle,
  Footer,
  FrameAnchorType,
  FrameWrap,
  Header,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { FONT, font, SIZE, twipsOfMm } from './layout.ts';

const ONE_CHARACTER = SIZE.pageNumber * 10;

/** `— 1 —` one character in from the outer edge: right on odd pages, left on even ones. */
export function pageNumberFooter(side: 'odd' | 'even'): Footer {
  const outside =
    side === 'odd'
      ? { alignment: AlignmentType.RIGHT, indent: { right: ONE_CHARACTER } }
      : { alignment: AlignmentType.LEFT, indent: { left: ONE_CHARACTER } };
  const number = new TextRun({
    font: font(FONT.pageNumber),
    size: SIZE.pageNumber,
    children: ['— ', PageNumber.CURRENT, ' —'],
  });
  return new Footer({
    children: [new Paragraph({ ...outside, spacing: { before: 0, after: 0 }, children: [number] })],
  });
}

const stampText = (text: string, size: number): TextRun =>
  new TextRun({ text, font: font(FONT.heading1), size });

/** The word 草稿 at the head of every page of a draft; nothing on a signed paper. */
export function stampHeader(draft: boolean): Header {
  const children = draft ? [stampText('草稿', SIZE.pageNumber)] : [];
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: 0, after: 0 }, children })],
  });
}

const EDGE = { style: BorderStyle.SINGLE, size: 12, space: 4, color: '000000' } as const;

/** The boxed first-page mark. It floats in the top margin, so the 22 lines below stay where they are. */
export function firstPageMark(): Paragraph {
  return new Paragraph({
    frame: {
      type: 'absolute',
      position: { x: twipsOfMm(30), y: twipsOfMm(15) },
      width: twipsOfMm(72),
      height: twipsOfMm(10),
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.AROUND,
    },
    alignment: AlignmentType.CENTER,
    spacing: { line: 440, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    border: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE },
    children: [stampText('草稿　未经签发', SIZE.body)],
  });
}
