import type { CSSProperties, ReactNode } from 'react';
import { cutIntoPages } from '../lib/sheets.ts';
import './print.css';

/** A column of a printed table; `sum` stands in the foot of the last page. */
export interface PrintColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  /** Width in millimetres; one column without takes the rest. */
  readonly mm?: number;
  readonly align?: 'left' | 'right' | 'center';
  readonly cell: (row: Row, index: number) => ReactNode;
  readonly sum?: ReactNode;
}

interface PrintPageProps<Row> {
  readonly title: string;
  /** The office on whose behalf it is printed. */
  readonly office: string;
  readonly asOf?: string;
  /** One or two quiet lines beside the title. */
  readonly lines?: readonly ReactNode[];
  readonly formNo?: string;
  /** Place of the QR beside the 表号. */
  readonly qr?: ReactNode;
  readonly landscape?: boolean;
  readonly rows: readonly Row[];
  readonly columns: readonly PrintColumn<Row>[];
  /** Row height in millimetres and letters in points: 14 mm for sign sheets, 18 pt for visit sheets. */
  readonly rowMm?: number;
  readonly fontPt?: number;
  readonly rowKey: (row: Row) => string;
  /** Sign places, at the foot of the last page. */
  readonly sign?: ReactNode;
  readonly note?: ReactNode;
}

const HEAD_MM = 24;
const TABLE_HEAD_MM = 12;
const FOOT_MM = 20;

/** Rows that fit on an A4 page of this house between head and foot. */
export function rowsPerPage(landscape: boolean, rowMm: number): number {
  const height = landscape ? 210 : 297;
  return Math.floor((height - 16 - HEAD_MM - TABLE_HEAD_MM - FOOT_MM) / rowMm);
}

/** A printed list on A4, cut into numbered pages by the product. Give it to `usePrint()`. */
export function PrintPage<Row>(props: PrintPageProps<Row>) {
  const { landscape = false, rowMm = 8, fontPt = 11, rows, columns } = props;
  const perPage = rowsPerPage(landscape, rowMm);
  const hasSums = columns.some((column) => column.sum !== undefined);
  const pages = cutIntoPages(rows, perPage, hasSums ? perPage - 1 : perPage);
  const size = { '--row': `${rowMm}mm`, '--pt': `${fontPt}pt` } as CSSProperties;
  return (
    <>
      <style>{`@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 0 }`}</style>
      {pages.map((page, index) => (
        <section
          className={landscape ? 'sheet wide' : 'sheet'}
          style={size}
          key={page[0] === undefined ? 'empty' : props.rowKey(page[0])}
        >
          <SheetHead {...props} />
          <SheetTable
            {...props}
            page={page}
            from={pages.slice(0, index).reduce((sum, earlier) => sum + earlier.length, 0)}
            sums={hasSums && index === pages.length - 1}
          />
          <footer>
            <span>{props.note}</span>
            {index === pages.length - 1 && <span>{props.sign}</span>}
            <span className="nowrap">
              第 {index + 1} 页 共 {pages.length} 页
            </span>
          </footer>
        </section>
      ))}
    </>
  );
}

function SheetHead<Row>({ title, office, asOf, lines = [], formNo, qr }: PrintPageProps<Row>) {
  return (
    <header>
      <h1>{title}</h1>
      <div className="lines">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a head never move
          <p key={index}>{line}</p>
        ))}
        {asOf !== undefined && <p>截至 {asOf}</p>}
      </div>
      <div className="no">
        <p>{office}</p>
        {formNo !== undefined && (
          <p>
            表号 <b>{formNo}</b>
          </p>
        )}
      </div>
      {qr}
    </header>
  );
}

interface SheetTableProps<Row> extends PrintPageProps<Row> {
  readonly page: readonly Row[];
  readonly from: number;
  readonly sums: boolean;
}

function SheetTable<Row>({ columns, page, from, sums, rowKey }: SheetTableProps<Row>) {
  return (
    <table>
      <colgroup>
        {columns.map((column) => (
          <col key={column.key} style={column.mm === undefined ? undefined : { width: `${column.mm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key}>{column.title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.map((row, index) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} className={column.align}>
                {column.cell(row, from + index)}
              </td>
            ))}
          </tr>
        ))}
        {sums && (
          <tr>
            {columns.map((column) => (
              <td key={column.key} className={column.align}>
                <b>{column.sum}</b>
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}
