import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { queryClient } from '../../api/query.ts';
import { uploadPaper } from '../../api/records.ts';
import type { components } from '../../api/schema.gen.ts';
import type { PaperDraft } from '../../components/index.ts';

export type Fund = components['schemas']['FundReceived'];
export type Funds = Awaited<ReturnType<typeof fetchFunds>>;
export type Level = Fund['level'];
export type Kind = Fund['kind'];

export const LEVELS: readonly { readonly level: Level; readonly words: string }[] = [
  { level: 'central', words: '中央' },
  { level: 'province', words: '省' },
  { level: 'city', words: '市' },
  { level: 'county', words: '县' },
  { level: 'township', words: '镇' },
];

export const KINDS: readonly Kind[] = [
  '抚恤补助',
  '优待金',
  '立功奖励',
  '慰问金',
  '困难救助',
  '双拥经费',
  '其他',
];

export const levelWords = (level: Level): string => LEVELS.find((one) => one.level === level)?.words ?? '';

/** Sums by level and kind, as the server adds them up. */
interface Summed {
  readonly sums: readonly Funds['sums'][number][];
}

/** What a kind got from a level; nothing where nothing arrived. */
export function sumOf({ sums }: Summed, kind: Kind, level?: Level): number | undefined {
  const own = sums.filter((one) => one.kind === kind && (level === undefined || one.level === level));
  return own.length === 0 ? undefined : own.reduce((whole, { fen }) => whole + fen, 0);
}

/** What arrived from a level, whatever for; nothing where nothing did. */
export function levelSum({ sums }: Summed, level?: Level): number | undefined {
  const own = sums.filter((one) => level === undefined || one.level === level);
  return own.length === 0 ? undefined : own.reduce((whole, { fen }) => whole + fen, 0);
}

const fetchFunds = (division: string, year: number) =>
  answer(api.GET('/api/pay/funds', { params: { query: { division, year } } }));

export function fundsQuery(division: string, year: number) {
  return queryOptions({
    queryKey: ['funds', division, year],
    queryFn: () => fetchFunds(division, year),
    placeholderData: keepPreviousData,
  });
}

export interface NewFund {
  readonly level: Level;
  readonly kind: Kind;
  readonly fen: number;
  readonly onDay: string;
  readonly documentNo?: string;
}

export async function addFund(division: string, fund: NewFund, papers: readonly PaperDraft[]): Promise<void> {
  const [paper] = papers;
  const proof = paper === undefined ? {} : { paperId: (await uploadPaper(division, paper)).id };
  const params = { query: { division } };
  await answer(api.POST('/api/pay/funds', { params, body: { ...fund, ...proof } }));
  await queryClient.invalidateQueries({ queryKey: ['funds'] });
}

export async function undoFund(division: string, id: string, reason: string): Promise<void> {
  const params = { path: { id }, query: { division } };
  await answer(api.POST('/api/pay/funds/{id}/undo', { params, body: { reason } }));
  await queryClient.invalidateQueries({ queryKey: ['funds'] });
}
