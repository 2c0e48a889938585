import { fen, yuanDisplay } from '@shuangyong/values';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';
import { fetchQr, type QrCode } from './Qr.tsx';

export type Papers = components['schemas']['BatchPrint'];
export type RollRow = Papers['roll'][number];
export type ArrearsRow = Papers['arrears'][number];
export type ChangeRow = Papers['changes'][number];

/** Everything the papers of one batch are made of. */
export interface SheetProps {
  readonly papers: Papers;
  readonly code: QrCode;
}

/** What a batch prints, with the code that leads a scan back to it. */
export async function fetchSheets(division: string, id: string): Promise<SheetProps> {
  const params = { path: { id }, query: { division } };
  const papers = await answer(api.GET('/api/pay/batches/{id}/print', { params }));
  return { papers, code: await fetchQr(`${papers.number} ${papers.checkCode}`) };
}

export const yuan = (amount: number): string => yuanDisplay(fen(amount));

const NOT_PAID: readonly string[] = ['held', 'cancelled'];

/** Lines that are paid with this batch: what is held or taken out is signed for by nobody. */
export const payable = (roll: readonly RollRow[]): readonly RollRow[] =>
  roll.filter(({ state, fen: own }) => !NOT_PAID.includes(state) && own > 0);

export const sumOf = (rows: readonly { readonly fen: number }[]): number =>
  rows.reduce((sum, row) => sum + row.fen, 0);

/** What every print of an office of one person says. */
export const onePersonLine = ({ onePersonWords }: Papers): readonly string[] =>
  onePersonWords === null ? [] : [onePersonWords];

/** A line of 本月变动表: one person's change, or what a group comes to. */
export type ChangeLine = {
  readonly group: ChangeRow['group'];
  readonly isMoney: boolean;
  readonly fen: number;
} & (
  | ({ readonly kind: 'one'; readonly no: number } & ChangeRow)
  | { readonly kind: 'sum'; readonly count: string }
);

const NO_SUM: readonly string[] = ['缓发', '放行', '账号变更'];

/** Changes in their groups, numbered throughout, each group followed by its people and sum. */
export function changeLines(changes: readonly ChangeRow[]): readonly ChangeLine[] {
  const groups = [...new Set(changes.map(({ group }) => group))];
  let no = 0;
  return groups.flatMap((group) => {
    const rows = changes.filter((row) => row.group === group);
    const isMoney = !NO_SUM.includes(group);
    const ones = rows.map((row) => ({ kind: 'one' as const, ...row, no: ++no, isMoney }));
    return [...ones, { kind: 'sum' as const, group, isMoney, fen: sumOf(rows), count: `${rows.length} 人` }];
  });
}
