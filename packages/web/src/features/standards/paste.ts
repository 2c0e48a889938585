import type { Code, Unit } from '@shuangyong/policy';
import { readCell } from './units.ts';
import { type AxisWords, axesOf } from './words.ts';

/** What a pasted block puts into the cells of a table, and what in it could not be used. */
export interface Pasted {
  readonly cells: Readonly<Record<string, string>>;
  readonly wrong: readonly string[];
}

/** A block of a spreadsheet as it lies on the clipboard. */
export function blockOf(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll('\r', '').replace(/\n+$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

const DIGITS = '一二三四五六七八九十';

function gradeOf(cell: string): string | undefined {
  const bare = cell.replace(/级$/, '');
  if (/^\d{1,2}$/.test(bare) && bare !== cell) return bare;
  const at = bare.length === 1 ? DIGITS.indexOf(bare) : -1;
  return at < 0 ? undefined : String(at + 1);
}

/** The value of an axis a cell names: «一级», «1级», «因战», «烈士». */
export function labelled(axis: AxisWords | undefined, cell: string): string | undefined {
  if (axis === undefined) return undefined;
  const plain = cell.normalize('NFKC').replace(/\s/g, '');
  if (plain.length < 2 && axis.name !== 'grade') return undefined;
  if (axis.name === 'grade') {
    const grade = gradeOf(plain);
    return axis.values.some(({ key }) => key === grade) ? grade : undefined;
  }
  const bare = plain.replace(/\(.*\)$/, '');
  const same = axis.values.find(({ label }) => label === bare);
  return (same ?? axis.values.find(({ label }) => label.includes(bare) || bare.includes(label)))?.key;
}

const isAmount = (cell: string) => /^[¥￥]?[\d,，.]+\s*[元%]?$/.test(cell.normalize('NFKC').trim());

interface Put {
  readonly key: string;
  readonly text: string;
  /** Where it stood in the block, from 1. */
  readonly row: number;
  readonly column: number;
}

type Block = readonly (readonly string[])[];

/** Columns that a head row names, by their place. */
function headOf(block: Block, axis: AxisWords | undefined): ReadonlyMap<number, string> {
  const [first = []] = block;
  const named = first.map((cell, index) => [index, labelled(axis, cell)] as const);
  const found = named.filter((pair): pair is readonly [number, string] => pair[1] !== undefined);
  return new Map(found.length > 1 ? found : []);
}

function rowKey(row: readonly string[], axis: AxisWords | undefined): string | undefined {
  for (const cell of row) {
    const key = labelled(axis, cell);
    if (key !== undefined) return key;
  }
  return undefined;
}

/** A grid under a head of columns, rows by their names or in order. */
function byHead(block: Block, rows: AxisWords, head: ReadonlyMap<number, string>): Put[] {
  return block.slice(1).flatMap((line, at) => {
    const key = rowKey(line, rows) ?? rows.values[at]?.key;
    return [...head].flatMap(([column, name]) => {
      const text = line[column] ?? '';
      return key === undefined ? [] : [{ key: `${key}/${name}`, text, row: at + 2, column: column + 1 }];
    });
  });
}

/** Where the amount of a line stands; in a line that names its cell whatever stands last, to be told if it is none. */
function amountColumn(
  line: readonly string[],
  isNamed: boolean,
  axes: readonly (AxisWords | undefined)[],
): number {
  const amount = line.reduce((last, cell, index) => (isAmount(cell) ? index : last), -1);
  if (amount >= 0 || !isNamed) return amount;
  const isName = (cell: string) => axes.some((axis) => labelled(axis, cell) !== undefined);
  return line.reduce((last, cell, index) => (cell !== '' && !isName(cell) ? index : last), -1);
}

/** One line a cell, as annexes print them; a grade that spans lines stands only in the first. */
function byLines(block: Block, [rows, columns]: readonly AxisWords[]): { puts: Put[]; wrong: string[] } {
  const puts: Put[] = [];
  const wrong: string[] = [];
  let held: string | undefined;
  block.forEach((line, at) => {
    const own = rowKey(line, rows);
    held = own ?? (columns === undefined ? undefined : held);
    const name = columns === undefined ? undefined : rowKey(line, columns);
    const column = amountColumn(line, own !== undefined || name !== undefined, [rows, columns]);
    if (column < 0) return;
    const isTold = held !== undefined && (columns === undefined || name !== undefined);
    if (!isTold) wrong.push(`第 ${at + 1} 行「${line.join(' ')}」没认出是哪一档`);
    else {
      const key = columns === undefined ? String(held) : `${held}/${name}`;
      puts.push({ key, text: line[column] ?? '', row: at + 1, column: column + 1 });
    }
  });
  return { puts, wrong };
}

/** Cells without names, laid down from the chosen cell on. */
function byPlace(
  block: Block,
  [rows, columns]: readonly AxisWords[],
  start: string,
): { puts: Put[]; wrong: string[] } {
  const [startRow = '', startColumn = ''] = start.split('/');
  const top = Math.max(0, rows?.values.findIndex(({ key }) => key === startRow) ?? 0);
  const left = Math.max(0, columns?.values.findIndex(({ key }) => key === startColumn) ?? 0);
  const wrong: string[] = [];
  const puts = block.flatMap((line, at) =>
    line.flatMap((text, across): Put[] => {
      const down = rows === undefined ? '-' : rows.values[top + at]?.key;
      const side = columns === undefined ? '' : columns.values[left + across]?.key;
      const isOut =
        down === undefined ||
        side === undefined ||
        (columns === undefined && across > 0) ||
        (rows === undefined && at > 0);
      if (isOut) {
        if (text !== '') wrong.push(`第 ${at + 1} 行第 ${across + 1} 列「${text}」超出了表格`);
        return [];
      }
      return [{ key: side === '' ? down : `${down}/${side}`, text, row: at + 1, column: across + 1 }];
    }),
  );
  return { puts, wrong };
}

function placed(block: Block, axes: readonly AxisWords[], start: string): { puts: Put[]; wrong: string[] } {
  const [rows, columns] = axes;
  const head = headOf(block, columns);
  if (rows !== undefined && head.size > 0) return { puts: byHead(block, rows, head), wrong: [] };
  const isNamed = rows !== undefined && block.some((line) => rowKey(line, rows) !== undefined);
  return isNamed ? byLines(block, axes) : byPlace(block, axes, start);
}

/**
 * Reads a block pasted from a spreadsheet into the cells of a table: a grid with its heads, one line a cell, or bare
 * amounts from the chosen cell on. What cannot be used is said with its row and column; the rest is taken.
 */
export function pasted(text: string, code: Code, unit: Unit, start: string): Pasted {
  const { puts, wrong } = placed(blockOf(text), axesOf(code), start);
  const read = puts.map((put) => ({ put, typed: readCell(put.text, unit) }));
  const faults = read.flatMap(({ put, typed }) =>
    typed.kind === 'wrong' ? [`第 ${put.row} 行第 ${put.column} 列${typed.why}`] : [],
  );
  const good = read.filter(({ typed }) => typed.kind !== 'wrong');
  return {
    cells: Object.fromEntries(good.map(({ put }) => [put.key, put.text])),
    wrong: [...wrong, ...faults],
  };
}
