import type { Code, Unit } from '@shuangyong/policy';
import type { ClipboardEvent } from 'react';
import { cellId } from './cellId.ts';
import type { CellFault, LastTable } from './tables.ts';
import { ABSENT, amountText, inUnit, isMoney, readCell } from './units.ts';
import { axesOf, codeWords, keyWords } from './words.ts';

export interface CellsProps {
  readonly code: Code;
  readonly unit: Unit;
  readonly cells: Readonly<Record<string, string>>;
  readonly last: LastTable | undefined;
  readonly faults: readonly CellFault[];
  readonly onSet: (key: string, text: string) => void;
  /** A block from a spreadsheet, and the cell it was put into. */
  readonly onBlock: (text: string, key: string) => void;
}

/** The cells of a table to be typed, the last amount beside each; a block from a spreadsheet may be pasted. */
export function Cells(props: CellsProps) {
  const [down, across] = axesOf(props.code);
  const rows = down?.values ?? [{ key: '-', label: '标准' }];
  const columns = across?.values ?? [{ key: '', label: '' }];
  const keyAt = (row: string, column: string) => (column === '' ? row : `${row}/${column}`);
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const target = event.target instanceof HTMLElement ? event.target.dataset.key : undefined;
    if (target === undefined || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    props.onBlock(text, target);
  };
  return (
    <table className="std-grid std-cells" aria-label={codeWords(props.code)} onPaste={onPaste}>
      {across !== undefined && (
        <thead>
          <tr>
            <th />
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            {columns.map((column) => (
              <td key={column.key}>
                <CellField {...props} cell={keyAt(row.key, column.key)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellField({ code, unit, cells, last, faults, onSet, cell }: CellsProps & { cell: string }) {
  const fault = faults.find(({ key }) => key === cell);
  const text = cells[cell] ?? '';
  return (
    <>
      <input
        id={cellId(cell)}
        className="field"
        data-key={cell}
        inputMode="decimal"
        autoComplete="off"
        aria-label={keyWords(code, cell)}
        aria-invalid={fault ? true : undefined}
        value={text}
        onChange={(event) => onSet(cell, event.target.value)}
      />
      <small className="t2">
        {fault ? <span className="stop">{fault.why}</span> : <Beside {...{ text, unit, last, cell }} />}
      </small>
    </>
  );
}

interface BesideProps extends Pick<CellsProps, 'unit' | 'last'> {
  readonly text: string;
  readonly cell: string;
}

/** The last amount, and by how much the new one differs. */
function Beside({ text, unit, last, cell }: BesideProps) {
  if (last === undefined) return <>还没有录过</>;
  if (last.absent.includes(cell)) return <>上次没有这一档</>;
  const before = last.cells[cell];
  if (before === undefined) return <>上次不详</>;
  const old = inUnit(before, last.unit, unit);
  const typed = readCell(text, unit);
  const words = `上次 ${amountText(old, unit)}`;
  if (typed.kind !== 'amount') return <>{words}</>;
  return (
    <>
      {words}，{stepWords(typed.amount, old, unit)}
    </>
  );
}

function stepWords(amount: number, old: number, unit: Unit): string {
  const step = amount - old;
  if (step === 0) return '没变';
  const share = old > 0 && isMoney(unit) ? `（${((step / old) * 100).toFixed(1)}%）` : '';
  return `${step > 0 ? '加' : '减'} ${amountText(Math.abs(step), unit)}${share}`;
}

/** What stands in the cells before anything is typed: a dash where the law had no such cell. */
export function firstCells(last: LastTable | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries((last?.absent ?? []).map((key) => [key, ABSENT]));
}
