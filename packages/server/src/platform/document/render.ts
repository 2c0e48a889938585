import { Document, type FileChild, Packer } from 'docx';
import { type FigureLinks, figureLinks } from './figures.ts';
import { firstPageMark, pageNumberFooter, stampHeader } from './frame.ts';
import { CHARACTER_SPACING, FONT, font, PAGE, SIZE } from './layout.ts';
import { lineParagraph, noteParagraph, textParagraph, titleParagraph } from './paragraphs.ts';
import { paragraphStyles } from './styles.ts';
import { officialTable } from './tables.ts';
import type { DocumentAnnex, OfficialDocument } from './types.ts';

/**
 * The paper as a Word file laid out by GB/T 9704. Never byte-stable (the zip carries times): hash the figures,
 * not the file. Annexes of more than some 2,000 rows belong into a workbook instead.
 */
export async function renderDocument(doc: OfficialDocument): Promise<Uint8Array> {
  const links = figureLinks(doc);
  const draft = doc.state === 'draft';
  const word = new Document({
    title: doc.title.replaceAll('\n', ''),
    creator: '双拥台账',
    evenAndOddHeaderAndFooters: true,
    styles: {
      paragraphStyles,
      default: {
        document: {
          run: {
            font: font(FONT.body),
            size: SIZE.body,
            characterSpacing: CHARACTER_SPACING,
            // Latin runs are not called Chinese, or an office breaks 12600.5 in two at the line's end.
            language: { value: 'en-US', eastAsia: 'zh-CN' },
          },
        },
      },
    },
    sections: [
      {
        properties: {
          page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin },
        },
        headers: { default: stampHeader(draft), even: stampHeader(draft) },
        footers: { default: pageNumberFooter('odd'), even: pageNumberFooter('even') },
        children: bodyOf(doc, links),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(word));
}

function bodyOf(doc: OfficialDocument, links: FigureLinks): FileChild[] {
  return [
    ...(doc.state === 'draft' ? [firstPageMark()] : []),
    titleParagraph(doc.title),
    lineParagraph(''),
    ...doc.paragraphs.map((paragraph, i) => textParagraph(paragraph, links, isLast(doc, i))),
    ...annexNames(doc),
    ...signature(doc),
    ...(doc.receipt ?? []).map((paragraph) => textParagraph(paragraph, links)),
    ...corrections(doc, links),
    ...doc.annexes.flatMap((annex, i) => annexPages(annex, annexNumber(doc, i), links)),
    ...openProblems(doc),
  ];
}

/** The last words stay with what stands under them: neither signature nor 附件说明 begins a page of its own. */
const isLast = (doc: OfficialDocument, index: number): boolean =>
  (doc.signature !== undefined || doc.annexes.length > 0) && index === doc.paragraphs.length - 1;

const annexNumber = (doc: OfficialDocument, index: number): string =>
  doc.annexes.length > 1 ? String(index + 1) : '';

/** 附件说明: one blank line under the text, two characters in, no full stop after a name. */
function annexNames(doc: OfficialDocument): FileChild[] {
  if (doc.annexes.length === 0) return [];
  const numbered = doc.annexes.length > 1;
  const names = doc.annexes.map((annex, i) => (numbered ? `${i + 1}. ${annex.title}` : annex.title));
  const keep = doc.signature !== undefined;
  const lines = names.map((name, i) =>
    lineParagraph(`${i === 0 ? '附件：' : '　　　'}${name}`, { firstLine: true, keep }),
  );
  return [lineParagraph('', { keep }), ...lines];
}

/** Two lines are left for the seal; the day ends four characters from the edge, the office is centred on it. */
function signature(doc: OfficialDocument): FileChild[] {
  if (!doc.signature) return [];
  const { office, day } = doc.signature;
  const officeRight = Math.max(0, 4 + (widthInCharacters(day) - widthInCharacters(office)) / 2);
  return [
    lineParagraph('', { keep: true }),
    lineParagraph('', { keep: true }),
    lineParagraph(office, { rightChars: officeRight, keep: true }),
    lineParagraph(day, { rightChars: 4 }),
  ];
}

const widthInCharacters = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c < '\u0080' ? 0.5 : 1), 0);

function corrections(doc: OfficialDocument, links: FigureLinks): FileChild[] {
  if (!doc.corrections?.length) return [];
  return [
    lineParagraph('更正说明', { heading: true, newPage: true }),
    ...doc.corrections.map((paragraph) => textParagraph(paragraph, links)),
  ];
}

/** 附件 flush left in 黑体 on the first line of a new page, its title on the third. */
function annexPages(annex: DocumentAnnex, number: string, links: FigureLinks): FileChild[] {
  return [
    lineParagraph(`附件${number}`, { heading: true, newPage: true }),
    lineParagraph(''),
    titleParagraph(annex.title),
    lineParagraph(''),
    ...(annex.note ? [noteParagraph(annex.note)] : []),
    officialTable(annex.table, links),
  ];
}

function openProblems(doc: OfficialDocument): FileChild[] {
  if (doc.state !== 'draft' || !doc.problems?.length) return [];
  return [
    lineParagraph('草稿尚待处理的问题', { heading: true, newPage: true }),
    ...doc.problems.map((problem, i) => noteParagraph(`${i + 1}. ${problem}`)),
  ];
}
