import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KINDS } from '../packages/server/src/apps/kinds.ts';
import { COLUMNS_PAGE, columnsPage } from '../scripts/manual-columns.ts';
import { ROOT } from './tree.ts';

const committed = readFileSync(join(ROOT, COLUMNS_PAGE), 'utf8');

test('the manual says of every sheet what the import expects', () => {
  expect(committed).toBe(columnsPage());
});

test('every column of every sheet has its line in the manual', () => {
  const lines = committed.split('\n').map((line) => /^\| (\S+?)\*? +\|/.exec(line)?.[1]);
  const missing = KINDS.flatMap((kind) => kind.columns.map(({ header }) => header)).filter(
    (header) => !lines.includes(header),
  );
  expect(missing).toEqual([]);
});

test('a column added without the manual: the gate fires', () => {
  const [first, ...rest] = KINDS;
  const added = { header: '新栏', field: 'planted', type: 'text' } as const;
  const changed = first ? [{ ...first, columns: [...first.columns, added] }, ...rest] : [];
  expect(columnsPage(changed)).not.toBe(committed);
});
