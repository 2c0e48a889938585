import { type Kind, kindOf, type Row } from './contract.ts';

const NUMBERS: readonly Kind[] = ['money', 'count'];

/** Rows written as a table, cells between bars; an empty cell is «not recorded». */
export function table(columns: string, text: string): Row[] {
  const names = split(columns);
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const cells = split(line);
      if (cells.length !== names.length)
        throw new Error(`${cells.length} cells for ${names.length}: ${line}`);
      return Object.fromEntries(names.map((name, i) => [name, cellValue(name, cells[i] ?? '')]));
    });
}

function split(line: string): string[] {
  return line.split('|').map((cell) => cell.trim());
}

function cellValue(column: string, cell: string): string | number | undefined {
  if (cell === '') return undefined;
  return NUMBERS.includes(kindOf(column)) ? Number(cell) : cell;
}
