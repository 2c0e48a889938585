import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSetSearch } from '../app/scope.ts';
import { useFilter } from './FilterLine.tsx';
import { Part } from './Part.tsx';
import { fixedRows } from './rows.ts';
import { PageBar } from './Tabs.tsx';
import './table.css';

interface ListPageProps<Found> {
  readonly tabs: ReactNode;
  readonly query: UseQueryResult<Found>;
  readonly children: (found: Found) => ReactNode;
}

/** A page that is one list: the room's tabs, and under them what was found, filling the window. */
export function ListPage<Found>({ tabs, query, children }: ListPageProps<Found>) {
  return (
    <div className="page-fill">
      <PageBar tabs={tabs} />
      <div className="fill-part">
        <Part query={query}>{children}</Part>
      </div>
    </div>
  );
}

/** What was just done, read out and shown; nothing while nothing was done. */
export function DoneLine({ words }: { words: string }) {
  return (
    <p role="status" className={words === '' ? 'sr' : 'done told'}>
      {words}
    </p>
  );
}

/** A list, and what is open of it at the right; under 1200 px below it. */
export function Beside({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  const isOpen = panel !== undefined && panel !== null && panel !== false;
  return (
    <div className={isOpen ? 'two beside' : 'beside'}>
      <div className="beside-list">{children}</div>
      {panel}
    </div>
  );
}

/**
 * The row that is open beside its list: the one the address names, else the first. `list` goes into the `DataTable`,
 * so that keys and clicks move it; `onChoose` is told before, where something else stood at the right.
 */
export function useOpenRow<Row>(rows: readonly Row[], keyOf: (row: Row) => string, onChoose?: () => void) {
  const setSearch = useSetSearch();
  const [id] = useFilter('id');
  const open = rows.find((row) => keyOf(row) === id) ?? rows[0];
  const choose = (row: Row | undefined) => {
    onChoose?.();
    setSearch({ id: row === undefined ? undefined : keyOf(row) });
  };
  const list = {
    rows: fixedRows(rows),
    rowKey: keyOf,
    onOpen: choose,
    at: open === undefined ? 0 : rows.indexOf(open),
    onAt: (index: number) => choose(rows[index]),
  };
  return { open, list };
}
