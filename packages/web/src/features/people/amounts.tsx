import { useQueries } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { GoLink } from '../../app/links.tsx';
import { Missing, Money, type RowWindow } from '../../components/index.ts';
import { type Amount, fetchAmounts, type PersonListed } from './data.ts';

/** Rows whose amounts are asked for together, so that scrolling back asks for nothing again. */
const BLOCK = 50;

/** Ids of the rows on screen, by blocks of the list; rows that are still on the way are left out. */
export function blocksOf(
  rows: Pick<RowWindow<{ readonly id: string }>, 'row' | 'total'>,
  first: number,
  end: number,
): readonly (readonly string[])[] {
  const blocks: string[][] = [];
  for (let start = Math.floor(first / BLOCK) * BLOCK; start < Math.min(end, rows.total); start += BLOCK) {
    const ids = Array.from({ length: BLOCK }, (_, index) => rows.row(start + index)?.id ?? []).flat();
    if (ids.length > 0) blocks.push(ids);
  }
  return blocks;
}

export interface Amounts {
  /** Undefined while it is on the way; null where nothing is due. */
  readonly of: (id: string) => Amount | null | undefined;
  readonly isFailed: boolean;
}

/** What is due in a month to the people on screen, asked for once their rows are there: the list never waits for it. */
export function useAmounts(
  rows: RowWindow<PersonListed>,
  division: string,
  month: string,
): { readonly rows: RowWindow<PersonListed>; readonly amounts: Amounts } {
  const [seen, setSeen] = useState({ first: 0, end: BLOCK });
  const { show } = rows;
  const watched = useCallback(
    (first: number, end: number) => {
      show(first, end);
      setSeen((old) => (old.first === first && old.end === end ? old : { first, end }));
    },
    [show],
  );
  const answers = useQueries({
    queries: blocksOf(rows, seen.first, seen.end).map((ids) => ({
      queryKey: ['people', 'amounts', division, month, ids],
      queryFn: () => fetchAmounts(division, month, ids),
    })),
  });
  const known = new Map(answers.flatMap(({ data }) => (data ? [...data] : [])));
  const amounts: Amounts = {
    of: (id) => known.get(id),
    isFailed: answers.some(({ error }) => error !== null),
  };
  return { rows: { ...rows, show: watched }, amounts };
}

/** 月额 of one row; opens 「为什么是这个数」. */
export function AmountCell({ id, amounts }: { id: string; amounts: Amounts }) {
  const amount = amounts.of(id);
  if (amount === undefined) return <span className="t2">{amounts.isFailed ? '没取到' : '…'}</span>;
  if (amount === null) return <Missing words="—" />;
  return (
    <GoLink to={`/people/${id}`} search={{ do: 'why' }} title={amount.derived ? '含推算的标准' : undefined}>
      {amount.isUnknown ? '不详' : <Money fen={amount.fen} plain />}
    </GoLink>
  );
}
