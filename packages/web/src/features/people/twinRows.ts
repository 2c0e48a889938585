import { fen, yuanDisplay } from '@shuangyong/values';
import type { Twin, TwinPair } from './twins.ts';
import { categoryWords } from './words.ts';

/** One fact of two registrations beside each other. */
export interface TwinRow {
  readonly head: string;
  readonly left: string;
  readonly right: string;
  readonly differs: boolean;
}

const yuan = (amount: number) => `¥${yuanDisplay(fen(amount))}`;

const FACTS: readonly { readonly head: string; readonly of: (twin: Twin) => string }[] = [
  { head: '姓名', of: ({ name }) => name },
  { head: '身份证', of: ({ identity }) => identity ?? '不详' },
  { head: '性别', of: ({ sex }) => sex ?? '不详' },
  { head: '出生日期', of: ({ bornOn }) => bornOn ?? '不详' },
  { head: '村', of: ({ village }) => village ?? '不详' },
  { head: '类别', of: ({ categories }) => categoryWords(categories) || '—' },
  { head: '账号', of: ({ account }) => account ?? '不详' },
  {
    head: '已发',
    of: ({ payments, paidFen }) => (payments === 0 ? '没有' : `${payments} 笔 ${yuan(paidFen)}`),
  },
];

/** All facts of both, the differing ones marked. */
export function twinRows(left: Twin, right: Twin): readonly TwinRow[] {
  return FACTS.map(({ head, of }) => {
    const [one, other] = [of(left), of(right)];
    return { head, left: one, right: other, differs: one !== other };
  });
}

/** What a merge means for the money, in words. */
export function doubleWords({ doublePayments, doubleFen }: TwinPair): readonly string[] {
  if (doublePayments === 0) return ['没有同一月份同一项目发过两次的。'];
  return [`同一月份同一项目发过两次的 ${doublePayments} 笔，多发 ${yuan(doubleFen)}，合并后要追回。`];
}

/** Which of two is offered to stay: the one with more payments, then with more rights, else the first. */
export function offered({ left, right }: TwinPair): 'left' | 'right' {
  const more = right.payments - left.payments || right.categories.length - left.categories.length;
  return more > 0 ? 'right' : 'left';
}
