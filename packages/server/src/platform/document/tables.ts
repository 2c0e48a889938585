import {
  AlignmentType,
  Bookmark,
  InternalHyperlink,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { figureBookmark, rowBookmark } from './bookmarks.ts';
import type { FigureLinks } from './figures.ts';
import { FONT, font, SIZE, twipsOfMm } from './layout.ts';
import type { DocumentColumn, DocumentRow, DocumentTable } from './types.ts';

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const CELL_MARGIN = { left: twipsOfMm(0.8), right: twipsOfMm(0.8), top: 20, bottom: 20 } as const;

const ROW_SPACING = { line: 250, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

/** A ruled table as wide as the text: its head is repeated on every page, and no row is split over two. */
export function officialTable(table: DocumentTable, links: FigureLinks): Table {
  const widths = table.columns.map((column) => twipsOfMm(column.widthMm));
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [headRow(table), ...table.rows.map((row) => bodyRow(table, row, links))],
  });
}

function headRow(table: DocumentTable): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column) =>
      cell({ ...column, align: 'center' }, cellText(column.head, FONT.heading1)),
    ),
  });
}

function bodyRow(table: DocumentTable, row: DocumentRow, links: FigureLinks): TableRow {
  return new TableRow({
    cantSplit: true,
    children: table.columns.map((column, i) => {
      const text = row.cells[i] ?? '';
      const linked = row.code !== undefined && i === table.linkColumn;
      return cell(column, linked ? [linkedText(row.code, text, links)] : cellText(text));
    }),
  });
}

function linkedText(code: string, text: string, links: FigureLinks): ParagraphChild {
  const words = cellText(text);
  const children = links.hasFigure(code)
    ? [new InternalHyperlink({ anchor: figureBookmark(code, 1), children: words })]
    : words;
  return new Bookmark({ id: rowBookmark(code), children });
}

/** A line break in a cell's text stays one. */
const cellText = (text: string, name: string = FONT.body): TextRun[] =>
  text
    .split('\n')
    .map(
      (line, i) =>
        new TextRun({ text: line, font: font(name), size: SIZE.table, ...(i > 0 ? { break: 1 } : {}) }),
    );

function cell(column: DocumentColumn, children: ParagraphChild[]): TableCell {
  return new TableCell({
    width: { size: twipsOfMm(column.widthMm), type: WidthType.DXA },
    margins: CELL_MARGIN,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [new Paragraph({ alignment: ALIGN[column.align], spacing: ROW_SPACING, children })],
  });
}
