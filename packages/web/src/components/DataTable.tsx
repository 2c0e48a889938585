import {
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { scrollToShow, visibleRows } from '../lib/paging.ts';
import { largeType, usePreference } from '../lib/preference.ts';
import { type Shortcuts, useShortcuts } from '../lib/shortcuts.ts';
import { Empty } from './Empty.tsx';
import { Problem } from './Problem.tsx';
import type { RowWindow } from './rows.ts';
import './table.css';

/** A column; at most nine of them, the rest belongs into the row's detail. */
export interface Column<Row> {
  readonly key: string;
  /** With the unit for amounts: «月额（元）». */
  readonly title: ReactNode;
  /** Pixels at normal size; the column without a width takes the rest. */
  readonly width?: number;
  readonly number?: boolean;
  /** Bold, for the name that the row is about. */
  readonly strong?: boolean;
  /** Second colour, for what is rarely read. */
  readonly quiet?: boolean;
  /** Left out where the window is too narrow or the letters too big for all columns: it stands in the row's detail. */
  readonly spare?: boolean;
  /** What a column without a width wants at least, before spare ones are left out for it. */
  readonly least?: number;
  /** `at` is true on the row with the keyboard: figures open there. */
  readonly cell: (row: Row, at: boolean) => ReactNode;
}

export interface SortChoice {
  readonly value: string;
  /** The order in words: «例外在前，再按村排». */
  readonly words: string;
}

interface DataTableProps<Row> {
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly rows: RowWindow<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Enter or a click on the row. */
  readonly onOpen?: (row: Row, index: number) => void;
  /** The row with the keyboard, where the page decides it: a panel beside the list that follows it. */
  readonly at?: number;
  readonly onAt?: (index: number) => void;
  /** `x` and the tick box. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (key: string, on: boolean) => void;
  /** Left part of the foot: count and totals. */
  readonly foot?: ReactNode;
  readonly sorts?: readonly SortChoice[];
  readonly sort?: string | undefined;
  readonly onSort?: ((value: string) => void) | undefined;
  /** Shown instead of rows when the list is empty. */
  readonly empty?: ReactNode;
  /** Remembers the row with the keyboard under this name, so that coming back finds it. */
  readonly remember?: string;
  /** False for a second table on a page: it then gets no keys. */
  readonly keys?: boolean;
}

const MOST_COLUMNS = 9;
const ROW = 36;
const LARGE_ROW = 44;
const rememberedAt = new Map<string, number>();

function useWindow(total: number, rowHeight: number, show: (first: number, end: number) => void) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800, width: Number.POSITIVE_INFINITY });
  useLayoutEffect(() => {
    const node = box.current;
    if (node === null) return;
    const read = () => setView({ top: node.scrollTop, height: node.clientHeight, width: node.clientWidth });
    const watcher = new ResizeObserver(read);
    watcher.observe(node);
    node.addEventListener('scroll', read, { passive: true });
    read();
    return () => {
      watcher.disconnect();
      node.removeEventListener('scroll', read);
    };
  }, []);
  const drawn = visibleRows(view.top, view.height, rowHeight, total);
  useEffect(() => show(drawn.first, drawn.end), [show, drawn.first, drawn.end]);
  const reveal = (index: number) => {
    const node = box.current;
    if (node !== null)
      node.scrollTop = scrollToShow(index, node.scrollTop, node.clientHeight - rowHeight, rowHeight);
  };
  const pageRows = Math.max(1, Math.floor(view.height / rowHeight) - 2);
  return { box, drawn, reveal, pageRows, width: view.width };
}

function moves(total: number, at: number, pageRows: number, move: (to: number) => unknown): Shortcuts {
  const to = (index: number) => () => move(Math.min(Math.max(index, 0), total - 1));
  const down = { words: '下一行', run: to(at + 1) };
  const up = { words: '上一行', run: to(at - 1) };
  return {
    j: down,
    k: up,
    ArrowDown: down,
    ArrowUp: up,
    PageDown: { words: '下一屏', run: to(at + pageRows) },
    PageUp: { words: '上一屏', run: to(at - pageRows) },
    Home: { words: '第一行', run: to(0) },
    End: { words: '最后一行', run: to(total - 1) },
  };
}

/** A click in a row's own link, button or tick box is not a click on the row. */
function onOwnControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a,button,input,label,summary') !== null;
}

type ActiveProps = Pick<DataTableProps<unknown>, 'rows' | 'remember' | 'at' | 'onAt'>;

/** Which row holds the keyboard; survives leaving the page when the list has a name to remember it by. */
function useActiveRow({ rows, remember, at: given, onAt }: ActiveProps) {
  const [own, setOwn] = useState(() => (remember === undefined ? 0 : (rememberedAt.get(remember) ?? 0)));
  const hold = (index: number) => {
    setOwn(index);
    onAt?.(index);
    if (remember !== undefined) rememberedAt.set(remember, index);
  };
  return { active: Math.min(given ?? own, Math.max(0, rows.total - 1)), hold };
}

