import { addMonths, daysBetween, monthText, parseIsoDay, parseIsoMonth } from '@shuangyong/values';
import { spanWords } from '../../lib/spans.ts';
import type { Slip } from './data.ts';

/** The month after one: `2017-12` → `2018-01`. */
export function nextMonth(month: string): string {
  const at = parseIsoMonth(month);
  return at === undefined ? month : monthText(addMonths(at, 1));
}

/** How far a slip is: how long it has waited, or who took it when. */
export function slipState(
  {
    state,
    toAccept,
    slipOn,
    endedOn,
    endedBy,
    asked,
  }: Pick<Slip, 'state' | 'toAccept' | 'slipOn' | 'endedOn' | 'endedBy' | 'asked'>,
  today: string,
): string {
  if (state === 'withdrawn') return '已撤回';
  if (state === 'voided') return '已作废';
  if (asked !== null) return '更正等核实';
  if (state === 'accepted') return `${endedOn ?? ''} ${endedBy ?? ''}接收`;
  if (toAccept) return '等您接收';
  const [from, now] = [parseIsoDay(slipOn), parseIsoDay(today)];
  const days = from === undefined || now === undefined ? 0 : daysBetween(from, now);
  return `等对方接收 ${spanWords(days)}`;
}
