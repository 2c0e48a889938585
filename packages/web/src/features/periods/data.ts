import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import type { components, paths } from '../../api/schema.gen.ts';

export type Periods = components['schemas']['PayPeriods'];
export type Begin = Periods['start'];
export type OpeningDebt = paths['/api/pay/claims']['post']['requestBody']['content']['application/json'];

const at = (division: string) => ({ query: { division } });

export function periodsQuery(division: string, month: string) {
  return queryOptions({
    queryKey: ['pay', 'periods', division, month],
    queryFn: (): Promise<Periods> =>
      answer(
        api.GET('/api/pay/periods', {
          params: { query: { division, ...(month === '' ? {} : { month }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

async function done<T>(work: Promise<T>): Promise<T> {
  const result = await work;
  await queryClient.invalidateQueries({ queryKey: ['pay'] });
  return result;
}

export const closeMonth = (division: string, month: string) =>
  done(answer(api.POST('/api/pay/periods', { params: at(division), body: { month } })));

export const enterDebt = (division: string, body: OpeningDebt) =>
  done(answer(api.POST('/api/pay/claims', { params: at(division), body })));

/** What each movement between two accounts means, in the office's words; the order is that of a month's work. */
export const MOVES: readonly { readonly of: string; readonly words: string; readonly note: string }[] = [
  { of: 'expense payable', words: '应发', note: '算出来要发的' },
  { of: 'payable expense', words: '冲减', note: '算多了冲回的' },
  { of: 'payable transit', words: '送银行', note: '' },
  { of: 'transit bank', words: '到账', note: '' },
  { of: 'transit payable', words: '银行退回', note: '还是欠本人的' },
  { of: 'bank payable', words: '到账后冲回', note: '还是欠本人的' },
  { of: 'claim payable', words: '列入追回', note: '多发了要收的' },
  { of: 'bank claim', words: '收回现金', note: '' },
  { of: 'payable claim', words: '相抵收回', note: '从应发里扣的' },
  { of: 'loss claim', words: '核销', note: '' },
];

/** Movements of a month in that order, each with its words; those the list does not know come last, by account. */
export function movesTold(moves: Periods['moves']) {
  const rank = (of: string) => MOVES.findIndex((one) => one.of === of);
  return moves
    .map(({ debit, credit, fen, count }) => ({ of: `${debit} ${credit}`, fen, count }))
    .sort((a, b) => ((rank(a.of) + 99) % 99) - ((rank(b.of) + 99) % 99))
    .map(({ of, ...rest }) => {
      const known = MOVES.find((one) => one.of === of);
      return {
        ...rest,
        of,
        words: known?.words ?? `${UNDONE[of] ?? of}`,
        note: known?.note ?? '撤回原来一笔',
      };
    });
}

/** A receipt, a set-off or a write-off taken back. */
const UNDONE: Readonly<Record<string, string>> = {
  'claim bank': '撤回收现金',
  'claim loss': '撤回核销',
};

const ACCOUNTS: Readonly<Record<string, string>> = {
  ...{ payable: '应付待遇', transit: '在途', bank: '银行', claim: '应追回', loss: '核销' },
  ...{ 'expense:central': '中央资金', 'expense:province': '省级资金', 'expense:city': '市级资金' },
  ...{ 'expense:county': '县级资金', 'expense:township': '镇级资金' },
};

export const accountWords = (account: string): string => ACCOUNTS[account] ?? account;