/** Coming back to a remembered row brings it into view once, as soon as the rows are here. */
function useRevealOnce(total: number, active: number, reveal: (index: number) => void): void {
  const done = useRef(false);
  useEffect(() => {
    if (done.current || total === 0) return;
    done.current = true;
    if (active > 0) reveal(active);
  });
}

/** The page moved the row with the keyboard: it comes into view. */
function useRevealGiven(at: number | undefined, reveal: (index: number) => void): void {
  const shown = useRef(at);
  useEffect(() => {
    if (at === undefined || shown.current === at) return;
    shown.current = at;
    reveal(at);
  });
}

function tableShortcuts<Row>(
  { rows, rowKey, onOpen, onSelect, selected, keys = true }: DataTableProps<Row>,
  active: number,
  pageRows: number,
  move: (index: number) => void,
): Shortcuts {
  if (!keys || rows.total === 0) return {};
  const row = () => rows.row(active);
  const open = () => {
    const opened = row();
    if (opened !== undefined) onOpen?.(opened, active);
  };
  const select = () => {
    const chosen = row();
    if (chosen !== undefined) onSelect?.(rowKey(chosen), !selected?.has(rowKey(chosen)));
  };
  return {
    ...moves(rows.total, active, pageRows, move),
    ...(onOpen ? { Enter: { words: '打开这一行', run: open } } : {}),
    ...(onSelect ? { x: { words: '选中这一行', run: select } } : {}),
  };
}

/**
 * A list drawn by window: any number of rows, fetched by pages, 36 px each (44 in 大字). Sticky head, one row with
 * the keyboard (`j` `k` arrows, `Enter` opens, `x` selects), totals at the foot, old rows dimmed while loading.
 * Fills its parent's height, which must be a flex column (`page-fill`).
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows } = props;
  if (props.columns.length > MOST_COLUMNS) throw new RangeError('a table has at most nine columns');
  const isLarge = usePreference(largeType);
  const rowHeight = isLarge ? LARGE_ROW : ROW;
  const { active, hold } = useActiveRow(props);
  const { box, drawn, reveal, pageRows, width } = useWindow(rows.total, rowHeight, rows.show);
  const move = (index: number) => {
    hold(index);
    reveal(index);
  };
  useRevealOnce(rows.total, active, reveal);
  useRevealGiven(props.at, reveal);
  useShortcuts(tableShortcuts(props, active, pageRows, move));
  const columns = columnsThatFit(props.columns, width / (isLarge ? LARGE_SCALE : 1));
  return (
    <>
      {rows.problem !== null && (
        <div style={{ padding: '8px 24px' }}>
          <Problem problem={rows.problem} onRetry={rows.retry} />
        </div>
      )}
      <div className="tbl" ref={box} aria-busy={rows.stale || rows.pending}>
        {rows.pending && rows.problem === null && <p className="t2 tbl-wait">正在取数…</p>}
        {!rows.pending && rows.total === 0 && (props.empty ?? <Empty words="没有符合条件的记录。" />)}
        {rows.total > 0 && (
          <Grid
            {...props}
            columns={columns}
            drawn={drawn}
            rowHeight={rowHeight}
            active={active}
            move={move}
          />
        )}
      </div>
      <TableFoot {...props} />
    </>
  );
}

interface GridProps<Row> extends DataTableProps<Row> {
  readonly drawn: { readonly first: number; readonly end: number };
  readonly rowHeight: number;
  readonly active: number;
  readonly move: (index: number) => void;
}

function Grid<Row>(props: GridProps<Row>) {
  const { rows, columns, onSelect, keys = true, drawn, rowHeight, active } = props;
  const id = useId();
  const cells = columns.length + (onSelect ? 1 : 0);
  const indexes = Array.from({ length: drawn.end - drawn.first }, (_, offset) => drawn.first + offset);
  return (
    <table
      className={rows.stale ? 't dim' : 't'}
      style={{ minWidth: leastWidth(columns) }}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the keyboard is a grid
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.total + 1}
      aria-activedescendant={`${id}-${active}`}
      tabIndex={keys ? 0 : undefined}
    >
      <Columns columns={columns} ticks={onSelect !== undefined} />
      <thead>
        <tr aria-rowindex={1}>
          {onSelect && <th aria-label="选中" />}
          {columns.map((column) => (
            <th key={column.key} className={column.number ? 'r' : undefined} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Gap height={drawn.first * rowHeight} cells={cells} />
        {indexes.map((index) => (
          <GridRow key={index} {...props} id={`${id}-${index}`} index={index} cells={cells} />
        ))}
        <Gap height={(rows.total - drawn.end) * rowHeight} cells={cells} />
      </tbody>
    </table>
  );
}

interface GridRowProps<Row> extends GridProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly cells: number;
}

function GridRow<Row>(props: GridRowProps<Row>) {
  const { rows, index, rowKey, onOpen, onSelect, selected, active, move, keys = true } = props;
  const row = rows.row(index);
  const chosen = row !== undefined && selected?.has(rowKey(row)) === true;
  const onClick = (event: MouseEvent) => {
    if (onOwnControl(event) || row === undefined) return;
    move(index);
    if (String(getSelection()) === '') onOpen?.(row, index);
  };
  return (
    <tr
      id={props.id}
      aria-rowindex={index + 2}
      aria-selected={onSelect ? chosen : index === active}
      className={index === active && keys ? 'at' : onOpen ? 'opens' : undefined}
      onClick={onClick}
    >
      {row === undefined ? (
        <td colSpan={props.cells} className="t2">
          …
        </td>
      ) : (
        <>
          {onSelect && (
            <td className="ticks">
              <input
                type="checkbox"
                aria-label="选中"
                checked={chosen}
                onChange={() => onSelect(rowKey(row), !chosen)}
              />
            </td>
          )}
          {props.columns.map((column) => (
            <td key={column.key} className={cellClass(column)} onMouseEnter={tellWhole}>
              {column.cell(row, index === active)}
            </td>
          ))}
        </>
      )}
    </tr>
  );
}

/** A cell too narrow for its words tells them whole under the pointer. */
function tellWhole({ currentTarget: cell }: MouseEvent<HTMLTableCellElement>): void {
  const isCut = cell.scrollWidth > cell.clientWidth;
  if (isCut) cell.title = cell.textContent ?? '';
  else cell.removeAttribute('title');
}

