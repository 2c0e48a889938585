import { fen, yuanDisplay } from '@shuangyong/values';
import { effectWords } from '../../api/records.ts';
import type { Effects } from '../../api/types.ts';
import type { RollEffects, WaitingChange } from './changes.ts';
import { EVENTS, isEvent, stopsFrom } from './events.ts';
import { claimedWords, moneyWords } from './moneyWords.ts';
import { dayWords } from './words.ts';

/** What waits, in one word: 更正, 作废, 去世, … */
export function typeWords(type: string): string {
  if (type === 'correct') return '更正';
  if (type === 'void') return '作废';
  return EVENTS.find((event) => event.type === type)?.words ?? type;
}

/** What the second person's two buttons say: a report is confirmed or was a mistake, anything else agreed or sent back. */
export function decisionWords(type: string): { readonly accept: string; readonly reject: string } {
  return isEvent(type) ? { accept: '核实无误', reject: '误报，恢复' } : { accept: '同意', reject: '退回' };
}

/** `享受起始年月 2007-08 → 2007-09`, one after the other. */
export function changeText({ type, changes }: Pick<WaitingChange, 'type' | 'changes'>): string {
  if (type === 'void') return '这一项待遇作废';
  return changes
    .map(({ header, before, after }) =>
      before === null ? `${header} ${after ?? '（空）'}` : `${header} ${before} → ${after ?? '（空）'}`,
    )
    .join('；');
}

/** What proves it, by when: `证明`, `缺证明，12 月 29 日前`, `缺证明，已过期`. Corrections may come without. */
export function proofWords(change: Pick<WaitingChange, 'type' | 'paperId' | 'dueOn'>, today: string): string {
  if (change.paperId !== null) return '有';
  if (!isEvent(change.type)) return '—';
  if (change.dueOn === null) return '缺证明';
  return change.dueOn < today ? '缺证明，已过期' : `缺证明，${dayWords(change.dueOn, today)}前`;
}

/** A report without a paper proves nothing yet. */
export function lacksProof({ type, paperId }: Pick<WaitingChange, 'type' | 'paperId'>): boolean {
  return isEvent(type) && paperId === null;
}

/** What was measured; only of changes of rights what was paid beyond them. */
export type MeasuredEffects = Pick<RollEffects, 'figures' | 'signedReports'> &
  Partial<Pick<RollEffects, 'paidAfter' | 'money'>>;

const yuan = (amount: number) => `¥${yuanDisplay(fen(amount))}`;

/**
 * Payments for months after the end that were made before the ledger began: once it has begun, somebody has to carry
 * them in as a debt, no claim comes of them by itself.
 */
export function paidAfterWords(
  { paidAfter, money }: Partial<RollEffects>,
  isAccepted = false,
): readonly string[] {
  if (!paidAfter) return [];
  const { fromMonth, payments, fen: amount } = paidAfter;
  const then = money ? '，是启用记账以前发的：' : '，';
  const back = money ? '由批准的人到「结账 → 启用」带进追回' : '要追回';
  return [`${fromMonth} 起已发 ${payments} 笔 ${yuan(amount)}${then}${isAccepted ? '' : '核实后'}${back}。`];
}

/** Everything a change of the roll would touch, in words. */
export function rollEffectWords(effects: MeasuredEffects): readonly string[] {
  return [...moneyWords(effects.money), ...paidAfterWords(effects), ...effectWords(effects as Effects)];
}

/** What is said after the second person agreed: what counts from now, and what is left to do. */
export function acceptedWords(change: WaitingChange, effects: RollEffects | undefined): string {
  const name = change.personName ?? '他';
  if (change.type === 'void') return `已同意：${name}的这一项待遇已作废。`;
  if (!isEvent(change.type)) return `已同意：${name}的更正从现在起算。`;
  const stop = change.changes.find(({ field }) => field === 'stop_month')?.after;
  const died = change.changes.find(({ field }) => field === 'died_on')?.after;
  const from = stop ?? (died ? stopsFrom(died) : undefined);
  const ended = from === undefined ? `已核实：${name}停发。` : `已核实：${name} ${from} 起停发。`;
  return [
    ended,
    claimedWords(effects?.money, change.type !== 'stop'),
    ...paidAfterWords(effects ?? {}, true),
  ].join('');
}

/** What is said after it was sent back, or was a mistake. */
export function rejectedWords({ type, personName }: Pick<WaitingChange, 'type' | 'personName'>): string {
  return isEvent(type)
    ? `误报已恢复：${personName ?? '他'}照常发放。`
    : `已退回：${personName ?? '他'}的资料没有改动。`;
}
