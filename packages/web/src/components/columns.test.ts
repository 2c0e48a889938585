import { expect, test } from 'vitest';
import { type Column, columnsThatFit } from './DataTable.tsx';

const column = (key: string, more: Partial<Column<string>> = {}): Column<string> => ({
  ...{ key, title: key, cell: (row) => row },
  ...more,
});
const COLUMNS = [
  column('name', { width: 100 }),
  column('village', { width: 100, spare: true }),
  column('why', { least: 200 }),
  column('tail', { width: 60, spare: true }),
];
const keys = (width: number) => columnsThatFit(COLUMNS, width).map(({ key }) => key);

test('spare columns are left out from the last, until the others fit', () => {
  expect(keys(460)).toEqual(['name', 'village', 'why', 'tail']);
  expect(keys(459)).toEqual(['name', 'village', 'why']);
  expect(keys(399)).toEqual(['name', 'why']);
  expect(keys(10)).toEqual(['name', 'why']);
});