function cellClass(column: Column<never> | Column<unknown>): string | undefined {
  const names = [column.number && 'r', column.strong && 'b', column.quiet && 't2'].filter(Boolean);
  return names.length > 0 ? names.join(' ') : undefined;
}

const UNSET_WIDTH = 108;
/** `--scale` in 大字: how much wider columns are then. */
const LARGE_SCALE = 1.1;

const wantedWidth = <Row,>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, { width, least = UNSET_WIDTH }) => sum + (width ?? least), 0);

/** Leaves spare columns out, the last one first, until the rest fits or none is left to leave out. */
export function columnsThatFit<Row>(columns: readonly Column<Row>[], width: number): readonly Column<Row>[] {
  const spare = columns.filter((column) => column.spare === true).pop();
  if (spare === undefined || wantedWidth(columns) <= width) return columns;
  return columnsThatFit(
    columns.filter((column) => column !== spare),
    width,
  );
}

/** Under this the table scrolls sideways rather than squeezing a column to nothing. */
function leastWidth<Row>(columns: readonly Column<Row>[]): string {
  const pixels = columns.reduce((sum, column) => sum + (column.width ?? UNSET_WIDTH), 0);
  return `calc(${pixels}px * var(--scale))`;
}

function Columns<Row>({ columns, ticks }: { columns: readonly Column<Row>[]; ticks: boolean }) {
  const width = (pixels: number): CSSProperties => ({ width: `calc(${pixels}px * var(--scale))` });
  return (
    <colgroup>
      {ticks && <col style={width(48)} />}
      {columns.map((column) => (
        <col key={column.key} style={column.width === undefined ? undefined : width(column.width)} />
      ))}
    </colgroup>
  );
}

/** The height of the rows that are not drawn. */
function Gap({ height, cells }: { height: number; cells: number }) {
  if (height <= 0) return null;
  return (
    <tr className="gap">
      <td colSpan={cells} style={{ height }} />
    </tr>
  );
}

function SortPick({
  sorts,
  sort,
  onSort,
}: { sorts: readonly SortChoice[] } & Pick<DataTableProps<never>, 'sort' | 'onSort'>) {
  const words = sorts.find((choice) => choice.value === sort)?.words ?? sorts[0]?.words;
  if (sorts.length < 2) return <span className="t2">{words}</span>;
  return (
    <label className="pick t2">
      <span>
        {words}
        <span className="caret" aria-hidden="true" />
      </span>
      <select aria-label="排序" value={sort} onChange={(event) => onSort?.(event.target.value)}>
        {sorts.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </label>
  );
}

function TableFoot<Row>({ foot, sorts, sort, onSort, onOpen, rows, keys = true }: DataTableProps<Row>) {
  if (foot === undefined && sorts === undefined) return null;
  return (
    <div className={rows.stale ? 'foot tbl-foot dim' : 'foot tbl-foot'}>
      {foot}
      <span className="grow" />
      {sorts && <SortPick sorts={sorts} sort={sort} onSort={onSort} />}
      {keys && rows.total > 0 && (
        <span className="t2 nowrap hints">
          <kbd>j</kbd> <kbd>k</kbd> 上下{onOpen && <>　Enter 打开</>}　<kbd>?</kbd> 全部按键
        </span>
      )}
    </div>
  );
}
