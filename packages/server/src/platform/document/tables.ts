import {
  Bookmark,
  CarriageReturn,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { figureBookmark, rowBookmark } from './bookmarks.ts';
import type { FigureLinks } from './figures.ts';
import { twipsOfMm } from './layout.ts';
import { STYLE } from './styles.ts';
import type { DocumentRow, DocumentTable } from './types.ts';

const CELL_MARGIN = { left: twipsOfMm(0.8), right: twipsOfMm(0.8), top: 30, bottom: 30 } as const;

/** A ruled table as wide as the text: its head is repeated on every page, and no row is split over two. */
export function officialTable(table: DocumentTable, links: FigureLinks): Table {
  const widths = table.columns.map((column) => twipsOfMm(column.widthMm));
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGIN,
    rows: [headRow(table), ...table.rows.map((row) => bodyRow(table, row, links))],
  });
}

function headRow(table: DocumentTable): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column) => cell(STYLE.head, cellText(column.head))),
  });
}

function bodyRow(table: DocumentTable, row: DocumentRow, links: FigureLinks): TableRow {
  return new TableRow({
    cantSplit: true,
    children: table.columns.map((column, i) => {
      const text = row.cells[i] ?? '';
      const linked = row.code !== undefined && i === table.linkColumn;
      return cell(STYLE[column.align], linked ? [linkedText(row.code, text, links)] : cellText(text));
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
function cellText(text: string): TextRun[] {
  if (text === '') return [];
  const [first = '', ...rest] = text.split('\n');
  if (rest.length === 0) return [new TextRun(first)];
  return [new TextRun({ children: [first, ...rest.flatMap((line) => [new CarriageReturn(), line])] })];
}

/** Widths stand in the table's grid and margins in its properties, so a cell says only what is its own. */
function cell(style: string, children: ParagraphChild[]): TableCell {
  return new TableCell({ children: [new Paragraph({ style, children })] });
}
