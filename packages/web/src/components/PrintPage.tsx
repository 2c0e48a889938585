import type { CSSProperties, ReactNode, Ref } from 'react';
import './print.css';
import { useCut } from './useCut.ts';

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
  /** Least height of a row in millimetres, letters in points: 14 mm for sign sheets, 18 pt for visit sheets. */
  readonly rowMm?: number;
  readonly fontPt?: number;
  readonly rowKey: (row: Row) => string;
  /** Sign places, at the foot of every page: each is signed for what stands on it. */
  readonly sign?: ReactNode;
  readonly note?: ReactNode;
  /** A sentence before the table, on every page. */
  readonly intro?: ReactNode;
  /** For a wall: the title large and in the middle, the rest in bigger letters. */
  readonly isPosted?: boolean;
}

/** A printed list on A4, cut into numbered pages by the heights of its rows. Give it to `usePrint()`. */
export function PrintPage<Row>(props: PrintPageProps<Row>) {
  const { landscape = false, rows, rowKey } = props;
  const { sheet, letters, pages, tooHigh } = useCut();
  const all = pages ?? [[0, rows.length] as const];
  return (
    <>
      <style>{`@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: 0 }`}</style>
      {all.map(([from, to], index) => (
        <Sheet
          {...props}
          key={rows[from] === undefined ? 'empty' : rowKey(rows[from])}
          sheet={pages === undefined ? sheet : null}
          page={rows.slice(from, to)}
          {...{ from, letters, isTooHigh: tooHigh.has(from) }}
          isLast={index === all.length - 1}
          number={`第 ${index + 1} 页 共 ${all.length} 页`}
        />
      ))}
    </>
  );
}

interface SheetProps<Row> extends PrintPageProps<Row> {
  readonly sheet: Ref<HTMLElement>;
  readonly page: readonly Row[];
  readonly from: number;
  readonly letters: ReadonlyMap<number, number>;
  readonly isTooHigh: boolean;
  readonly isLast: boolean;
  readonly number: string;
}

function Sheet<Row>(props: SheetProps<Row>) {
  const { landscape = false, rowMm = 8, fontPt = 11, sheet, isTooHigh, isPosted = false } = props;
  const { intro, note, sign, number } = props;
  const size = { '--row': `${rowMm}mm`, '--pt': `${fontPt}pt` } as CSSProperties;
  const kinds = ['sheet', landscape && 'wide', isTooHigh && 'too-high', isPosted && 'posted'];
  return (
    <section className={kinds.filter(Boolean).join(' ')} style={size} ref={sheet}>
      <SheetHead {...props} />
      {intro !== undefined && <p className="intro">{intro}</p>}
      <SheetTable {...props} />
      <footer>
        <span>{note}</span>
        <span className="sign">{sign}</span>
        <span className="nowrap">{number}</span>
      </footer>
    </section>
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

function SheetTable<Row>({ columns, page, from, letters, isLast, rowKey }: SheetProps<Row>) {
  const hasTotals = columns.some(({ sum }) => sum !== undefined);
  return (
    <table>
      <colgroup>
        {columns.map(({ key, mm }) => (
          <col key={key} style={mm === undefined ? undefined : { width: `${mm}mm` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ key, title }) => (
            <th key={key}>{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.map((row, index) => (
          <tr key={rowKey(row)} style={lettersOf(letters.get(from + index))}>
            {columns.map(({ key, align, cell }) => (
              <td key={key} className={align}>
                {cell(row, from + index)}
              </td>
            ))}
          </tr>
        ))}
        {isLast && hasTotals && (
          <tr className="totals">
            {columns.map(({ key, align, sum }) => (
              <td key={key} className={align}>
                <b>{sum}</b>
              </td>
            ))}
          </tr>
        )}
      </tbody>
    </table>
  );
}

const lettersOf = (part: number | undefined): CSSProperties | undefined =>
  part === undefined ? undefined : { fontSize: `calc(var(--pt) * ${part})` };
